import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Connection, SearchHit } from '@/lib/search/search-result'
import { MarkedLink, MarkedText } from './marked'

const words = {
  name: 'organisations.otherNames',
  topic: 'words.topic',
  speaker: 'words.speaker',
  organisation: 'words.organisation',
  country: 'words.country',
  edition: 'words.edition',
  session: 'words.session',
  position: 'search.position',
  track: 'sessions.track',
  theme: 'sources.claim.theme',
  venue: 'sources.claim.place',
} as const satisfies Record<Connection, string>

/** What something was found by where its own texts do not show it: "Topic: Multilateralism". */
export function HitThrough({ through, locale }: { through: SearchHit['through']; locale: Locale }) {
  const { t } = i18n(locale)
  if (through.length === 0) return null
  return (
    <ul className="flex max-w-(--container-prose) flex-wrap gap-x-5 pt-1 text-meta">
      {through.map(({ connection, path, ...name }) => (
        <li key={`${connection} ${path} ${name.runs.map(({ text }) => text).join('')}`}>
          <span className="text-muted">{t('search.named', { what: t(words[connection]) })} </span>
          {path ? (
            <MarkedLink to={{ ...name, path }} locale={locale} className="inline-block py-0.5" />
          ) : (
            <MarkedText {...name} locale={locale} />
          )}
        </li>
      ))}
    </ul>
  )
}
