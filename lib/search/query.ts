import { storable, wordsOf } from './fold'

/** What can be asked for by name in a query, as `speaker:lincoln`. */
export const queryFields = [
  'speaker',
  'organisation',
  'topic',
  'edition',
  'country',
  'kind',
  'language',
  'from',
  'to',
] as const
export type QueryField = (typeof queryFields)[number]

/** A word, or a phrase of several, that a document must have. */
export type Clause = { words: string[]; isPhrase: boolean; isPrefix: boolean; text: string }

/** Of its clauses one must be met. */
export type Group = Clause[]

/** A query as it was understood. */
export type Query = {
  /** All must be met. */
  groups: Group[]
  /** None may be. */
  excluded: Clause[]
  fields: { name: QueryField; value: string; isExcluded: boolean; text: string }[]
  /** True when the last word may not be finished yet: it ends the text. */
  endsInWord: boolean
}

export const MOST_CHARACTERS = 300
const MOST_ELEMENTS = 20
const MOST_WORDS = 24
/** Where so many words stand all in capitals, WHO may just mean who. */
const SHOUTED = 3

const fieldNames: Record<QueryField, string> = {
  speaker: 'speaker person спикер докладчик баяндамашы',
  organisation: 'org organisation organization организация ұйым',
  topic: 'topic тема тақырып',
  edition: 'edition forum встреча форум кездесу',
  country: 'country страна ел',
  kind: 'kind type вид түр түрі',
  language: 'lang language язык тіл',
  from: 'from since с от бастап',
  to: 'to until по до дейін',
}
const fieldsByName = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.split(' ').map((name) => [name, field as QueryField])),
)

const orWords = new Set(['OR', '|', 'ИЛИ', 'НЕМЕСЕ'])
// An element: perhaps a minus, perhaps a field, then something in quotes or up to the next space. What is in quotes may
// lack the closing one. Every alternative begins with another character, so that no text is slow to read.
const element = /([-−–]?)(?:([\p{L}]{1,20}):)?(?:"([^"]*)"?|([^\s"]+))/gu

/** Reads a query. Any text gives a query, a meaningless one an empty one. */
export function parseQuery(text: string): Query {
  const query: Query = { groups: [], excluded: [], fields: [], endsInWord: /[\p{L}\p{N}]$/u.test(text) }
  const readable = storable([...text].slice(0, MOST_CHARACTERS).join('')).replace(/[“”„«»]/g, '"')
  const isShouted = !/\p{Ll}/u.test(readable) && (readable.match(/\p{L}+/gu) ?? []).length >= SHOUTED
  let words = 0
  let isAlternative = false
  for (const match of [...readable.matchAll(element)].slice(0, MOST_ELEMENTS)) {
    const [whole, minus, name, quoted, plain] = match
    if (orWords.has(whole)) {
      isAlternative = query.groups.length > 0
      continue
    }
    const field = fieldsByName.get(name?.toLowerCase() ?? '')
    const value = quoted ?? plain ?? ''
    if (field) {
      if (wordsOf(value).length) query.fields.push({ name: field, value, isExcluded: minus !== '', text: whole })
      continue
    }
    const group = readGroup(name ? `${name}:${value}` : value, { isQuoted: quoted !== undefined, isShouted })
    words += group[0]?.words.length ?? 0
    if (!group[0]?.words.length || words > MOST_WORDS) continue
    const last = query.groups.at(-1)
    if (minus) query.excluded.push(...group)
    else if (isAlternative && last) last.push(...group)
    else query.groups.push(group)
    isAlternative = false
  }
  if (!query.groups.length && !query.fields.length) query.endsInWord = false
  return query
}

/** What a reader joins by a hyphen or apostrophe (peace-keeping, O’Brien) may be written as one word too. */
function readGroup(text: string, { isQuoted, isShouted }: { isQuoted: boolean; isShouted: boolean }): Group {
  const words = wordsOf(isShouted ? text.toLowerCase() : text)
  if (isQuoted) return [{ words, isPhrase: words.length > 1, isPrefix: false, text: `"${text}"` }]
  const clause = { words, isPhrase: false, isPrefix: words.length === 1 && text.endsWith('*'), text }
  const compound = words.length > 1 && /^[\p{L}\p{N}]+([-'’‐‑][\p{L}\p{N}]+)+$/u.test(text)
  return compound ? [clause, { ...clause, words: [words.join('')] }] : [clause]
}

/** The words that are looked for, each once, in their order. */
export const positiveWords = ({ groups }: Query): string[] => [
  ...new Set(groups.flatMap((group) => group.flatMap(({ words }) => words))),
]
