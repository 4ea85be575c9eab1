import type { Ref } from 'react'

/** What is wrong with a form, on top of it; each line leads to its field. `form` stands for the form as a whole. */
export function ErrorSummary(props: {
  title: string
  errors: Partial<Record<string, string>>
  ref?: Ref<HTMLDivElement>
}) {
  const errors = Object.entries(props.errors)
  if (errors.length === 0) return null
  return (
    <div ref={props.ref} role="alert" tabIndex={-1} className="rounded-card border-2 border-gold bg-gold-wash p-4">
      <p className="font-semibold">{props.title}</p>
      <ul className="pt-1">
        {errors.map(([field, error]) => (
          <li key={field}>
            {field === 'form' ? (
              error
            ) : (
              <a className="link" href={`#${field}`}>
                {error}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
