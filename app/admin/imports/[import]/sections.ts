import type { SignedIn } from '@/lib/auth/signed-in'
import type { I18n } from '@/lib/i18n/translator'
import type { Rehearsal, RehearsalSection } from '@/lib/import/rehearsal'

/** The lists of a rehearsal in the order in which they are looked at: what waits for an answer first. */
export const rehearsalSections = [
  'questions',
  'edition',
  'sessions',
  'vanished',
  'people',
  'organisations',
  'topics',
  'places',
  'notices',
] as const satisfies readonly RehearsalSection[]

/** What every part of a rehearsal's page is shown with; times are in the edition's zone. */
export type View = { rehearsal: Rehearsal; user: SignedIn; timeZone: string; i18n: I18n; page: number }
