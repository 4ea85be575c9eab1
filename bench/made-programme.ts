import { random } from './search/talk'

const SYLLABLES =
  'ka ri mo ten sa lu ver de no pa mi tor ba shi en ola gra fe dus il co ma tra ne vi zer am po li ju he qua ro sti fu da ber on ge wa'.split(
    ' ',
  )
const WORDS = 20_000

/** A session as a made programme has it. */
export type MadeSession = {
  n: number
  title: string
  abstract: string
  speakers: string[]
  minute: number
  room: number
}

/**
 * A programme of made words, as often as words of a language come (the nth one as 1/n), with people of many names: the
 * same number gives the same programme.
 */
export function* makeProgramme(count: number, words = 100): Generator<MadeSession> {
  const { next, upTo, pick } = random(20261127)
  const make = () => Array.from({ length: 2 + upTo(3) }, () => pick(SYLLABLES)).join('')
  const all = Array.from({ length: WORDS }, make)
  const word = () => all[Math.floor(WORDS ** next()) - 1] ?? 'the'
  const some = (n: number) => Array.from({ length: n }, word).join(' ')
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const given = Array.from({ length: 400 }, () => capital(make()))
  const family = Array.from({ length: 3000 }, () => capital(make()))
  const people = Array.from({ length: Math.ceil(count * 0.6) }, () => `${pick(given)} ${pick(family)}`)
  for (let n = 0; n < count; n++) {
    const sentences = Array.from({ length: Math.ceil(words / 10) }, () => `${capital(some(10))}.`).join(' ')
    const speakers = [pick(people), pick(people)]
    yield {
      n,
      title: capital(some(6)),
      abstract: sentences,
      speakers: [...new Set(speakers)],
      minute: Math.floor(n / 40) * 10,
      room: n % 40,
    }
  }
}
