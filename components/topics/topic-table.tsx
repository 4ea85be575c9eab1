import { SaidText } from '@/components/said-text'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { linesOf, type TopicBranch, type TopicLine } from '@/lib/topics/tree'

/** Indents by depth; spelled out, as Tailwind finds class names only whole. */
const indents = ['ps-0', 'ps-5', 'ps-10', 'ps-14', 'ps-16'] as const

/** Topics as a hierarchy, with how many sessions (also as bars) and statements are on each. */
export function TopicTable({ tree, locale }: { tree: TopicBranch[]; locale: Locale }) {
  const { t } = i18n(locale)
  const lines = linesOf(tree)
  const most = Math.max(1, ...lines.map(({ topic }) => topic.sessionCount))
  return (
    <table className="w-full border-rule border-b text-[0.9375rem]">
      <thead className="text-left text-meta text-muted">
        <tr>
          <th scope="col" className="pb-2 font-normal">
            {t('words.topic')}
          </th>
          <th scope="col" className="w-28 pb-2 font-normal sm:w-60">
            {t('words.sessions')}
          </th>
          <th scope="col" className="hidden w-36 pb-2 text-end font-normal sm:table-cell">
            {t('words.statements')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TopicTableRow key={line.topic.slug} line={line} most={most} locale={locale} />
        ))}
      </tbody>
    </table>
  )
}

function TopicTableRow({ line, most, locale }: { line: TopicLine; most: number; locale: Locale }) {
  const { t, format } = i18n(locale)
  const { topic, depth } = line
  return (
    <tr className="border-rule border-t align-baseline">
      <th scope="row" className={`py-2.5 pe-4 text-start font-normal ${indents[depth] ?? indents[0]}`}>
        {depth > 0 && <span className="sr-only">{t('topics.under')} </span>}
        <a className="quiet-link py-0.5 font-serif text-item" href={inLocale(locale, topic.path)}>
          <SaidText said={topic.name} locale={locale} />
        </a>
        {topic.statementCount > 0 && (
          <span className="block text-meta text-muted sm:hidden">
            {t('words.countStatements', { count: topic.statementCount })}
          </span>
        )}
      </th>
      <td className="py-2.5">
        <span className="grid grid-cols-[1fr_2.5rem] items-center gap-3">
          <span
            aria-hidden="true"
            className="h-2 rounded-[1px] bg-accent"
            style={{ width: `${(100 * topic.sessionCount) / most}%` }}
          />
          <span className="text-meta text-muted">{format.number(topic.sessionCount)}</span>
        </span>
      </td>
      <td className="hidden py-2.5 text-end text-meta text-muted sm:table-cell">
        {format.number(topic.statementCount)}
      </td>
    </tr>
  )
}
