import 'server-only'
import type { I18n } from '@/lib/i18n/translator'
import type { Path } from '@/lib/routes'
import type { Found } from './find'
import { wordsOf } from './fold'
import { excerpt, highlight, type Matches } from './highlight'
import { type HitRecord, readHitRecords } from './hit-records'
import { matcherOf } from './marking'
import { findPassages, type Passage } from './passages'
import type { SearchHit } from './search-result'
import type { TextQuery } from './text-query'
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
  return found.flatMap(({ id, kind }) => {
    const record = records.get(id)
    if (!record) return []
    const own = passages.filter(({ documentId }) => documentId === id)
    return [{ kind, ...toHit(record, own, matches, i18n, kind === 'statement') }]
  })
}

type Said = HitRecord['titles'][number]

function toHit(record: HitRecord, passages: Passage[], matches: Matches, i18n: I18n, isStatement: boolean) {
  const title = bestLanguage(record.titles, passages, matches, i18n)
  const language = title?.language ?? i18n.locale
  const passage = passages.find((each) => each.language === language) ?? passages.find(() => !isStatement)
  const marked = excerpt(highlight(title?.value ?? '', language, matches), isStatement ? TITLE_LENGTH : 1000)
  // A statement is its text: a passage is shown beside it only when the title has not already said all of it.
  const isSaid = isStatement && passage && marked.map(({ text }) => text).join('') === passage.body
  return {
    path: record.path,
    title: marked,
    isTitleSupplied: record.isTitleSupplied,
    language,
    passage: passage && !isSaid ? toPassage(record.path, passage, matches, i18n) : null,
    edition: record.edition,
    day: record.day,
    speakers: record.speakers.map(({ names, path }) => {
      const name = preferred(names, language, i18n)
      return { name: highlight(name?.value ?? '', name?.language ?? language, matches), path }
    }),
  }
}

function toPassage(path: Path, { body, language }: Passage, matches: Matches, { locale }: I18n) {
  const runs = excerpt(highlight(body, language, matches))
  // The page of the record shows the reader's language; a browser finds the first words there and scrolls to them.
  return { runs, path: language === locale ? (`${path}#:~:text=${textFragment(body)}` as Path) : path }
}

/** The first words of a text as a URL's text fragment, in which commas, hyphens and ampersands have a meaning. */
const textFragment = (text: string) =>
  encodeURIComponent(text.split(/\s+/u).slice(0, 8).join(' ')).replaceAll('-', '%2D')

/** The language with most of what was looked for; among equals the reader's, else the original, else English. */
function bestLanguage(titles: Said[], passages: Passage[], matches: Matches, i18n: I18n): Said | undefined {
  const score = ({ value, language }: Said) => {
    const own = passages.filter((passage) => passage.language === language).map(({ body }) => body)
    return new Set([value, ...own].flatMap(wordsOf).filter((word) => matches(word, language))).size
  }
  const scored = titles.map((title) => ({ title, score: score(title) }))
  const most = Math.max(...scored.map(({ score }) => score))
  const best = scored.filter(({ score }) => score === most).map(({ title }) => title)
  return preferred(best, i18n.locale, i18n)
}

const preferred = (texts: Said[], language: string, { locale }: I18n): Said | undefined =>
  texts.find((text) => text.language === language) ??
  texts.find((text) => text.language === locale) ??
  texts.find((text) => text.status === 'original') ??
  texts.find((text) => text.language === 'en') ??
  texts[0]
