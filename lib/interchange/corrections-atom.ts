import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { PublicEvent } from '@/lib/revisions/public-history'
import type { PublicName } from '@/lib/revisions/public-names'
import { inLocale, routes } from '@/lib/routes'
import { feedAsAtom } from './atom'
import type { FeedEntry } from './feed'

/** Corrections as a feed, the newest first; `names` by the id of the record. */
export function correctionsAsAtom(
  events: readonly PublicEvent[],
  names: ReadonlyMap<string, PublicName>,
  context: I18n,
): string {
  const { t, locale } = context
  const archive = t('site.name')
  return feedAsAtom({
    ...{ locale, archive },
    self: absolute(routes.correctionsFeed(locale)),
    page: absolute(inLocale(locale, routes.corrections())),
    title: t('corrections.feedTitle', { archive }),
    subtitle: t('corrections.description'),
    updated: events[0]?.at,
    entries: events.flatMap((event) => {
      const of = names.get(event.recordId)
      return of ? [entryOf(event, of, context)] : []
    }),
  })
}

function entryOf(event: PublicEvent, of: PublicName, { t, locale }: I18n): FeedEntry {
  const history = absolute(inLocale(locale, routes.history(of.path)))
  const what = event.kind === 'answer' ? t(`corrections.answer.${event.state}`) : t(`corrections.kind.${event.kind}`)
  const name = of.isTitleSupplied ? `[${of.name.value}]` : of.name.value
  return {
    id: `${absolute(routes.corrections())}#${event.key}`,
    url: `${history}#${event.key}`,
    title: `${what}: ${name}`,
    ...{ updated: event.at, published: event.at, summary: summaryOf(event, t) },
  }
}

/** The answer, or the words as they were and as they are now. */
function summaryOf(event: PublicEvent, t: I18n['t']): FeedEntry['summary'] {
  if (event.kind === 'answer') return { text: event.answer.value, language: event.answer.language }
  if (event.gap) return { text: t('corrections.redacted.title') }
  const [words] = event.change?.words ?? []
  if (!words) return null
  const without = (gone: 'added' | 'removed') =>
    words.pieces.map(({ kind, text }) => (kind === gone ? '' : text)).join('')
  const text = [
    t('corrections.version.was', { words: without('added') }),
    t('corrections.version.is', { words: without('removed') }),
  ].join('\n')
  return { text, language: words.language }
}
