import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { ProgrammeBuilder } from '@/components/form/programme/programme-builder'
import type { ProgrammeStart } from '@/components/form/programme/programme-start'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { timeZoneName } from '@/lib/editions/time-zone'
import type { I18n } from '@/lib/i18n/translator'
import { messagesIn } from '@/lib/i18n/translator'
import { withDaysOf } from '@/lib/programme/place'
import { MOST_SESSIONS, readProgramme, readProgrammePlaces } from '@/lib/programme/queries'
import { placeSchema } from '@/lib/programme/sent-place'
import { routes, withQuery } from '@/lib/routes'
import { BackToRecord } from '../back-to-record'
import type { Said } from '../publishing/said'
import { type RecordParams, readRecord } from '../read-record'
import { addSessionAction, placeSessionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskProgramme.title') }
}

/** The programme of an edition as it is edited, drafts too: days, rooms, and what stands where at which time. */
export default async function ProgrammePage(props: { params: RecordParams; searchParams: Promise<Said> }) {
  const user = await allowed('write')
  const record = await readRecord(props.params)
  if (record.noun !== 'edition') notFound()
  const { id } = record
  const at = Date.now()
  const i18n = await deskI18n()
  const { t } = i18n
  const places = (await readProgrammePlaces(id, user.locale)) ?? notFound()
  const { sessions, people } = await readProgramme(id, places.timeZone, user)
  const query = await props.searchParams
  const page = routes.programme(id)
  const pasted = z.uuid().safeParse(query.batch).data
  const start: ProgrammeStart = {
    ...{ sessions, people, at, lock: places.lock },
    days: withDaysOf(places.days, sessions).map((day) => ({ ...day, label: dayLabel(day.date, i18n) })),
    undated: places.undated.map((day) => ({ id: day.id, label: t('words.dayNumber', { number: day.number ?? '' }) })),
    rooms: places.rooms.map((room) => ({
      id: room.id,
      label: room.name?.text ?? t('deskProgramme.untitled'),
      lang: room.name?.lang,
    })),
    changes: routes.programmeChanges(id),
    page,
    signIn: withQuery(routes.signIn(), { return: page }),
    refused: refusedOf(query, i18n),
  }
  const firstDay = start.days[0]?.date
  const zone = timeZoneName(places.timeZone, firstDay ? new Date(firstDay) : new Date(), i18n)
  return (
    <>
      <BackToRecord record={record} title={t('deskProgramme.title')} />
      {query.done === 'saved' && <Notice>{t('deskProgramme.savedPlainly')}</Notice>}
      {query.done === 'pasted' && (
        <Notice>
          {t('deskProgramme.pasted', { sessions: Number(query.sessions) || 0, people: Number(query.people) || 0 })}{' '}
          {pasted && (
            <a className="link" href={routes.batch(pasted)}>
              {t('deskProgramme.takePasteBack')}
            </a>
          )}
        </Notice>
      )}
      {start.refused && <Notice isProblem>{start.refused.why}</Notice>}
      <p className="prose pt-4 text-muted">
        {t('deskProgramme.intro', { zone })}{' '}
        <a className="link" href={`${routes.record('editions', id)}#programme`}>
          {t('deskProgramme.places')}
        </a>
      </p>
      <p className="flex flex-wrap gap-3 pt-4">
        <a className={secondary} href={routes.pasteProgramme(id)}>
          {t('deskProgramme.paste')}
        </a>
        {may(user, 'publish') && (
          <a className={secondary} href={routes.publishProgramme(id)}>
            {t('deskProgramme.publish.title')}
          </a>
        )}
      </p>
      {start.days.length === 0 && <Notice>{t('deskProgramme.noDays')}</Notice>}
      {sessions.length === MOST_SESSIONS && (
        <Notice isProblem>{t('deskProgramme.tooMany', { most: MOST_SESSIONS })}</Notice>
      )}
      <ProgrammeBuilder
        start={start}
        actions={{ place: placeSessionAction.bind(null, id), add: addSessionAction.bind(null, id) }}
        locale={i18n.locale}
        messages={messagesIn(i18n.locale, 'deskProgramme', 'deskForm')}
      />
    </>
  )
}

const dayLabel = (date: string, { format }: I18n) =>
  format.dateTime(new Date(date), { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })

const PROBLEMS = ['stale', 'gone'] as const

/** What a plain form sent and could not save, as its page was led back here. */
function refusedOf(query: Said, { t }: I18n): ProgrammeStart['refused'] {
  const problem = PROBLEMS.find((each) => each === query.problem)
  if (!problem && query.problem !== 'invalid') return null
  const text = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const place = placeSchema.safeParse({
    ...query,
    day: text('day'),
    startsAt: text('startsAt'),
    endsAt: text('endsAt'),
    room: text('room'),
  }).data
  if (!place) return null
  const known = ['endsBeforeStart', 'startMissing', 'notATime', 'outOfRange', 'titleMissing', 'tooLong'] as const
  const error = known.find((each) => each === text('why')) ?? 'wrong'
  const why = problem ? t(`deskProgramme.plainProblem.${problem}`) : t(`deskForm.error.${error}`)
  return { ...place, id: text('id') || null, title: text('title'), why }
}
