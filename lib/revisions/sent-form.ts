import 'server-only'
import { db } from '@/lib/db'
import type { FieldErrors } from './edit-labels'
import { fromFormValues, readPlaces } from './edit-queries'
import { type FormValues, readForm, type TypedName, withValue } from './form-values'
import type { Noun } from './nouns'
import { type Content, registry } from './registry'
import { type By, createRecord } from './save'

export type SentContent =
  | { content: Content; errors?: undefined; values: FormValues }
  | { content?: undefined; errors: FieldErrors; values: FormValues }

/** Which noun a picker's value is of, by the last word of its path. */
const nounByField: Record<string, Noun> = {
  forum: 'forum',
  edition: 'edition',
  session: 'session',
  person: 'person',
  organisation: 'organisation',
  parent: 'organisation',
  source: 'source',
  topics: 'topic',
  broader: 'topic',
}

/** Reads a sent form into canonical content, or says what is wrong with it. Names typed into pickers are looked up. */
export async function readSentForm(noun: Noun, form: FormData, by: By): Promise<SentContent> {
  const sent = readForm(form.entries())
  let { values } = sent
  const errors: FieldErrors = {}
  for (const typed of sent.typed.slice(0, 100)) {
    const found = await findTyped(typed, by)
    if ('error' in found) errors[typed.path] = found.error
    else values = withValue(values, typed.path, found.id)
  }
  const { lock: _lock, js: _js, ...fields } = values
  const places = noun === 'session' ? await readPlaces(uuidOrNull(fields.edition)) : null
  const parsed = registry[noun].parse(fromFormValues(noun, fields, places?.timeZone))
  if (parsed.errors || Object.keys(errors).length) return { errors: { ...parsed.errors, ...errors }, values: fields }
  const above = parentField[noun]
  if (above && !registry[noun].parent(parsed.content)) return { errors: { [above]: 'parentMissing' }, values: fields }
  return { content: parsed.content, values: fields }
}

/** The field that names the record above. */
export const parentField: Partial<Record<Noun, string>> = { edition: 'forum', session: 'edition', statement: 'edition' }

const uuidOrNull = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null

/** The record of exactly that name; with a plus sign before it a new one is made. */
async function findTyped({ path, text }: TypedName, by: By): Promise<{ id: string } | { error: string }> {
  const field =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? ''
  const noun = nounByField[field]
  if (!noun) return { error: 'notARecord' }
  const name = text.replace(/^\+\s*/, '').slice(0, 300)
  if (text.startsWith('+')) {
    const made = await createNamed(noun, name, 'en', by)
    return made ? { id: made.id } : { error: 'notFoundByName' }
  }
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM record r
    WHERE r.noun = ${noun}::noun
      AND r.id IN (SELECT record_id FROM record_word WHERE word = (search_words(${name}))[1] LIMIT 2000)
      AND EXISTS (SELECT FROM jsonb_each_text(r.titles) t WHERE lower(t.value) = lower(${name}))
    ORDER BY r.id LIMIT 2`
  const [only, another] = found
  if (!only) return { error: 'notFoundByName' }
  return another ? { error: 'severalByName' } : only
}

/** The field of its texts that a record is first called by. */
export const titleFieldOf = {
  forum: 'name',
  edition: 'theme',
  session: 'title',
  person: 'name',
  organisation: 'name',
  topic: 'name',
  statement: 'text',
  source: 'title',
} as const satisfies Record<Noun, string>

/** Makes a draft that has nothing but a name; null where its noun needs more, or the name cannot be one. */
export async function createNamed(noun: Noun, name: string, language: string, by: By) {
  if (parentField[noun] || !name.trim()) return null
  const { content } = registry[noun].parse({
    texts: { [language]: { [titleFieldOf[noun]]: name, status: 'original' } },
  })
  if (!content || Object.keys(content.texts as object).length === 0) return null
  const { id } = await createRecord(noun, content, by)
  return { id, titles: registry[noun].titles(content, {}) }
}
