'use client'

import { useActionState, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locales'
import { primary, secondary } from '../button-styles'
import { DeskWords } from '../desk-words'
import { describedBy, fieldStyle, Labelled } from '../labelled'
import { Notice } from '../notice'
import type { PasteAction, PasteState } from './paste-state'
import { PastedPeople } from './pasted-people'
import { PastedRows } from './pasted-rows'

type Props = {
  action: PasteAction
  language: string
  languages: { value: string; label: string }[]
}

/** First a text of rows, then the rows with what each would become. Works without JavaScript: every step is a post. */
export function PasteForm({
  locale,
  messages,
  ...props
}: Props & { locale: Locale; messages: Record<string, unknown> }) {
  return (
    <DeskWords locale={locale} messages={messages}>
      <Steps {...props} />
    </DeskWords>
  )
}

function Steps({ action, language, languages }: Props) {
  const start: PasteState = { kind: 'start', text: '', language, problem: null }
  const [state, formAction, isPending] = useActionState(action, start)
  const t = useTranslations('deskPaste')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.kind === 'checked') heading.current?.focus()
  }, [state])
  if (state.kind === 'start')
    return (
      <form action={formAction} className="max-w-3xl space-y-5 pt-6">
        <Labelled
          id="text"
          label={t('text')}
          hint={t('textHint')}
          error={state.problem ? t(`problem.${state.problem}`) : undefined}
        >
          <textarea
            key={state.text}
            id="text"
            name="text"
            rows={14}
            defaultValue={state.text}
            aria-describedby={describedBy('text', { hint: 'yes', error: state.problem ?? undefined })}
            aria-invalid={state.problem ? true : undefined}
            className={`${fieldStyle} font-mono text-meta`}
          />
        </Labelled>
        <Labelled id="language" label={t('language')} hint={t('languageHint')}>
          <select
            key={state.language}
            id="language"
            name="language"
            defaultValue={state.language}
            aria-describedby="language-hint"
            className={fieldStyle}
          >
            {languages.map(({ value, label }) => (
              <option key={value} value={value} lang={value}>
                {label}
              </option>
            ))}
          </select>
        </Labelled>
        <button type="submit" aria-disabled={isPending} className={primary}>
          {t('check')}
        </button>
      </form>
    )

  const { checked, problem, unknown } = state
  const taken = checked.rows.filter(({ take }) => take)
  const wrong = checked.rows.filter(({ errors }) => errors.length)
  return (
    <>
      {problem && <Notice isProblem>{t(`problem.${problem}`)}</Notice>}
      {/* What was shown is sent back whole, so that it can be put right in place. */}
      <form key={checked.seen} action={formAction} className="pt-6" noValidate>
        <input type="hidden" name="seen" value={checked.seen} />
        <input type="hidden" name="language" value={state.language} />
        <h2 ref={heading} tabIndex={-1} className="text-section">
          {t('found', { rows: checked.rows.length })}
        </h2>
        <ul className="list-disc space-y-1 ps-5 pt-3">
          <li>{t('taken', { count: taken.length })}</li>
          {wrong.length > 0 && <li>{t('wrong', { count: wrong.length })}</li>}
          {checked.newRooms.length > 0 && (
            <li>{t('newRooms', { count: checked.newRooms.length, names: checked.newRooms.join(', ') })}</li>
          )}
          {checked.newDays.length > 0 && (
            <li>{t('newDays', { count: checked.newDays.length, names: checked.newDays.join(', ') })}</li>
          )}
          {unknown.length > 0 && <li>{t('unknown', { names: unknown.join(', ') })}</li>}
          {checked.isTooMany && <li>{t('tooManyNames')}</li>}
        </ul>
        <PastedRows rows={checked.rows} />
        <PastedPeople people={checked.people} />
        <div className="sticky bottom-0 z-10 -mx-4 mt-8 flex flex-wrap gap-3 border-rule border-t bg-paper px-4 py-3">
          <button type="submit" name="intent" value="apply" aria-disabled={isPending} className={primary}>
            {t('apply', { count: taken.length })}
          </button>
          <button type="submit" name="intent" value="check" aria-disabled={isPending} className={secondary}>
            {t('checkAgain')}
          </button>
        </div>
      </form>
    </>
  )
}
