import { isDeepStrictEqual } from 'node:util'
import type { Json } from '@/lib/revisions/difference'
import { newId } from '@/lib/revisions/new-id'
import type { MergeableNoun } from './replace-mention'

/** Of two values that differ, whose is taken; of two lists also both. */
export const sides = ['kept', 'gone', 'both'] as const
export type Side = (typeof sides)[number]

/** A field in which two records differ. */
export type Unit = {
  /** Such as `texts.en.name` or `identifiers`: the name under which a form sends the choice. */
  path: string
  isList: boolean
  kept: Json
  gone: Json
  /** What is taken unless somebody chooses otherwise: all of lists, and what is there before what is empty. */
  usual: Side
}

export type Choices = Readonly<Record<string, Side>>

type Texts = Record<string, { status: string; translator: string | null; [field: string]: Json }>
type Mergeable = { texts: Texts; [field: string]: Json | Texts }

const NOT_ASKED = new Set(['status', 'translator'])

/** The fields in which two contents of a noun differ, one side empty or not; texts by language. */
export function unitsOf(kept: object, gone: object): Unit[] {
  const [ours, theirs] = [kept as Mergeable, gone as Mergeable]
  const fields = Object.keys(ours).filter((name) => name !== 'texts')
  const languages = [...new Set([...Object.keys(ours.texts), ...Object.keys(theirs.texts)])]
  const texts = languages.flatMap((language) => {
    const one: Partial<Texts[string]> = ours.texts[language] ?? {}
    const other: Partial<Texts[string]> = theirs.texts[language] ?? {}
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !NOT_ASKED.has(name))
    return names.map((name) => unit(`texts.${language}.${name}`, one[name] ?? null, other[name] ?? null))
  })
  const others = fields.map((name) => unit(name, ours[name] as Json, theirs[name] as Json))
  // An address that there is is never given up for none.
  const isAsked = ({ path, kept, gone }: Unit) => path !== 'slug' || (kept !== null && gone !== null)
  return [...texts, ...others].filter((each) => !isDeepStrictEqual(each.kept, each.gone) && isAsked(each))
}

function unit(path: string, kept: Json, gone: Json): Unit {
  const isList = Array.isArray(kept)
  return { path, isList, kept, gone, usual: isList ? 'both' : kept === null ? 'gone' : 'kept' }
}

/**
 * The content of two records as one: each field from the side that was chosen. Names that are not chosen stay as other
 * names (synonyms of a topic), so that the record is still found by them. Not yet canonical.
 */
export function mergeContents(noun: MergeableNoun, kept: object, gone: object, choices: Choices): object {
  const [ours, theirs] = [kept as Mergeable, gone as Mergeable]
  const units = new Map(unitsOf(kept, gone).map((each) => [each.path, each]))
  const take = (path: string, otherwise: Json): Json => {
    const asked = units.get(path)
    if (!asked) return otherwise
    const chosen = choices[path] ?? asked.usual
    const side = chosen === 'both' && !asked.isList ? asked.usual : chosen
    if (side !== 'both') return asked[side]
    return together(asked.kept as Json[], asked.gone as Json[])
  }
  const fields = Object.fromEntries(
    Object.keys(ours).flatMap((name) =>
      name === 'texts' ? [] : [[name, take(name, (ours[name] ?? theirs[name] ?? null) as Json)]],
    ),
  )
  const merged = { ...fields, texts: mergeTexts(ours.texts, theirs.texts, take) }
  const names = [ours.texts, theirs.texts].flatMap((texts) =>
    Object.entries(texts).flatMap(([language, { name }]) => (typeof name === 'string' ? [{ language, name }] : [])),
  )
  return withOtherNames(noun, merged, names)
}

/** One list after the other, each row once: rows are the same when they differ in nothing but their ids. */
function together(kept: Json[], gone: Json[]): Json[] {
  const bare = (row: Json) =>
    typeof row === 'object' && row !== null && !Array.isArray(row) ? { ...row, id: null, kind: null } : row
  const isThere = (row: Json) => kept.some((each) => isDeepStrictEqual(bare(each), bare(row)))
  return [...kept, ...gone.filter((row) => !isThere(row))]
}

function mergeTexts(ours: Texts, theirs: Texts, take: (path: string, otherwise: Json) => Json): Texts {
  const original = [ours, theirs].map((texts) => Object.keys(texts).find((each) => texts[each]?.status === 'original'))
  const languages = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  const made = languages.map((language) => {
    const names = [...new Set([...Object.keys(ours[language] ?? {}), ...Object.keys(theirs[language] ?? {})])]
    const said = names.flatMap((name) =>
      NOT_ASKED.has(name) ? [] : [[name, take(`texts.${language}.${name}`, ours[language]?.[name] ?? null)] as const],
    )
    // How a text came to be in its language is told of whose it mostly is.
    const isTheirs = said.every(([name, value]) => value === null || value !== (ours[language]?.[name] ?? null))
    const from = (isTheirs ? theirs[language] : ours[language]) ?? theirs[language]
    return [
      language,
      { status: from?.status ?? 'human', translator: from?.translator ?? null, ...Object.fromEntries(said) },
    ]
  })
  const texts = Object.fromEntries(made) as Texts
  const isSaid = (language: string | undefined) =>
    language !== undefined &&
    Object.entries(texts[language] ?? {}).some(([name, value]) => !NOT_ASKED.has(name) && value !== null)
  const first = [...original, ...languages].find(isSaid)
  for (const [language, text] of Object.entries(texts)) {
    if (language === first) Object.assign(text, { status: 'original', translator: null })
    else if (text.status === 'original') text.status = 'human'
  }
  return texts
}

type Named = { language: string; name: string }
type Content = { texts: Texts; [field: string]: Json | Texts }

function withOtherNames(noun: MergeableNoun, content: Content, names: readonly Named[]): object {
  const titles = new Set(Object.values(content.texts).map(({ name }) => name))
  const [field, key] = noun === 'topic' ? (['synonyms', 'label'] as const) : (['names', 'name'] as const)
  const rows = (content[field] as { [field: string]: Json }[]).map((row) => ({ ...row }))
  const known = new Set(rows.map((row) => row[key]))
  const missing = names.filter(({ name }, at) => {
    const isFirst = names.findIndex((each) => each.name === name) === at
    return isFirst && !titles.has(name) && !known.has(name)
  })
  const added = missing.map(({ language, name }) =>
    noun === 'topic' ? { language, label: name } : { id: newId(), name, language, kind: 'spelling' },
  )
  const seen = new Set<Json>()
  const each = [...rows, ...added].filter((row) => {
    const name = noun === 'topic' ? `${row.language} ${row[key as 'name']}` : (row[key as 'name'] ?? null)
    return seen.has(name) ? false : seen.add(name)
  })
  return { ...content, [field]: each }
}
