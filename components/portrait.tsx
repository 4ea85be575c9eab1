import type { PersonCard } from '@/lib/people/card'

const sizes = {
  small: { pixels: 40, look: 'size-10 text-small font-semibold' },
  large: { pixels: 112, look: 'size-28 text-section font-serif' },
  huge: { pixels: 132, look: 'size-33 text-title font-serif' },
} as const

/**
 * The photograph in a circle, or initials while there is none; the same size either way, so that a group never jumps.
 * Beside a name it says nothing new; `isDescribed` where it is shown for itself.
 */
export function Portrait(props: { person: PersonCard; size?: keyof typeof sizes; isDescribed?: boolean }) {
  const { person, size = 'small', isDescribed = false } = props
  const { pixels, look } = sizes[size]
  if (person.portrait) {
    const { path, alternativeText } = person.portrait
    return (
      // biome-ignore lint/performance/noImgElement: it is stored in the size in which it is shown
      <img
        src={path}
        alt={isDescribed ? (alternativeText?.value ?? '') : ''}
        lang={isDescribed ? alternativeText?.language : undefined}
        width={pixels}
        height={pixels}
        loading={size === 'huge' ? undefined : 'lazy'}
        className={`shrink-0 rounded-full bg-accent-wash object-cover ${look}`}
      />
    )
  }
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent-wash text-accent-ink ${look}`}
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
