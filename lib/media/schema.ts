import { z } from 'zod'
import { line, texts } from '@/lib/revisions/content'
import { describedIn } from './described-languages'

/** What is said about a stored file. Texts by language: the description of a picture for those who do not see it. */
export const mediaWordsSchema = z.object({
  texts: texts({ alternativeText: line(500) }),
  credit: line(),
  licence: line(),
})

export type MediaWords = z.infer<typeof mediaWordsSchema>

export const isDescribed = ({ texts }: MediaWords) => Object.keys(texts).length > 0

/** The name of a file as its owner called it, on one line, without folders. */
export function cleanFileName(name: string): string | null {
  // A browser writes a quotation mark in it as %22.
  const last = name.replaceAll('%22', '"').normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const parsed = line(300).safeParse(last.slice(-200))
  return parsed.success ? parsed.data : null
}

const field = (language: string) => `alternativeText.${language}`

/** The words in a form's fields (`alternativeText.en`, `credit`, `licence`), not yet checked. */
export const wordsInForm = (fields: Record<string, unknown>) => ({
  texts: Object.fromEntries(describedIn.map((language) => [language, { alternativeText: fields[field(language)] }])),
  credit: fields.credit,
  licence: fields.licence,
})

/** The form's field that an error of `mediaWordsSchema` belongs to. */
export const fieldOfPath = (path: PropertyKey[]) =>
  path[0] === 'texts' ? field(String(path[1] ?? 'en')) : String(path[0] ?? 'form')
