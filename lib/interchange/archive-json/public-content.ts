import type { Noun } from '@/lib/revisions/nouns'
import type { Content } from '@/lib/revisions/registry'

type Rows = Record<string, unknown>[]
type Part = Record<string, unknown>

/** The ids in a content that name other records or files. */
export function idsIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g)].map(
    ([, id = '']) => id,
  )
}

/**
 * A published content as the public may see it: what it mentions that is not public itself (a person who was withdrawn,
 * a source that is a draft, a file that nothing public uses) is left out, with all that is said of it there.
 */
export function publicContent(noun: Noun, content: Content, isPublic: (id: string) => boolean): Content {
  const one = (id: unknown) => (typeof id === 'string' && isPublic(id) ? id : null)
  const ids = (list: unknown) => ((list ?? []) as string[]).filter(isPublic)
  const having = (list: unknown, field: string): Rows => ((list ?? []) as Rows).filter((row) => one(row[field]))
  const own: Part = { ...content }
  const set = (field: string, made: (value: unknown) => unknown) => {
    if (field in own) own[field] = made(own[field])
  }
  set('citations', (list) => having(list, 'source'))
  set('attachments', (list) => having(list, 'media'))
  set('topics', ids)
  set('broader', ids)
  set('portrait', one)
  set('keptCopy', one)
  if (noun === 'organisation') set('parent', one)
  if (noun === 'edition') set('organisations', (list) => having(list, 'organisation'))
  if (noun === 'session')
    set('appearances', (list) =>
      having(list, 'person').map((row) => ({
        ...row,
        organisation: one(row.organisation),
        citations: having(row.citations, 'source'),
      })),
    )
  if (noun === 'statement' && own.session && !one(own.session)) Object.assign(own, { session: null, appearance: null })
  return own
}
