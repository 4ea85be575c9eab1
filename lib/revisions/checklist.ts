import type { EditionContent } from '@/lib/editions/schema'
import { locales } from '@/lib/i18n/locales'
import type { SessionContent } from '@/lib/sessions/schema'
import type { StatementContent } from '@/lib/statements/schema'
import type { Noun } from './nouns'

/** What is looked at before publication; each is a key of `desk.point`. */
export type ChecklistPoint =
  | 'title'
  | 'languages'
  | 'source'
  | 'parent'
  | 'mentioned'
  | 'speaker'
  | 'speakerChosen'
  | 'when'
  | 'where'
  | 'place'
  | 'timeZone'
  | 'whoSaid'
  | 'inSession'
  | 'alternativeText'

/** What the checklist must know that the content does not say. */
export type ChecklistFacts = {
  /** Whether the record above is public: the forum of an edition, the edition of a session. True where none is needed. */
  isParentPublic: boolean
  /** Titles of records it mentions that are not public: they are left out on its page. */
  notPublic: string[]
  /** Whether day, room and track, or session and speaker, stand in what is published of the record they belong to. */
  isPlaced: boolean
}

export type Checked = { point: ChecklistPoint; isMet: boolean; isBlocking: boolean; names?: string[] }

/** Without these a record cannot be read as what it is: they block whatever an administrator decides. */
const always: ReadonlySet<ChecklistPoint> = new Set([
  'title',
  'parent',
  'speakerChosen',
  'where',
  'inSession',
  'timeZone',
])

/** The field of the texts that a record is called by; an edition can go by its forum and year. */
const titleField: Partial<Record<Noun, string>> = {
  forum: 'name',
  session: 'title',
  person: 'name',
  organisation: 'name',
  topic: 'name',
  statement: 'text',
  source: 'title',
}

type Texts = Record<string, Record<string, string | null>>

type Rule = (content: never, facts: ChecklistFacts) => boolean
const rule = <C>(isMet: (content: C, facts: ChecklistFacts) => boolean) => isMet as Rule

const hasSource = rule<{ citations: { source: string | null }[] }>(({ citations }) =>
  citations.some(({ source }) => source),
)

const rules: Record<Noun, Partial<Record<ChecklistPoint, Rule>>> = {
  forum: { source: hasSource },
  edition: {
    parent: rule((_, { isParentPublic }) => isParentPublic),
    timeZone: rule<EditionContent>(({ timeZone }) => timeZone !== null),
    when: rule<EditionContent>(
      ({ startsOn, texts }) => startsOn !== null || Object.values(texts).some((each) => each.dateNote),
    ),
    place: rule<EditionContent>(
      ({ country, texts }) => country !== null || Object.values(texts).some((each) => each.city),
    ),
    source: hasSource,
  },
  session: {
    parent: rule((_, { isParentPublic }) => isParentPublic),
    where: rule((_, { isPlaced }) => isPlaced),
    when: rule<SessionContent>(({ day, startsAt }) => day !== null || startsAt !== null),
    speaker: rule<SessionContent>(
      ({ appearances, format }) => format === 'break' || appearances.some(({ person }) => person),
    ),
    speakerChosen: rule<SessionContent>(({ appearances }) => appearances.every(({ person }) => person)),
    source: hasSource,
  },
  person: { source: hasSource },
  organisation: { source: hasSource },
  topic: {},
  statement: {
    parent: rule((_, { isParentPublic }) => isParentPublic),
    inSession: rule((_, { isPlaced }) => isPlaced),
    whoSaid: rule<StatementContent>(({ appearance }) => appearance !== null),
    source: rule<StatementContent>(({ citations }) => citations.some(({ source }) => source)),
  },
  source: {},
}

/** The points of each noun about which an administrator decides whether they block. */
export const decidablePoints = Object.fromEntries(
  (Object.keys(rules) as Noun[]).map((noun) => [
    noun,
    [
      ...(titleField[noun] ? ['languages' as const] : []),
      ...(Object.keys(rules[noun]) as ChecklistPoint[]),
      'mentioned' as const,
    ].filter((point) => !always.has(point)),
  ]),
) as Record<Noun, ChecklistPoint[]>

/** Goes over a content before it is published; `blocking` are the points that an administrator made block. */
export function checkContent(
  noun: Noun,
  content: object,
  facts: ChecklistFacts,
  blocking: readonly ChecklistPoint[] = [],
): Checked[] {
  const texts = (content as { texts: Texts }).texts
  const field = titleField[noun]
  const isBlocking = (point: ChecklistPoint) => always.has(point) || blocking.includes(point)
  const checked: Checked[] = []
  const add = (point: ChecklistPoint, isMet: boolean, names?: string[]) =>
    checked.push({ point, isMet, isBlocking: isBlocking(point), ...(names?.length ? { names } : {}) })
  if (field) {
    const said = Object.values(texts)
    add('title', said.length > 0 && said.every((text) => text[field]))
    add(
      'languages',
      locales.every((locale) => texts[locale]?.[field]),
      locales.filter((locale) => !texts[locale]?.[field]),
    )
  }
  for (const [point, isMet] of Object.entries(rules[noun])) add(point as ChecklistPoint, isMet(content as never, facts))
  add('mentioned', facts.notPublic.length === 0, facts.notPublic)
  return checked
}

export const isBlocked = (checked: readonly Checked[]) => checked.some(({ isMet, isBlocking }) => !isMet && isBlocking)
