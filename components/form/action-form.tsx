'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { AreaField } from './area-field'
import { ErrorSummary } from './error-summary'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** What an action answers when it does not lead elsewhere. It stands in the page: never a password. */
export type FormState = {
  values?: Record<string, string>
  errors?: Partial<Record<string, string>>
  /** Something to be shown this once, such as a link to hand over. */
  shown?: { text: string; lines: string[] }
}

export type FormField = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'datetime-local' | 'prose'
  autoComplete?: string
  value?: string
  /** Makes it a menu. */
  choices?: { value: string; label: string }[]
}

/**
 * A form of a few plain fields. Works without JavaScript too: the page passes the action, and what was typed comes
 * back with the errors.
 */
export function ActionForm(props: {
  action: (before: FormState, form: FormData) => Promise<FormState>
  fields: FormField[]
  hidden?: Record<string, string>
  submit: string
  /** Heads the list of errors. */
  failed: string
  /** Once it has shown something there is nothing more to send. */
  isOnce?: boolean
  /** Stands after the fields. */
  children?: ReactNode
}) {
  const [state, action, isPending] = useActionState(props.action, {})
  const { values, errors = {}, shown } = state
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (Object.keys(state.errors ?? {}).length > 0) summary.current?.focus()
  }, [state])
  return (
    <>
      {shown && (
        <div role="status" className="mt-6 rounded-card border border-rule-strong bg-accent-wash p-4">
          <p className="font-semibold">{shown.text}</p>
          <ul className="pt-2 text-meta">
            {shown.lines.map((line) => (
              <li key={line}>
                <code className="[overflow-wrap:anywhere]">{line}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form action={action} hidden={props.isOnce && !!shown} className="space-y-5 pt-6" noValidate>
        <ErrorSummary ref={summary} title={props.failed} errors={errors} />
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.fields.map(({ choices, value, ...field }) =>
          choices ? (
            <SelectField
              key={field.name}
              {...field}
              choices={choices}
              error={errors[field.name]}
              defaultValue={values?.[field.name] ?? value}
            />
          ) : field.type === 'prose' ? (
            <AreaField
              key={field.name}
              name={field.name}
              label={field.label}
              hint={field.hint}
              error={errors[field.name]}
              defaultValue={values?.[field.name] ?? value}
            />
          ) : (
            <TextField
              key={field.name}
              {...field}
              error={errors[field.name]}
              defaultValue={values?.[field.name] ?? value}
            />
          ),
        )}
        {props.children}
        <button
          type="submit"
          disabled={isPending}
          className="rounded-small bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-ink"
        >
          {props.submit}
        </button>
      </form>
    </>
  )
}
