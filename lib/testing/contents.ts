import fc from 'fast-check'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'

/** Ids of records and parts that contents can point to. */
export type Pool = Record<Noun, string[]> & { day: string[]; room: string[]; track: string[]; appearance: string[] }

const words = fc.stringMatching(/^[a-zа-яәғқңөұүі]{1,8}( [a-zа-яәғқңөұүі]{1,8}){0,4}$/)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const oneOf = (ids: readonly string[]) => maybe(fc.constantFrom(...ids))
const some = (ids: readonly string[]) => fc.subarray([...ids])
/** Rows keep their ids from one content to the next, as an editor's rows do. */
const rowIds = Array.from({ length: 4 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`)
const rowsOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .shuffledSubarray(rowIds)
    .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), ...fields }))))

const linksOf = fc.array(
  fc.record({ url: fc.constantFrom('https://example.org/a', 'http://example.org/б?c=1'), title: maybe(words) }),
  { maxLength: 3 },
)

const texts = (fields: string[], first: string) =>
  fc.record({ en: fc.boolean(), kk: fc.boolean(), ru: fc.boolean() }).chain((has) =>
    fc.record(
      Object.fromEntries(
        ['en', 'kk', 'ru']
          .filter((language) => language === 'en' || has[language as 'kk'])
          .map((language) => [
            language,
            fc.record({
              ...Object.fromEntries(fields.map((field) => [field, maybe(words)])),
              ...(language === 'en' ? { [first]: words } : {}),
              translator: maybe(words),
            }),
          ]),
      ),
    ),
  )

const citations = ({ source }: Pool) =>
  rowsOf({
    source: fc.constantFrom(...source),
    locator: maybe(words),
    texts: texts(['note'], 'note'),
  })

/** What somebody may have written into a record of a noun, with relations, lists and translations. */
export const anyRaw = (noun: Noun, pool: Pool): fc.Arbitrary<object> => {
  const year = fc.integer({ min: 1990, max: 2030 })
  const shapes: Record<Noun, Record<string, fc.Arbitrary<unknown>>> = {
    forum: { slug: maybe(fc.constantFrom('a', 'b')), texts: texts(['name', 'description'], 'name') },
    edition: {
      forum: fc.constantFrom(...pool.forum),
      year: maybe(year),
      timeZone: fc.constantFrom('UTC', 'Asia/Almaty'),
      countries: some(['KZ', 'UZ', 'KG']),
      organisations: some(pool.organisation).map((ids) => ids.map((organisation) => ({ organisation }))),
      rooms: rowsOf({ texts: texts(['name'], 'name') }),
      days: rowsOf({ number: fc.integer({ min: 1, max: 300 }), date: maybe(fc.constant('2026-10-15')) }),
      texts: texts(['theme', 'summary', 'city'], 'theme'),
      citations: citations(pool),
    },
    session: {
      edition: fc.constantFrom(...pool.edition),
      room: oneOf(pool.room),
      day: oneOf(pool.day),
      startsAt: maybe(fc.constantFrom('2026-10-15T09:00:00.000Z', '2026-10-16T04:00:00.000Z')),
      isCancelled: fc.boolean(),
      topics: some(pool.topic),
      texts: texts(['title', 'abstract', 'note'], 'title'),
      links: linksOf,
      appearances: rowsOf({
        person: maybe(fc.constantFrom(...pool.person)),
        role: fc.constantFrom('speaker', 'moderator', 'chair'),
        organisation: oneOf(pool.organisation),
        nameAsPrinted: words,
        texts: texts(['positionHeld'], 'positionHeld'),
      }),
      citations: citations(pool),
    },
    person: {
      texts: texts(['name', 'biography'], 'name'),
      links: linksOf,
      names: fc.uniqueArray(words, { maxLength: 3 }).map((names) => names.map((name, n) => ({ id: rowIds[n], name }))),
      citations: citations(pool),
    },
    organisation: {
      parent: oneOf(pool.organisation),
      country: maybe(fc.constantFrom('KZ', 'CN')),
      texts: texts(['name', 'shortName'], 'name'),
      citations: citations(pool),
    },
    topic: {
      broader: some(pool.topic),
      synonyms: fc.array(fc.record({ language: fc.constantFrom('en', 'ru'), label: words }), { maxLength: 3 }),
      texts: texts(['name', 'definition'], 'name'),
    },
    statement: {
      edition: fc.constantFrom(...pool.edition),
      session: fc.constantFrom(...pool.session),
      appearance: oneOf(pool.appearance),
      topics: some(pool.topic),
      texts: texts(['text'], 'text'),
      citations: citations(pool),
    },
    source: {
      author: maybe(words),
      publishedOn: maybe(fc.constant('2020-02-02')),
      texts: texts(['title', 'note'], 'title'),
    },
  }
  return fc.record(shapes[noun])
}

/** A canonical content of a noun: what of the above its form would take. */
export const anyContent = (noun: Noun, pool: Pool): fc.Arbitrary<Content> =>
  anyRaw(noun, pool)
    .map((raw) => registry[noun].parse(raw).content)
    .filter((content): content is Content => content !== undefined)
