import type { I18n } from '@/lib/i18n/translator'
import type { RehearsalSummary } from '@/lib/import/rehearsal'

/** How much of everything there is in a rehearsal, each number with its word; what there is none of is left out. */
export function CountList({ summary, i18n }: { summary: RehearsalSummary; i18n: I18n }) {
  const { t, format } = i18n
  const { edition, sessions, people, organisations, topics, days, rooms, tracks, notices, failed } = summary
  const lines = [
    {
      what: 'edition' as const,
      counts: {
        ...{ created: edition?.created ?? 0, changed: edition?.changed ?? 0 },
        ...{ conflicts: edition?.conflicts ?? 0, blocked: edition?.blocked ?? 0 },
      },
    },
    {
      what: 'sessions' as const,
      counts: {
        ...{ created: sessions.created, changed: sessions.changed, unchanged: sessions.unchanged },
        ...{ conflicts: sessions.conflicts, vanished: sessions.vanished, blocked: sessions.blocked, failed },
      },
    },
    {
      what: 'people' as const,
      counts: {
        ...{ created: people.created, matched: people.matched, asked: people.asked },
        ...{
          changed: people.changed,
          unchanged: people.unchanged,
          conflicts: people.conflicts,
          blocked: people.blocked,
        },
      },
    },
    { what: 'organisations' as const, counts: organisations },
    { what: 'topics' as const, counts: topics },
    { what: 'places' as const, counts: { days, rooms, tracks } },
    { what: 'notices' as const, counts: { notices } },
  ]
  return (
    <dl className="pt-4">
      {lines.map(({ what, counts }) => {
        const said = Object.entries(counts).filter(([, count]) => count > 0)
        return said.length > 0 ? (
          <div key={what} className="grid gap-x-6 border-rule border-t py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="font-semibold">{t(`deskImport.section.${what}`)}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-5">
                {said.map(([of, count]) => (
                  <li key={of}>{t(`deskImport.count.${of as 'created'}`, { count, number: format.number(count) })}</li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null
      })}
    </dl>
  )
}
