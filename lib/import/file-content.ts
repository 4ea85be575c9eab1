import { MOST_LINKS } from '@/lib/revisions/links'
import { newId } from '@/lib/revisions/new-id'
import type { Content } from '@/lib/revisions/registry'
import type { SessionContent } from '@/lib/sessions/schema'
import type { FileAppearance, FileLink, FilePerson, FileSession, FileTexts, FileTime } from './programme-file'
import { sessionFormatOf } from './session-format'

/** What the parts of a file's sessions are in the archive, or will be. */
export type Places = {
  editionId: string
  day(date: string | null): string | null
  room(name: string | null): string | null
  track(name: string | null): string | null
  topic(name: string): string | null
  organisation(name: string | null): string | null
  person(appearance: FileAppearance): string
  /** The file itself, where sessions are to cite it. */
  source: string | null
  /** Of texts that do not say theirs. */
  language: string
}

/** As much a title holds. */
const MOST_TITLE = 300

/** An instant of a time; null of a day, and of a time whose zone nobody gave. */
export const instantOf = (time: FileTime | null) => (time?.kind === 'instant' ? new Date(time.at).toISOString() : null)

/** Texts by language, in which those that do not say theirs are in the given one. */
export function inLanguages<T>(texts: FileTexts<T>, language: string): [string, T][] {
  const { '': unsaid, ...said } = texts
  return Object.entries(unsaid === undefined || said[language] ? said : { [language]: unsaid, ...said })
}

/** The title that a session goes by in the archive: its subtitle belongs to it as far as there is room. */
const withSubtitle = ({ title, subtitle, abstract }: { title: string; subtitle?: string; abstract?: string }) => {
  const sub = subtitle?.trim()
  if (!sub || title.includes(sub)) return { title, abstract }
  const both = `${title}${/[.!?:]$/.test(title) ? '' : ':'} ${sub}`
  if (both.length <= MOST_TITLE) return { title: both, abstract }
  return { title, abstract: abstract ? `${sub}\n\n${abstract}` : sub }
}

/**
 * What a file says of a session, and nothing else, as a content that is not yet canonical. Rows have the ids that `said`
 * (what the file said before) or `now` (the record as it stands) gave them, so that the three can be compared.
 */
export function sessionContentOf(
  file: FileSession,
  places: Places,
  { said, now }: { said: SessionContent | null; now: SessionContent | null },
): Content {
  const { format } = sessionFormatOf(file.format)
  const languages = inLanguages(file.texts, places.language)
  const original = languages.some(([language]) => language === file.language) ? file.language : languages[0]?.[0]
  const texts = Object.fromEntries(
    languages.map(([language, text]) => {
      const { status = null, translator = null, note = null } = said?.texts[language] ?? {}
      const { title, abstract = null } = withSubtitle(text)
      return [
        language,
        { status: status ?? (language === original ? 'original' : 'human'), translator, title, abstract, note },
      ]
    }),
  )
  const starts = instantOf(file.starts)
  const content: Content = {
    ...{ edition: places.editionId, slug: said?.slug ?? null, format, isTitleSupplied: file.isTitleSupplied ?? false },
    ...{ language: file.language, isCancelled: file.isCancelled, position: said?.position ?? null },
    ...{ day: places.day(file.day), room: places.room(file.room), track: places.track(file.track) },
    ...{ startsAt: starts, endsAt: starts && instantOf(file.ends), texts },
    topics: [...new Set(file.topics.flatMap((name) => places.topic(name) ?? []))],
    appearances: appearancesOf(file, places, [...(said?.appearances ?? []), ...(now?.appearances ?? [])]),
    links: linksOf(file.links),
    attachments: said?.attachments ?? [],
    citations: citationsOf(places.source, said?.citations ?? null, now?.citations ?? []),
  }
  // Of what nobody imported before only what the file does say is compared.
  return said || !now ? content : withoutNothing(content)
}

/** Each address once. */
const linksOf = (links: readonly FileLink[]) =>
  links.filter(({ url }, at) => links.findIndex((each) => each.url === url) === at).slice(0, MOST_LINKS)

type Appearances = SessionContent['appearances']

function appearancesOf(file: FileSession, places: Places, known: Appearances) {
  const seen = new Set<string>()
  return file.people.flatMap((each) => {
    const person = places.person(each)
    const key = `${person} ${each.role}`
    if (seen.has(key)) return []
    seen.add(key)
    const before = known.find((row) => row.person === person && row.role === each.role)
    const { position } = each
    return [
      {
        ...{ id: before?.id ?? newId(), person, role: each.role, organisation: places.organisation(each.affiliation) },
        ...{ country: each.country, nameAsPrinted: each.name },
        texts: position ? { [places.language]: { status: 'original', positionHeld: position } } : {},
        citations: before?.citations ?? [],
      },
    ]
  })
}

type Citations = SessionContent['citations']

function citationsOf(source: string | null, said: Citations | null, now: Citations): unknown[] {
  if (said) return said
  if (!source) return []
  const known = now.find((each) => each.source === source)
  return [known ?? { id: newId(), source, locator: null, claim: null, texts: {} }]
}

const isNothing = (value: unknown) =>
  value === null || value === false || value === 'other' || (Array.isArray(value) && !value.length)
const withoutNothing = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => !isNothing(value)))

/** What a file says of a person who is new to the archive, or was new to it when it was first imported. */
export function personContentOf(
  { name, biography, links }: Pick<FilePerson, 'name' | 'biography' | 'links'>,
  language: string,
  said: Content | null,
): Content {
  const before = (said?.texts ?? {}) as Record<string, { status?: string; sortName?: string | null; name?: string }>
  const written = inLanguages(biography, language)
  const all = written.length ? written : [[language, null] as const]
  const texts = all.map(([of, text]) => {
    const { status = 'human', sortName = null, name: was } = before[of] ?? {}
    return [of, { status, name, sortName: was === name ? sortName : null, biography: text }] as const
  })
  return {
    slug: null,
    ...{ portrait: null, names: [], identifiers: [], citations: [] },
    ...said,
    links: linksOf(links),
    texts: Object.fromEntries(texts),
  }
}

/**
 * What it says of a person whom the archive knew: only the biography, in the languages in which it has one, and links. What they
 * are called stays the archive's; as printed they are called in each appearance.
 */
export function knownPersonContentOf(
  { name, biography, links }: Pick<FilePerson, 'name' | 'biography' | 'links'>,
  language: string,
  now: Content,
): Content {
  const known = now.texts as Record<string, unknown>
  const texts = inLanguages(biography, language).map(([of, text]) => [
    of,
    known[of] ? { biography: text } : { status: 'human', translator: null, name, sortName: null, biography: text },
  ])
  return {
    ...(texts.length ? { texts: Object.fromEntries(texts) } : {}),
    ...(links.length ? { links: linksOf(links) } : {}),
  }
}
