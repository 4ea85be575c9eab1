'use client'

import { useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/text-field'
import type { AdministratorFormState } from './actions'

type Labels = Record<'name' | 'email' | 'password' | 'passwordHint' | 'submit' | 'errors', string>

/** Saves without JavaScript too: the page passes the action, and what was typed comes back with the errors. */
export function AdministratorForm(props: {
  action: (before: AdministratorFormState, form: FormData) => Promise<AdministratorFormState>
  token: string
  labels: Labels
}) {
  const { labels } = props
  const [{ values, errors = {} }, action, isPending] = useActionState(props.action, {})
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length > 0) summary.current?.focus()
  }, [errors])
  return (
    <form action={action} className="space-y-5 pt-6" noValidate>
      <ErrorSummary ref={summary} title={labels.errors} errors={errors} />
      <input type="hidden" name="token" value={props.token} />
      <TextField name="name" label={labels.name} error={errors.name} defaultValue={values?.name} autoComplete="name" />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        error={errors.email}
        defaultValue={values?.email}
        autoComplete="email"
      />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        hint={labels.passwordHint}
        error={errors.password}
        autoComplete="new-password"
      />
      <button
        type="submit"
        disabled={isPending}
        className="rounded-small bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-ink"
      >
        {labels.submit}
      </button>
    </form>
  )
}
