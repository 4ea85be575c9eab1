import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { TextField } from '@/components/form/text-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { countryName } from '@/lib/countries'
import { type CarriedSession, planNextEdition } from '@/lib/programme/next-edition'
import { BackToRecord } from '../back-to-record'
import type { Said } from '../publishing/said'
import { type RecordParams, readRecord } from '../read-record'
import { createNextEditionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskProgramme.next.title') }
}

/** The next edition of a forum, made of the last one: what it would have is shown and chosen before it is made. */
export default async function NextEditionPage(props: { params: RecordParams; searchParams: Promise<Said> }) {
  const user = await allowed('write')
  const record = await readRecord(props.params)
  if (record.noun !== 'edition') notFound()
  const plan = (await planNextEdition(record.id, user.locale)) ?? notFound()
  const { problem } = await props.searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const known = problem === 'numberTaken' || problem === 'wrong' ? problem : null
  return (
    <div className="max-w-2xl">
      <BackToRecord record={record} title={t('deskProgramme.next.title')} />
      {known && <Notice isProblem>{t(`deskProgramme.next.${known}`)}</Notice>}
      <p className="pt-4 text-muted">{t('deskProgramme.next.intro')}</p>
      <form action={createNextEditionAction} className="space-y-8 pt-6">
        <input type="hidden" name="id" value={record.id} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="number" label={t('deskForm.field.number')} defaultValue={String(plan.number ?? '')} />
          <TextField name="year" label={t('deskForm.field.year')} defaultValue={String(plan.year ?? '')} />
        </div>
        <div className="space-y-1">
          <p>{t('deskProgramme.next.timeZone', { zone: plan.timeZone ?? t('words.notRecorded') })}</p>
          <p>{t('deskProgramme.next.rooms', { names: plan.rooms.join(', ') || t('deskProgramme.next.none') })}</p>
          <p>{t('deskProgramme.next.tracks', { names: plan.tracks.join(', ') || t('deskProgramme.next.none') })}</p>
        </div>
        {(plan.organisations.length > 0 || plan.country) && (
          <fieldset>
            <legend className="font-semibold">{t('deskProgramme.next.host')}</legend>
            {plan.country && <Tick name="country" value="on" isTicked label={countryName(plan.country, i18n)} />}
            {plan.organisations.map(({ id, name, role }) => (
              <Tick
                key={`${id} ${role}`}
                name="organisation"
                value={id}
                isTicked
                label={`${name} · ${t(`words.organisationRole.${role}`)}`}
              />
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend className="font-semibold">{t('deskProgramme.next.sessions')}</legend>
          <p className="text-meta text-muted">{t('deskProgramme.next.sessionsHint')}</p>
          {plan.sessions.length === 0 && <p className="pt-2">{t('deskProgramme.next.none')}</p>}
          <ul className="pt-2">
            {plan.sessions.map((session) => (
              <Session key={session.id} session={session} format={t(`words.format.${session.format}`)}>
                {(role) => t(`words.role.${role}`)}
              </Session>
            ))}
          </ul>
        </fieldset>
        <button type="submit" className={primary}>
          {t('deskProgramme.next.submit')}
        </button>
      </form>
    </div>
  )
}

function Session(props: {
  session: CarriedSession
  format: string
  children: (role: CarriedSession['people'][number]['role']) => string
}) {
  const { session, format, children } = props
  return (
    <li className="border-rule border-t py-2">
      <Tick
        name="session"
        value={session.id}
        isTicked={session.isRecurring}
        label={`${session.title} · ${format}`}
        lang={session.lang}
      />
      {session.people.length > 0 && (
        <ul className="ps-7 text-meta">
          {session.people.map(({ id, name, role }) => (
            <li key={id}>
              <Tick name="person" value={id} isTicked={false} label={`${name} · ${children(role)}`} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Tick(props: { name: string; value: string; isTicked: boolean; label: string; lang?: string }) {
  return (
    <label className="flex items-baseline gap-2.5 py-1" lang={props.lang}>
      <input type="checkbox" name={props.name} value={props.value} defaultChecked={props.isTicked} />
      {props.label}
    </label>
  )
}
