import { describe, expect, test } from 'vitest'
import { deskHelpKk } from '@/lib/help/desk-help-kk'
import { deskHelpRu } from '@/lib/help/desk-help-ru'
import { locales } from './locales'
import en from './messages/en'
import kk from './messages/kk'
import ru from './messages/ru'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
/** The names of the values that a message takes. */
const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]))].sort()

const english = new Map(flat(en))

describe.each(Object.entries({ kk, ru }))('%s', (_locale, tree) => {
  const translated = new Map(flat(tree))
  test('has the keys of English, no more and no fewer', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
  })
  test('takes the same values', () => {
    for (const [key, message] of english)
      expect([key, placeholders(translated.get(key) ?? '')]).toEqual([key, placeholders(message)])
  })
  test('is written in its own letters', () => {
    const latin = [...translated].filter(([key, message]) => {
      const words = message.replace(/\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '')
      return (
        !/[а-яәғқңөұүһі]/i.test(words) &&
        /[a-z]{3}/i.test(words) &&
        message === english.get(key) &&
        message !== 'Plenary'
      )
    })
    expect(latin).toEqual([])
  })
})

test('no message is empty, in any of the languages', () => {
  expect(locales).toEqual(['en', 'kk', 'ru'])
  for (const tree of [en, kk, ru]) expect(flat(tree).filter(([, message]) => !message.trim())).toEqual([])
})

/**
 * One word for one thing: an edition is встреча and кездесу, a speaker спикер, a statement высказывание and мәлімдеме, a
 * track направление and бағыт; to withdraw is отозвать and қайтарып алу, as the state is called.
 */
test.each([
  ['ru', ru, deskHelpRu, /выпуск|докладчик|выступающ|секци|снят[ьоа](?: с публикации|$)/i],
  ['kk', kk, deskHelpKk, /шығарылым|баяндамашы|сөйлеуші|пікір(?!сайыс)|жарияланымнан|кері қайтар/i],
] as const)(
  '%s has no other words for editions, speakers, statements, tracks and withdrawing',
  (_locale, tree, help, others) => {
    expect(flat(tree).filter(([, message]) => others.test(message))).toEqual([])
    expect(Object.values(help).filter(({ title, text }) => others.test(title + text))).toEqual([])
  },
)
