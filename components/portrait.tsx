import type { PersonCard } from '@/lib/people/card'

const sizes = {
  small: 'size-10 text-small font-semibold',
  large: 'size-28 text-section font-serif',
  huge: 'size-33 text-title font-serif',
} as const

/** Initials in a circle while there is no photograph; the same size either way, so that a group never jumps. */
export function Portrait({ person, size = 'small' }: { person: PersonCard; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent-wash text-accent-ink ${sizes[size]}`}
    >
      {initials(person.name.value)}
    </span>
  )
}

/** The first letters of the first and last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
