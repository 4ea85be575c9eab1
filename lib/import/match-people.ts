import 'server-only'
import { findKnownNames, type KnownName } from './known-names'
import { readExternalIds } from './known-records'
import { type ProgrammePerson, sameName } from './programme'
import type { ImportAnswers, ImportOptions, PersonItem } from './rehearsal'

export type PersonMatch = {
  /** Whom they are; null is somebody new, or not decided. */
  recordId: string | null
  action: PersonItem['action']
  why: PersonItem['why']
  candidates: string[]
}

export const NEW = 'new'

/**
 * Who of the archive the people of a file are: by their ids in that source, by a name that exactly one record has, or as
 * somebody said. Whoever only may be somebody is asked for; nobody becomes another silently.
 */
export async function matchPeople(
  people: readonly ProgrammePerson[],
  { namespace, editionId }: { namespace: string; editionId: string },
  answers: ImportAnswers,
  likely: ImportOptions['likely'],
): Promise<Map<ProgrammePerson, PersonMatch>> {
  const ids = await readExternalIds(
    namespace,
    people.flatMap((each) => [...externalIdsOf(each, editionId), calledIdOf(each, editionId)]),
  )
  const names = await findKnownNames(
    'person',
    people.map(({ name }) => name),
  )
  const claimed = new Map<string, number>()
  const matches = new Map<ProgrammePerson, PersonMatch>()
  for (const person of people) {
    const called = ids.get(calledIdOf(person, editionId)) ?? null
    const known = externalIdsOf(person, editionId).map((each) => ids.get(each))
    const byId = called ?? known.find((each) => each) ?? null
    const isCalledSo = called !== null || !person.ids.length
    const found = names.get(sameName(person.name)) ?? []
    const match = matchOne(person, { byId, isCalledSo, found }, answers, likely)
    matches.set(person, match)
    if (match.recordId) claimed.set(match.recordId, (claimed.get(match.recordId) ?? 0) + 1)
  }
  // Two of the file by one name, of which the archive knows one: which of them it is nobody said.
  for (const match of matches.values())
    if (match.why === 'sameName' && (claimed.get(match.recordId ?? '') ?? 0) > 1) {
      const [only] = match.candidates
      Object.assign(match, decided(likely, only ? [only] : [], 'several'))
    }
  return matches
}

/** By which a source names a person: its own ids, else the name, which holds for one edition only. */
export const externalIdsOf = ({ ids, name }: ProgrammePerson, editionId: string): string[] =>
  ids.length ? ids : [`name:${editionId}:${sameName(name)}`]

/** That an id under a name is somebody, as was once said: an id alone may have come to stand for somebody else. */
export const calledIdOf = (person: ProgrammePerson, editionId: string): string =>
  `called:${externalIdsOf(person, editionId)[0]}:${sameName(person.name)}`

function matchOne(
  person: ProgrammePerson,
  { byId: known, isCalledSo, found }: { byId: string | null; isCalledSo: boolean; found: readonly KnownName[] },
  answers: ImportAnswers,
  likely: ImportOptions['likely'],
): PersonMatch {
  const candidates = [...new Set([...(known ? [known] : []), ...found.map(({ id }) => id)])]
  const answer = answers[person.key]
  if (answer === NEW) return { recordId: null, action: 'create', why: 'answered', candidates }
  if (answer && candidates.includes(answer)) return { recordId: answer, action: 'match', why: 'answered', candidates }
  if (known) {
    if (isCalledSo || found.some(({ id }) => id === known))
      return { recordId: known, action: 'match', why: 'externalId', candidates }
    return likely === 'ask'
      ? { recordId: null, action: 'ask', why: 'otherName', candidates }
      : { recordId: known, action: 'match', why: 'externalId', candidates }
  }
  const exact = found.filter(({ isExact }) => isExact)
  if (exact.length === 1 && exact[0])
    return { recordId: exact[0].id, action: 'match', why: 'sameName', candidates: [exact[0].id] }
  if (!found.length) return { recordId: null, action: 'create', why: null, candidates }
  return decided(likely, candidates, candidates.length > 1 ? 'several' : 'likely')
}

function decided(likely: ImportOptions['likely'], candidates: string[], why: 'several' | 'likely'): PersonMatch {
  const [only, another] = candidates
  if (likely === 'new') return { recordId: null, action: 'create', why, candidates }
  if (likely === 'match' && only && !another) return { recordId: only, action: 'match', why, candidates }
  return { recordId: null, action: 'ask', why, candidates }
}
