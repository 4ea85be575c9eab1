import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicChange } from './public-change'

const text = (text: string, status = 'original') => ({ text, status, translator: null })
const claim = (id: string, source: string, locator: string | null = null) => ({
  id,
  source,
  locator,
  claim: null,
  texts: {},
})

test('the words of both sides are in what is told, in every language that changed', () => {
  const words = fc
    .array(fc.constantFrom('peace', 'мир', 'water', ',', '.', '\n'), { maxLength: 20 })
    .map((all) => all.join(' '))
  const texts = fc.dictionary(
    fc.constantFrom('en', 'kk', 'ru'),
    words.map((each) => text(each)),
  )
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const changes = publicChange('statement', { texts: before }, { texts: after }).words
      for (const language of ['en', 'kk', 'ru']) {
        const [was, is] = [before[language]?.text ?? '', after[language]?.text ?? '']
        const change = changes.find((each) => each.language === language)
        expect(change === undefined).toBe(was === is)
        const side = (gone: string) =>
          change?.pieces.map(({ kind, text }) => (kind === gone ? '' : text)).join('') ?? was
        expect([side('added'), side('removed')]).toEqual([was, is])
      }
    }),
  )
})

test('claims are told by their rows, those of appearances too; another source is one that went and one that came', () => {
  const before = {
    citations: [claim('a', 's'), claim('b', 's', '1')],
    appearances: [{ id: 'x', citations: [claim('c', 's')] }],
  }
  const after = { citations: [claim('a', 't'), claim('b', 's', '2')], appearances: [{ id: 'x', citations: [] }] }
  const { claims, fields } = publicChange('session', before, after)
  expect(claims.map(({ id, source, before, after }) => [id, source, before?.locator, after?.locator])).toEqual([
    ['a went', 's', null, undefined],
    ['a', 't', undefined, null],
    ['b', 's', '1', '2'],
    ['c', 's', null, undefined],
  ])
  // An appearance of which only a claim changed did not change.
  expect(fields).toEqual([])
})

test('of other fields only their names are told, and nothing of a place in an order', () => {
  const before = { texts: { en: { title: 'Old' } }, position: 1, format: 'panel', topics: ['a'] }
  const after = { texts: { en: { title: 'New' } }, position: 2, format: 'panel', topics: ['b'] }
  expect(publicChange('session', before, after)).toEqual({
    words: [],
    claims: [],
    kinds: [],
    fields: ['texts', 'topics'],
  })
})
