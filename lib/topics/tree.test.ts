import { expect, test } from 'vitest'
import { type CountedTopic, linesOf, toTopicTree } from './tree'

const topic = (slug: string, ...broader: string[]): CountedTopic => ({
  slug,
  path: `/topics/${slug}`,
  name: { value: slug, language: 'en', status: 'original', translator: null },
  broader,
  sessionCount: 0,
  statementCount: 0,
})

const lines = (...topics: CountedTopic[]) =>
  linesOf(toTopicTree(topics, 'en-GB')).map(({ topic: { slug }, depth }) => `${'  '.repeat(depth)}${slug}`)

test('narrower topics stand under their broader one, both in alphabetical order', () => {
  expect(lines(topic('water'), topic('rivers', 'water'), topic('climate'), topic('lakes', 'water'))).toEqual([
    'climate',
    'water',
    '  lakes',
    '  rivers',
  ])
})

test('a topic with two broader ones stands once, under the first', () => {
  expect(lines(topic('water'), topic('drought', 'water', 'climate'), topic('climate'))).toEqual([
    'climate',
    '  drought',
    'water',
  ])
})

test('a topic whose broader one is not public stands at the top', () => {
  expect(lines(topic('rivers', 'water'))).toEqual(['rivers'])
})

test('deep branches go no further in than a narrow screen shows', () => {
  const chain = Array.from({ length: 8 }, (_, i) => topic(`t${i}`, ...(i > 0 ? [`t${i - 1}`] : [])))
  expect(linesOf(toTopicTree(chain, 'en-GB')).map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 4, 4, 4])
})
