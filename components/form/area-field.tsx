import { describedBy, fieldStyle, Labelled } from './labelled'

/** A text of several lines, in a form of a few plain fields. The id is the name, so that the error summary can lead to it. */
export function AreaField(props: {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  defaultValue?: string | undefined
}) {
  const { name, error, defaultValue } = props
  return (
    <Labelled id={name} {...props}>
      <textarea
        id={name}
        name={name}
        rows={3}
        defaultValue={defaultValue}
        aria-describedby={describedBy(name, props)}
        aria-invalid={error ? true : undefined}
        className={fieldStyle}
      />
    </Labelled>
  )
}
