import type { Locale } from '@/lib/i18n/locales'
import { deskHelpEn } from './desk-help-en'
import { deskHelpKk } from './desk-help-kk'
import { deskHelpRu } from './desk-help-ru'

/** What an editor does, in the order in which a new edition comes about. */
export const helpTopics = [
  'account',
  'find',
  'edition',
  'session',
  'programme',
  'import',
  'people',
  'statement',
  'translate',
  'save',
  'history',
  'pictures',
  'review',
  'publish',
  'preview',
  'withdraw',
  'corrections',
  'merge',
  'many',
  'missing',
] as const

export type HelpTopic = (typeof helpTopics)[number]

/** A topic in plain words; `text` is Markdown. */
export type HelpText = { title: string; text: string }

/** Topics that a picture shows: public/help/{topic}.png, taken by `npm run screenshots`. */
export const picturedTopics: readonly HelpTopic[] = [
  'find',
  'edition',
  'session',
  'programme',
  'people',
  'statement',
  'translate',
  'history',
  'review',
  'publish',
  'corrections',
  'merge',
  'many',
  'missing',
]

export const deskHelp: Record<Locale, Record<HelpTopic, HelpText>> = { en: deskHelpEn, kk: deskHelpKk, ru: deskHelpRu }
