/** A choice of one from a few. The id is the name, so that the error summary can lead to it. */
export function SelectField(props: {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  defaultValue?: string | undefined
  choices: { value: string; label: string }[]
}) {
  const { name, label, hint, error, defaultValue, choices } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="font-semibold text-gold text-meta">
          {error}
        </p>
      )}
      <select
        key={defaultValue} // React resets a select after a failed action
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        className="mt-1.5 w-full rounded-small border border-field bg-sheet px-3 py-2 aria-invalid:border-2 aria-invalid:border-gold"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
