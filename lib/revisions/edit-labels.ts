import type { PublicationState } from '@/prisma/client/enums'
import type { NounPlural } from './nouns'

/** What a record is called, for whoever mentions it. */
export type RecordLabel = { titles: Record<string, string>; state: PublicationState; plural: NounPlural }

/** Labels by the id of the record. */
export type Labels = Record<string, RecordLabel>

/** A part of another record that can be pointed to, such as a room of the edition. */
export type Option = { id: string; titles: Record<string, string> }

/** A title in the language of the desk, else in English, else in whatever there is, with the language it is in. */
export function titleIn(titles: Record<string, string>, locale: string): { title: string; language: string } | null {
  const language = [locale, 'en', ...Object.keys(titles)].find((each) => titles[each])
  return language ? { title: titles[language] ?? '', language } : null
}

/** What is wrong with a content, by path: a key of `deskForm.error`. */
export type FieldErrors = Record<string, string>
