import type { I18n } from '@/lib/i18n/translator'
import type { Rehearsal, RehearsalSummary } from '@/lib/import/rehearsal'
import { titleIn } from '@/lib/revisions/edit-labels'

/** What the edition of an import is called. */
export const editionInWords = ({ editionTitles }: Pick<Rehearsal, 'editionTitles'>, { t, locale }: I18n): string =>
  titleIn(editionTitles, locale)?.title ?? t('deskLists.untitled')

/** What an import writes, in parts: "create 40 sessions", "change 2 sessions"; none where it writes nothing. */
export function actsInWords(summary: RehearsalSummary, withdrawn: number, { t }: I18n): string[] {
  const { edition, sessions, people, organisations, topics, days, rooms, tracks } = summary
  const acts = [
    ['createEdition', edition?.created ?? 0],
    ['changeEdition', edition?.changed ?? 0],
    ['createSessions', sessions.created],
    ['changeSessions', sessions.changed],
    ['withdrawSessions', withdrawn],
    ['createPeople', people.created],
    ['changePeople', people.changed],
    ['createOrganisations', organisations.created],
    ['createTopics', topics.created],
    ['addDays', days],
    ['addRooms', rooms],
    ['addTracks', tracks],
  ] as const
  return acts.flatMap(([act, count]) => (count ? [t(`deskImport.act.${act}`, { count })] : []))
}

/** What became of it, in one line. */
export function outcomeInWords(rehearsal: Rehearsal, i18n: I18n): string {
  const { t, format } = i18n
  const acts = actsInWords(rehearsal.summary, rehearsal.options.withdraw.length, i18n)
  const what = acts.length ? format.list(acts, { type: 'conjunction' }) : t('deskImport.nothing')
  return t(`deskImport.state.${rehearsal.state}`, { what })
}
