import { escapeXml } from '@/lib/escape-xml'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { PublicEvent } from '@/lib/revisions/public-history'
import type { PublicName } from '@/lib/revisions/public-names'
import { inLocale, routes } from '@/lib/routes'

/** Corrections as a feed (RFC 4287), the newest first; `names` by the id of the record. */
export function correctionsAsAtom(
  events: readonly PublicEvent[],
  names: ReadonlyMap<string, PublicName>,
  context: I18n,
): string {
  const { t, locale } = context
  const archive = t('site.name')
  const self = absolute(routes.correctionsFeed(locale))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    element('id', self),
    element('title', t('corrections.feedTitle', { archive })),
    element('subtitle', t('corrections.description')),
    // A feed without entries was last changed when nobody knows: at the beginning of time.
    element('updated', (events[0]?.at ?? new Date(0)).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(absolute(inLocale(locale, routes.corrections())))}"/>`,
    `<author>${element('name', archive)}</author>`,
    ...events.flatMap((event) => {
      const of = names.get(event.recordId)
      return of ? [entryOf(event, of, context)] : []
    }),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(event: PublicEvent, of: PublicName, { t, locale }: I18n): string {
  const history = absolute(inLocale(locale, routes.history(of.path)))
  const what = event.kind === 'answer' ? t(`corrections.answer.${event.state}`) : t(`corrections.kind.${event.kind}`)
  const name = of.isTitleSupplied ? `[${of.name.value}]` : of.name.value
  return [
    '<entry>',
    element('id', `${absolute(routes.corrections())}#${event.key}`),
    element('title', `${what}: ${name}`),
    `<link rel="alternate" type="text/html" href="${escapeXml(`${history}#${event.key}`)}"/>`,
    element('updated', event.at.toISOString()),
    element('published', event.at.toISOString()),
    summaryOf(event, t),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** The answer, or the words as they were and as they are now. */
function summaryOf(event: PublicEvent, t: I18n['t']): string | null {
  if (event.kind === 'answer')
    return `<summary xml:lang="${escapeXml(event.answer.language)}">${escapeXml(event.answer.value)}</summary>`
  if (event.gap) return element('summary', t('corrections.redacted.title'))
  const [words] = event.change?.words ?? []
  if (!words) return null
  const without = (gone: 'added' | 'removed') =>
    words.pieces.map(({ kind, text }) => (kind === gone ? '' : text)).join('')
  const text = [
    t('corrections.version.was', { words: without('added') }),
    t('corrections.version.is', { words: without('removed') }),
  ].join('\n')
  return `<summary xml:lang="${escapeXml(words.language)}">${escapeXml(text)}</summary>`
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
