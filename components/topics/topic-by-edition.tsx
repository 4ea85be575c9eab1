import { Hemicycle } from '@/components/hemicycle'
import { SaidText } from '@/components/said-text'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { Topic } from '@/lib/topics/queries'

/** Beyond this the seats are too many to be told apart, and the table says it better. */
const MOST_SEATS = 120

/** The sessions of the latest edition as seats, those on the topic filled; and every edition as a table. */
export function TopicByEdition({ topic, locale }: { topic: Topic; locale: Locale }) {
  const [latest] = topic.editions
  const isDrawn = latest && topic.sessionsOfLatest > 0 && topic.sessionsOfLatest <= MOST_SEATS
  return (
    <div className={isDrawn ? 'grid grid-cols-1 items-center gap-x-16 gap-y-10 lg:grid-cols-2' : ''}>
      {isDrawn && <LatestEdition topic={topic} locale={locale} />}
      <EditionsTable topic={topic} locale={locale} />
    </div>
  )
}

function LatestEdition({ topic, locale }: { topic: Topic; locale: Locale }) {
  const { t } = i18n(locale)
  const [latest] = topic.editions
  if (!latest) return null
  const titles = topic.sessions.filter(({ edition }) => edition.path === latest.edition.path)
  const named = Array.from({ length: latest.sessionCount }, (_, seat) => ({
    label: '',
    title: titles[seat]?.title.value ?? topic.name.value,
  }))
  return (
    <Hemicycle
      total={topic.sessionsOfLatest}
      named={named}
      caption={t('topics.seats', {
        count: latest.sessionCount,
        total: topic.sessionsOfLatest,
        edition: latest.edition.name.value,
      })}
    />
  )
}

function EditionsTable({ topic, locale }: { topic: Topic; locale: Locale }) {
  const { t, format } = i18n(locale)
  const most = Math.max(1, ...topic.editions.map(({ sessionCount }) => sessionCount))
  return (
    <table className="w-full self-start border-rule border-b text-[0.9375rem]">
      <thead className="text-start text-meta text-muted">
        <tr>
          <th scope="col" className="pb-2 text-start font-normal">
            {t('words.edition')}
          </th>
          <th scope="col" className="w-28 pb-2 text-start font-normal sm:w-40">
            {t('words.sessions')}
          </th>
          <th scope="col" className="hidden pb-2 ps-3 text-end font-normal sm:table-cell">
            {t('words.statements')}
          </th>
        </tr>
      </thead>
      <tbody>
        {topic.editions.map(({ edition, sessionCount, statementCount }) => (
          <tr key={edition.path} className="border-rule border-t align-baseline">
            <th scope="row" className="py-2.5 pe-4 text-start font-normal">
              <a className="quiet-link py-0.5" href={inLocale(locale, edition.path)}>
                <SaidText said={edition.name} locale={locale} />
              </a>
              <span className="block text-meta text-muted sm:hidden">
                {t('words.countStatements', { count: statementCount })}
              </span>
            </th>
            <td className="py-2.5">
              <span className="grid grid-cols-[1fr_2.5rem] items-center gap-3">
                <span
                  aria-hidden="true"
                  className="h-2 rounded-[1px] bg-accent"
                  style={{ width: `${(100 * sessionCount) / most}%` }}
                />
                <span className="text-meta text-muted">{format.number(sessionCount)}</span>
              </span>
            </td>
            <td className="hidden py-2.5 text-end text-meta text-muted sm:table-cell">
              {format.number(statementCount)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
