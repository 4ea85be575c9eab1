import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormValue, knownName, readForm, typedName, valueAt, withValue } from './form-values'

const name = fc.stringMatching(/^[a-z]{1,6}$/)
const flat = (value: FormValue, path: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => flat(each as FormValue, path ? `${path}.${key}` : key))
    : [[path, String(value)]]

test('what is sent by path is read as the values it was made of', () => {
  const tree = fc.letrec<{ tree: FormValue }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.string(),
      fc.dictionary(name, tie('tree'), { minKeys: 1, maxKeys: 4 }),
    ),
  })).tree
  fc.assert(
    fc.property(fc.dictionary(name, tree, { minKeys: 1 }), (values) => {
      expect(readForm(flat(values as FormValue, '')).values).toEqual(values)
    }),
  )
})

test('a value put at a path is found there, and no other is changed', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.string(), (path, value) => {
      const before = { other: 'kept' }
      const after = withValue(before as FormValue, ['x', ...path].join('.'), value)
      expect(valueAt(after, ['x', ...path].join('.'))).toBe(value)
      expect(valueAt(after, 'other')).toBe('kept')
      expect(before).toEqual({ other: 'kept' })
    }),
  )
})

test('a name typed over the chosen one wins, an untouched one leaves the id alone, an emptied one takes it away', () => {
  const sent = (text: string) =>
    readForm([
      ['person', 'id-1'],
      [knownName('person'), 'Lincoln'],
      [typedName('person'), text],
    ])
  expect(sent('Lincoln')).toEqual({ values: { person: 'id-1' }, typed: [] })
  expect(sent('Rhee')).toEqual({ values: { person: '' }, typed: [{ path: 'person', text: 'Rhee' }] })
  expect(sent('')).toEqual({ values: { person: '' }, typed: [] })
})

test('a row marked for removal is left out; names that would reach into objects are passed over', () => {
  const { values } = readForm([
    ['a.0.id', '1'],
    ['a.0.remove', 'on'],
    ['a.1.id', '2'],
    ['__proto__.x', '1'],
    ['$ACTION_ID', '1'],
  ])
  expect(values).toEqual({ a: { 1: { id: '2' } } })
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
