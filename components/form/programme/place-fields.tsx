import { useTranslations } from 'use-intl'
import type { SentPlace } from '@/lib/programme/sent-place'
import { describedBy, fieldStyle, Labelled } from '../labelled'
import type { ProgrammeStart } from './programme-start'

/** Day, times and room, as plain fields. `prefix` makes their ids. */
export function PlaceFields(props: {
  prefix: string
  start: Pick<ProgrammeStart, 'days' | 'undated' | 'rooms'>
  place: SentPlace
  error?: string | undefined
}) {
  const { prefix, start, place, error } = props
  const t = useTranslations('deskProgramme')
  const time = (name: 'startsAt' | 'endsAt', error?: string) => {
    const id = `${prefix}-${name}`
    return (
      <Labelled id={id} label={t(`field.${name}`)} error={error}>
        <input
          {...{ id, name }}
          type="datetime-local"
          defaultValue={place[name]}
          aria-describedby={describedBy(id, { error })}
          aria-invalid={error ? true : undefined}
          className={fieldStyle}
        />
      </Labelled>
    )
  }
  const days = [...start.days.flatMap(({ id, label }) => (id ? [{ id, label }] : [])), ...start.undated]
  return (
    <>
      <Labelled id={`${prefix}-day`} label={t('field.day')}>
        <select id={`${prefix}-day`} name="day" defaultValue={place.day} className={fieldStyle}>
          <option value="">{t('dayOfStart')}</option>
          {days.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
      {time('startsAt', error)}
      {time('endsAt')}
      <Labelled id={`${prefix}-room`} label={t('field.room')}>
        <select id={`${prefix}-room`} name="room" defaultValue={place.room} className={fieldStyle}>
          <option value="">{t('noRoom')}</option>
          {start.rooms.map(({ id, label, lang }) => (
            <option key={id} value={id} lang={lang}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  )
}
