'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Place, ProgrammeSession } from '@/lib/programme/place'
import { asSent, NOWHERE } from '@/lib/programme/sent-place'
import { routes } from '@/lib/routes'
import { secondary } from '../button-styles'
import { asFormAction, type PlaceAction } from './place-answer'
import { PlaceFields } from './place-fields'
import type { ProgrammeStart } from './programme-start'
import type { ProgrammeOnPage } from './use-programme'

/** Where one session stands, as a form. Without JavaScript it posts; with it the page stays as it is. */
export function PlaceForm(props: {
  session: ProgrammeSession
  start: ProgrammeStart
  programme: ProgrammeOnPage
  action: PlaceAction
  onDone?: () => void
  children?: ReactNode
}) {
  const { session, start, programme, action, onDone } = props
  const t = useTranslations('deskProgramme')
  const [isSaving, setSaving] = useState(false)
  const refused = start.refused?.id === session.id ? start.refused : null
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const isUnscheduled =
      ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.name === 'unschedule'
    const place = isUnscheduled ? NOWHERE : readPlace(new FormData(event.currentTarget), start)
    setSaving(true)
    void programme.save(session.id, session.lock, place).then((kind) => {
      setSaving(false)
      if (kind === 'saved') onDone?.()
    })
  }
  const saved = programme.isSaved(session.id) ?? session
  return (
    <form
      key={session.lock}
      action={asFormAction(action)}
      onSubmit={onSubmit}
      noValidate
      className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1"
      aria-label={t('formOf', { title: programme.words.title(session) })}
    >
      <input type="hidden" name="id" value={session.id} />
      <input type="hidden" name="lock" value={session.lock} />
      <PlaceFields prefix={`place-${session.id}`} start={start} place={refused ?? asSent(saved)} error={refused?.why} />
      <div className="flex flex-wrap gap-3 sm:col-span-2 xl:col-span-1">
        <button type="submit" aria-disabled={isSaving} className={secondary}>
          {t('save')}
        </button>
        {session.startsAt && (
          <button type="submit" name="unschedule" value="1" className={secondary}>
            {t('unschedule')}
          </button>
        )}
        {props.children}
      </div>
      <p className="text-meta sm:col-span-2 xl:col-span-1">
        <a className="link" href={routes.record('sessions', session.id)}>
          {t('openSession')}
        </a>
      </p>
    </form>
  )
}

/** The place in a form; a day that was not chosen is the one of the date. */
function readPlace(form: FormData, start: ProgrammeStart): Place {
  const text = (name: string) => String(form.get(name) ?? '') || null
  const startsAt = text('startsAt')
  const ofDate = start.days.find(({ date }) => date === startsAt?.slice(0, 10))?.id ?? null
  return { day: text('day') ?? ofDate, startsAt, endsAt: text('endsAt'), room: text('room') }
}
