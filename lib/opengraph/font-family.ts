/** The scripts into which the fonts are cut. */
export const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const

type Family = 'Serif' | 'Sans'

export const fontName = (family: Family, subset: (typeof SUBSETS)[number]) => `${family} ${subset}`

/** A family by the names of its parts: a letter is drawn from the first that has it. */
export const fontFamily = (family: Family) => SUBSETS.map((subset) => fontName(family, subset)).join(', ')
