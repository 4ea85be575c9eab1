/** The looks of buttons in forms. */
export const primary =
  'inline-flex items-center justify-center rounded-small bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-ink'
export const secondary =
  'inline-flex items-center justify-center rounded-small border border-field bg-sheet px-4 py-2 font-semibold hover:border-accent hover:text-accent'
export const small =
  'inline-flex min-h-8 min-w-8 items-center justify-center rounded-small border border-field bg-sheet px-2.5 text-meta hover:border-accent hover:text-accent aria-disabled:opacity-50'
