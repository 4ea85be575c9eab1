import 'server-only'
import { isLocale } from '@/lib/i18n/locales'
import type { I18n } from '@/lib/i18n/translator'
import type { Path } from '@/lib/routes'
import type { Found } from './find'
import { wordsOf } from './fold'
import { excerpt, highlight, type Matches } from './highlight'
import { type HitLanguage, type HitRecord, readHitRecords } from './hit-records'
import { matcherOf } from './marking'
import { findPassages, type Passage } from './passages'
import type { HitText, SearchHit } from './search-result'
import type { TextQuery } from './text-query'
import { readThrough, type Unshown } from './through'
import type { Sought } from './word-forms'

const TITLE_LENGTH = 180

/** What a page shows of the documents found, in their order, each in the language in which it answers best. */
export async function toHits(
  found: readonly Found[],
  text: TextQuery,
  words: readonly Sought[],
  i18n: I18n,
): Promise<SearchHit[]> {
  const [records, passages] = await Promise.all([
    readHitRecords(found, i18n),
    findPassages(
      found.map(({ id }) => id),
      text,
    ),
  ])
  const matches = matcherOf(words)
  const hits = found.flatMap(({ id, kind }) => {
    const record = records.get(id)
    if (!record) return []
    const own = passages.filter(({ documentId }) => documentId === id)
    return [{ id, kind, ...toHit(record, own, matches, i18n, kind === 'statement') }]
  })
  const looked = words.filter(({ isStopWord }) => !isStopWord).map((word) => matcherOf([word]))
  const unshown = hits.map(({ id, kind, ...hit }) => ({ id, kind, words: unshownIn(hit, looked) }))
  const through = await readThrough(unshown, i18n.locale)
  return hits.map(({ id, ...hit }) => ({ ...hit, through: through.get(id) ?? [] }))
}

type Shown = Omit<SearchHit, 'kind' | 'through'>

function toHit(record: HitRecord, passages: Passage[], matches: Matches, i18n: I18n, isStatement: boolean): Shown {
  const title = bestLanguage(record.titles, passages, matches, i18n)
  const language = title?.language ?? i18n.locale
  const passage = passages.find((each) => each.language === language) ?? passages.find(() => !isStatement)
  const marked = excerpt(highlight(title?.value ?? '', language, matches), isStatement ? TITLE_LENGTH : 1000)
  // A statement is its text: a passage is shown beside it only when the title has not already said all of it.
  const isSaid = isStatement && passage && textOf(marked) === passage.body
  const mark = (said: { value: string; language: string }): HitText => ({
    runs: highlight(said.value, said.language, matches),
    language: said.language,
  })
  const link = ({ name, path }: { name: { value: string; language: string }; path: Path }) => ({ ...mark(name), path })
  const inItsLanguage = (texts: HitLanguage[]) => mark(preferred(texts, language, i18n) ?? { value: '', language })
  const { session, career } = record
  return {
    path: record.path,
    title: marked,
    isTitleSupplied: record.isTitleSupplied,
    language,
    passage: passage && !isSaid ? toPassage(record.path, passage, matches, i18n) : null,
    edition: record.edition && link(record.edition),
    day: record.day,
    dates: record.dates,
    session: session && {
      ...inItsLanguage(session.titles),
      ...{ isTitleSupplied: session.isTitleSupplied, path: session.path },
    },
    speakers: record.speakers.map(({ names, path }) => ({ ...inItsLanguage(names), path })),
    career: career && {
      position: career.positionHeld && mark(career.positionHeld),
      organisation: career.organisation && link(career.organisation),
      latest: link(career.edition),
      sessions: career.sessions,
    },
  }
}

const textOf = (runs: HitText['runs']) => runs.map(({ text }) => text).join('')

/** The words that nothing of a hit shows: it was found by the name of something that it is connected with. */
function unshownIn(hit: Shown, looked: Matches[]): Unshown['words'] {
  const { title, language, passage, edition, session, speakers, career } = hit
  const texts = [
    { runs: title, language },
    ...[passage, edition, session, ...speakers, career?.position, career?.organisation, career?.latest],
  ].flatMap((text) => (text ? [{ words: wordsOf(textOf(text.runs)), language: text.language }] : []))
  return looked.filter((matches) => !texts.some(({ words, language }) => words.some((word) => matches(word, language))))
}

/**
 * Where a passage leads: to the page in its language, where a browser finds its first words and scrolls to them. Where
 * there is no such page (the original is in a fourth language) the page of the reader.
 */
function toPassage(path: Path, { body, language }: Passage, matches: Matches, i18n: I18n): SearchHit['passage'] {
  const runs = excerpt(highlight(body, language, matches))
  if (!isLocale(language)) return { runs, language, path, locale: i18n.locale }
  return { runs, language, path: `${path}#:~:text=${textFragment(body)}`, locale: language }
}

/** The first words of a text as a URL's text fragment, in which commas, hyphens and ampersands have a meaning. */
const textFragment = (text: string) =>
  encodeURIComponent(text.split(/\s+/u).slice(0, 8).join(' ')).replaceAll('-', '%2D')

/** The language with most of what was looked for; among equals the reader's, else the original, else English. */
function bestLanguage(titles: HitLanguage[], passages: Passage[], matches: Matches, i18n: I18n) {
  const score = ({ value, language }: HitLanguage) => {
    const own = passages.filter((passage) => passage.language === language).map(({ body }) => body)
    return new Set([value, ...own].flatMap(wordsOf).filter((word) => matches(word, language))).size
  }
  const scored = titles.map((title) => ({ title, score: score(title) }))
  const most = Math.max(...scored.map(({ score }) => score))
  const best = scored.filter(({ score }) => score === most).map(({ title }) => title)
  return preferred(best, i18n.locale, i18n)
}

const preferred = (texts: HitLanguage[], language: string, { locale }: I18n): HitLanguage | undefined =>
  texts.find((text) => text.language === language) ??
  texts.find((text) => text.language === locale) ??
  texts.find((text) => text.status === 'original') ??
  texts.find((text) => text.language === 'en') ??
  texts[0]
