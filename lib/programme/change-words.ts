import { dayOf, formatTimes, formatWeekday } from '@/lib/dates'
import type { I18n } from '@/lib/i18n/translator'
import type { PublicChange } from './version-queries'

type Placed = PublicChange['after']

/** When a session stands in a programme: "Thu 15 Oct, 10:00–11:00"; what is not known is said. */
function whenInWords({ day, startsAt, endsAt }: Placed, timeZone: string, context: I18n): string {
  const { t } = context
  const start = startsAt ? new Date(startsAt) : null
  const date = day?.date ?? (start && dayOf(start, timeZone))
  const named = date
    ? formatWeekday(new Date(date), context)
    : day
      ? t('words.dayNumber', { number: day.number })
      : t('words.dayNotRecorded')
  const times = start
    ? formatTimes(start, endsAt ? new Date(endsAt) : null, timeZone, context)
    : t('words.timeNotRecorded')
  return `${named}, ${times}`
}

/** What changed of a session, a line for each thing, for the page and the feed alike. */
export function changeInWords(change: PublicChange, timeZone: string, context: I18n): string[] {
  const { t, format } = context
  const { before, after, rooms, speakers, oldTitle } = change
  const when = (placed: Placed) => whenInWords(placed, timeZone, context)
  const room = (side: 'before' | 'after') => rooms[side]?.value ?? t('forums.roomNotRecorded')
  const names = (side: 'added' | 'removed') => format.list(speakers[side].map(({ value }) => value))
  return change.kinds.flatMap((kind) => {
    if (kind === 'added') return t('changes.added', { when: when(after), room: room('after') })
    if (kind === 'time' && before) return t('changes.time', { before: when(before), after: when(after) })
    if (kind === 'room') return t('changes.room', { before: room('before'), after: room('after') })
    if (kind === 'title') return oldTitle ? t('changes.title', { title: oldTitle.value }) : []
    if (kind === 'speakers')
      return [
        ...(speakers.added.length ? [t('changes.joined', { names: names('added') })] : []),
        ...(speakers.removed.length ? [t('changes.left', { names: names('removed') })] : []),
        ...(speakers.unnamed ? [t('changes.unnamed', { count: speakers.unnamed })] : []),
      ]
    return kind === 'time' ? [] : t(`changes.${kind}`)
  })
}

/** What a version is called: its number, and its name where the editors gave it one. */
export const versionTitle = ({ number, name }: { number: number; name: string | null }, { t }: I18n) =>
  name ? t('changes.versionNamed', { number, name }) : t('changes.version', { number })

/** What a version is in a sentence. */
export function versionInWords(
  { isFirst, sessionCount, changes }: { isFirst: boolean; sessionCount: number; changes: readonly unknown[] },
  { t }: I18n,
): string {
  if (isFirst) return t('changes.first', { sessions: t('words.countSessions', { count: sessionCount }) })
  return t('changes.count', { count: changes.length })
}
