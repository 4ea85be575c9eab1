import type { I18n } from '@/lib/i18n/translator'
import { first } from '@/lib/pagination'
import type { FileNotice, FilePlace } from './programme-file'
import type { ReceiveProblem } from './receive-files'

/** Why a file could not be rehearsed, with what was typed beside it; `code` of a file that cannot be read. */
export type Problem = {
  key: ReceiveProblem | 'busy' | 'edition' | 'editionThere' | 'timeZone' | 'unreadable'
  code?: string
  place?: FilePlace
  values?: Record<string, string>
  typed?: Record<string, string>
}

const keys: Problem['key'][] = [
  ...(['noFile', 'brokenForm', 'tooLarge', 'tooManyFiles', 'storage'] as const),
  ...(['busy', 'edition', 'editionThere', 'timeZone', 'unreadable'] as const),
]
const TYPED = ['edition', 'format', 'timeZone', 'language', 'publish', 'source']
/** What an address is to hold of a value of the file. */
const MOST = 100

/** Where in a file, in words; empty where nothing is known of it. */
export function placeInWords({ file, line, row, path }: FilePlace, { t }: I18n): string {
  return [
    ...(file ? [file] : []),
    ...(line !== undefined ? [t('deskImport.place.line', { line: String(line) })] : []),
    ...(row !== undefined ? [t('deskImport.place.row', { row: String(row) })] : []),
    ...(path ? [path] : []),
  ].join(', ')
}

/** A notice of a file in words; the code itself where there are none for it. */
export function noticeInWords({ code, values }: Pick<FileNotice, 'code' | 'values'>, i18n: I18n): string {
  const { t } = i18n
  // Why a field cannot be taken, what a session is, and what a column is called, are words of the desk.
  const inWords = { why: 'deskForm.error', format: 'words.format', column: 'deskImport.column' } as const
  const said = Object.entries(inWords).map(([name, keys]) => {
    const key = `${keys}.${values[name]}` as 'deskForm.error.wrong'
    return [name, t.has(key) ? t(key) : (values[name] ?? '')]
  })
  return (
    worded('notices', code, { ...values, ...Object.fromEntries(said) }, i18n) ?? t('deskImport.otherNotice', { code })
  )
}

/** One clear sentence about what is wrong, with the place in the file. */
export function problemInWords({ key, code = '', place = {}, values = {} }: Problem, i18n: I18n): string {
  if (key !== 'unreadable') return i18n.t(`deskImport.problem.${key}`)
  const where = placeInWords(place, i18n)
  const said = worded('errors', code, values, i18n) ?? i18n.t('deskImport.problem.unreadable', { code })
  return where ? i18n.t('deskImport.place.at', { said, where }) : said
}

function worded(kind: 'errors' | 'notices', code: string, values: Record<string, string>, { t }: I18n): string | null {
  const key = `import.${kind}.${code}` as 'deskImport.title'
  if (!t.has(key)) return null
  try {
    return t(key, values as never)
  } catch {
    // A value that the sentence needs is not there.
    return null
  }
}

/** The problem and what was typed as the query of the form, which is shown again. */
export const asQuery = ({ key, code, place = {}, values = {}, typed = {} }: Problem): Record<string, string> => {
  const short = (name: string, value: unknown) =>
    value === undefined ? [] : [[name, String(value).slice(0, MOST)] as [string, string]]
  return Object.fromEntries([
    ...short('problem', key),
    ...short('code', code),
    ...Object.entries(place).flatMap(([name, value]) => short(`place.${name}`, value)),
    ...Object.entries(values).flatMap(([name, value]) => short(`value.${name}`, value)),
    ...TYPED.flatMap((name) => short(name, typed[name])),
  ])
}

type Query = Record<string, string | string[] | undefined>

/** Reads what `asQuery` wrote. */
export function problemOf(query: Query): Problem | null {
  const key = keys.find((each) => each === first(query.problem))
  if (!key) return null
  const below = (stem: string) =>
    Object.fromEntries(
      Object.keys(query).flatMap((name) =>
        name.startsWith(stem) ? [[name.slice(stem.length), first(query[name]) ?? ''] as const] : [],
      ),
    )
  const { line, row, path, file } = below('place.')
  return {
    ...{ key, code: first(query.code) ?? '', values: below('value.'), typed: {} },
    place: {
      ...(line ? { line: Number(line) } : {}),
      ...(row ? { row: Number(row) } : {}),
      ...(path ? { path } : {}),
      ...(file ? { file } : {}),
    },
  }
}
