import { randomInt } from 'node:crypto'

/** Crockford's base 32: no i, l, o, u, so that an id survives being read aloud or copied from paper. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new permanent id of eight letters and digits (40 bits); the database refuses one that is taken. */
export const newPublicId = () => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

export const isPublicId = (value: string) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(value)
