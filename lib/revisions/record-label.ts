import type { Locale } from '@/lib/i18n/locales'
import type { PublicationState, ReviewState } from '@/prisma/client/enums'

/** Titles of a record by language. */
export type Titles = Record<string, string>

/** A title as it can be shown; `lang` is the language it is in. Null: nothing was written yet. */
export type ShownTitle = { text: string; lang: string } | null

/** A title in the language of the desk, else in `otherwise`, else in English, else in any. */
export function shownTitle(titles: unknown, locale: Locale, otherwise?: string | null): ShownTitle {
  const all = (titles ?? {}) as Titles
  const lang = [locale, otherwise ?? 'en', 'en', ...Object.keys(all)].find((each) => all[each])
  return lang ? { text: all[lang] ?? '', lang } : null
}

/** What a record can be called by how it stands; each is a key of `deskLists.state`. */
export const stateLabels = ['draft', 'in_review', 'published', 'changed', 'withdrawn', 'scheduled'] as const
export type StateLabel = (typeof stateLabels)[number]

export type Standing = {
  state: PublicationState
  review: ReviewState
  version: number
  publishedVersion: number | null
  scheduledAt?: Date | null
}

/** How a record stands, the most telling first: published, changed since, in review, at a time. */
export function labelsOf({ state, review, version, publishedVersion, scheduledAt }: Standing): StateLabel[] {
  const isInReview = review === 'in_review'
  const isChanged = publishedVersion !== null && version > publishedVersion
  const labels: StateLabel[] = []
  if (state === 'published') labels.push(isChanged && !isInReview ? 'changed' : 'published')
  else if (state === 'withdrawn') labels.push('withdrawn')
  else if (!isInReview) labels.push('draft')
  if (isInReview) labels.push('in_review')
  if (scheduledAt) labels.push('scheduled')
  return labels
}
