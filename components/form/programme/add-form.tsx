'use client'

import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { SentPlace } from '@/lib/programme/sent-place'
import { secondary } from '../button-styles'
import { describedBy, fieldStyle, Labelled } from '../labelled'
import { asFormAction, type PlaceAction } from './place-answer'
import { PlaceFields } from './place-fields'
import type { ProgrammeStart } from './programme-start'
import type { ProgrammeOnPage } from './use-programme'

/** A new session by its title, and its place where that is known. */
export function AddForm(props: {
  start: ProgrammeStart
  programme: ProgrammeOnPage
  action: PlaceAction
  /** Where a double click, or the day that is shown, puts it. */
  place: SentPlace
}) {
  const { start, programme, action, place } = props
  const t = useTranslations('deskProgramme')
  const forms = useTranslations('deskForm')
  const refused = start.refused?.id === null ? start.refused : null
  const [error, setError] = useState(refused?.why)
  const title = useRef<HTMLInputElement>(null)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    void programme.add(new FormData(form)).then((answer) => {
      if (answer.kind === 'saved') {
        form.reset()
        setError(undefined)
        title.current?.focus()
      } else if (answer.kind === 'invalid') setError(forms(`error.${Object.values(answer.errors)[0] ?? 'wrong'}`))
      else if (answer.kind !== 'stale') setError(t(`problem.${answer.kind}`))
    })
  }
  return (
    <section id="add" aria-labelledby="add-title" className="pt-8">
      <h2 id="add-title" className="text-item">
        {t('add')}
      </h2>
      <form
        action={asFormAction(action)}
        onSubmit={onSubmit}
        noValidate
        className="grid gap-4 pt-3 sm:grid-cols-2 xl:grid-cols-1"
      >
        <Labelled id="new-session" label={t('field.title')} error={error}>
          <input
            ref={title}
            id="new-session"
            name="title"
            maxLength={300}
            defaultValue={refused?.title}
            aria-describedby={describedBy('new-session', { error })}
            aria-invalid={error ? true : undefined}
            className={fieldStyle}
          />
        </Labelled>
        <PlaceFields key={JSON.stringify(place)} prefix="add" start={start} place={refused ?? place} />
        <div className="sm:col-span-2 xl:col-span-1">
          <button type="submit" className={secondary}>
            {t('addSubmit')}
          </button>
        </div>
      </form>
    </section>
  )
}
