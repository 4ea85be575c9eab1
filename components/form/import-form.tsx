'use client'

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locales'
import { primary, small } from './button-styles'
import { DeskWords } from './desk-words'
import { type ImportStep, sendImport } from './send-import'

type Props = { action: string; children: ReactNode }

/** A form with the files of a programme. With JavaScript it tells how far sending and reading are; without it just sends. */
export function ImportForm({ locale, messages, ...props }: Props & { locale: Locale; messages: object }) {
  return (
    <DeskWords locale={locale} messages={messages}>
      <Form {...props} />
    </DeskWords>
  )
}

type State = { kind: 'idle' } | { kind: 'problem'; text: string } | { kind: 'working'; step: ImportStep }

function Form({ action, children }: Props) {
  const t = useTranslations('deskUpload')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const sending = useRef<AbortController>(null)
  const alert = useRef<HTMLParagraphElement>(null)

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state.kind === 'working') return
    const stopping = new AbortController()
    sending.current = stopping
    setState({ kind: 'working', step: { step: 'send', done: 0, of: 1 } })
    const outcome = await sendImport(action, new FormData(event.currentTarget), {
      onStep: (step) => setState({ kind: 'working', step }),
      signal: stopping.signal,
    })
    if (outcome.kind === 'rehearsed') return window.location.assign(outcome.at)
    setState(
      outcome.kind === 'stopped'
        ? { kind: 'idle' }
        : { kind: 'problem', text: outcome.kind === 'refused' ? outcome.text : t(outcome.kind) },
    )
    requestAnimationFrame(() => alert.current?.focus())
  }
  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={onSubmit} className="space-y-5 pt-6">
      {state.kind === 'problem' && (
        <p ref={alert} role="alert" tabIndex={-1} className="rounded-card border-2 border-gold bg-gold-wash p-4">
          {state.text}
        </p>
      )}
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" aria-disabled={state.kind === 'working'} className={primary}>
          {t('rehearse')}
        </button>
        {state.kind === 'working' && (
          <>
            <Working step={state.step} />
            <button type="button" className={small} onClick={() => sending.current?.abort()}>
              {t('cancel')}
            </button>
          </>
        )}
      </div>
    </form>
  )
}

function Working({ step: { step, done, of } }: { step: ImportStep }) {
  const t = useTranslations('deskUpload')
  const percent = of ? Math.round((100 * done) / of) : null
  return (
    <div className="flex flex-wrap items-center gap-3 text-meta">
      <progress max={100} {...(percent === null ? {} : { value: percent })} aria-label={t(`step.${step}`)} />
      <span role="status">{t(`step.${step}`)}</span>
      <span aria-hidden="true">{percent === null ? (done ? t('done', { done }) : '') : t('percent', { percent })}</span>
    </div>
  )
}
