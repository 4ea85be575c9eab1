'use client'

import { type RefObject, useLayoutEffect } from 'react'
import { type FormValues, valueAt, withValue } from '@/lib/revisions/form-values'

/**
 * What was typed or chosen before the browser ran the form: React would put the values that came with the page back in
 * its place at the next change. Picked up once, before anything else changes.
 */
export function useTypedEarly(of: {
  form: RefObject<HTMLFormElement | null>
  setValues: (change: (before: FormValues) => FormValues) => void
}) {
  const { form, setValues } = of
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    const early = typedEarly(form.current)
    if (early.length)
      setValues((before) =>
        early.reduce(
          (values, [path, value]) => (isPlain(valueAt(values, path)) ? withValue(values, path, value) : values),
          before,
        ),
      )
  }, [])
}

/** The inputs of a form that no longer hold what the page gave them, by name. Those of pickers look after themselves. */
function typedEarly(form: HTMLFormElement | null): [path: string, value: string | boolean][] {
  return [...(form?.elements ?? [])].flatMap((input): [string, string | boolean][] => {
    if (input instanceof HTMLTextAreaElement || (input instanceof HTMLInputElement && isTyped(input)))
      return input.name && input.value !== input.defaultValue ? [[input.name, input.value]] : []
    if (input instanceof HTMLInputElement && input.type === 'checkbox')
      return input.name && input.checked !== input.defaultChecked ? [[input.name, input.checked]] : []
    if (input instanceof HTMLSelectElement && input.name)
      return input.options[input.selectedIndex]?.defaultSelected === false &&
        [...input.options].some((option) => option.defaultSelected)
        ? [[input.name, input.value]]
        : []
    return []
  })
}

const isTyped = (input: HTMLInputElement) =>
  !['hidden', 'checkbox', 'radio', 'file', 'submit', 'button'].includes(input.type) && !input.name.includes('~')

const isPlain = (value: unknown) => typeof value !== 'object' || value === null
