/**
 * What a citation of a statement, a session or an edition is made from. Words are in the reader's language, `null` is
 * what nobody recorded.
 */
export type Citable = {
  kind: 'statement' | 'session' | 'edition'
  /** Of a statement its permanent id, of the others their address in letters, digits and hyphens. */
  id: string
  /** The permanent address of what is cited. */
  url: string
  /** The words of a statement, else what it was about; plain text. */
  text: string | null
  /** A statement has no title: its first words stand for it. */
  title: string
  /** BCP 47 tag of the text. */
  language: string
  /** What it is, such as "Paraphrase" (how the words relate to the source) or "Panel". */
  form: string
  /** The title, or the words, as a citation in words shows them: in quotation marks where they are the speaker's own. */
  textAsCited: string
  /** Who said it or took part, in words; with the capacity of the speaker of a statement. */
  who: string | null
  /** Their names with the family name first: "Lincoln, Joshua". */
  authors: string[]
  /** What a statement was said in; in square brackets where the archive gave the title. */
  session: string | null
  /** What a statement or session belongs to. */
  edition: string | null
  place: string | null
  /** When it was, as exactly as that is known. */
  date: CitedDate | null
  /** The same in words, or that it is not recorded. */
  dateInWords: string
  /** Each with its locator, in words. */
  sources: string[]
  archive: string
}

export type CitedDate = { year: number; month?: number | undefined; day?: number | undefined }

/** A citation as a sentence for a footnote. */
export function citeAsText(citable: Citable): string {
  const { who, session, edition, place, archive } = citable
  const sentences = [
    `${who ? `${who}: ` : ''}${citable.textAsCited} [${citable.form}].`,
    sentence([session, edition, place, citable.dateInWords].filter(Boolean).join(', ')),
    ...citable.sources.map(sentence),
    `${archive}, ${citable.url}`,
  ]
  return oneLine(sentences.join(' '))
}

/** An address as BibTeX takes it, which counts braces everywhere. */
export const bibtexUrl = (url: string) => url.replace(/[{}\\\s]/g, encodeURIComponent)

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** BibTeX, for LaTeX: what TeX would read as a command is escaped. */
export function citeAsBibtex(citable: Citable): string {
  const { authors, session, edition, place, date } = citable
  const month = date?.month && MONTHS[date.month - 1]
  const fields = [
    authors.length > 0 && ['author', `{${authors.map(texName).join(' and ')}}`],
    ['title', `{{${tex(citable.title)}}}`],
    [session, edition, place].some(Boolean) && [
      'howpublished',
      `{${tex([session, edition, place].filter(Boolean).join(', '))}}`,
    ],
    date && ['year', `{${date.year}}`],
    month && ['month', month],
    date?.day && ['day', `{${date.day}}`],
    ['note', `{${tex([citable.form, ...citable.sources].map(sentence).join(' '))}}`],
    ['publisher', `{${tex(citable.archive)}}`],
    ['language', `{${tex(citable.language)}}`],
    ['url', `{${bibtexUrl(citable.url)}}`],
  ].filter((field) => Array.isArray(field))
  return bibtexEntry(citable.id, fields)
}

/** An entry of BibTeX; the values are BibTeX already. */
export const bibtexEntry = (id: string, fields: readonly (readonly string[])[]) =>
  `@misc{plenary-${id},\n${fields.map(([name, value]) => `  ${name} = ${value},`).join('\n')}\n}`

/** RIS, for EndNote, Zotero and the like. */
export function citeAsRis(citable: Citable): string {
  const { authors, session, edition, place, date } = citable
  const two = (n: number | undefined) => (n ? String(n).padStart(2, '0') : '')
  const lines = [
    ['TY', 'ELEC'],
    ['ID', `plenary-${citable.id}`],
    ...authors.map((author) => ['AU', author]),
    ['TI', citable.title],
    ['T2', [session, edition].filter(Boolean).join(', ')],
    ['PY', date && String(date.year)],
    ['DA', date && `${date.year}/${two(date.month)}/${two(date.day)}/`],
    ['CY', place],
    ['PB', citable.archive],
    ['LA', citable.language],
    ['AB', citable.text],
    ['N1', [citable.form, ...citable.sources].map(sentence).join(' ')],
    ['UR', citable.url],
  ]
  const filled = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return [...filled, 'ER  - '].join('\n')
}

/** CSL-JSON, for pandoc, Zotero and every citation style of citationstyles.org. */
export function citeAsCslJson(citable: Citable): string {
  const { kind, authors, session, edition, place, date } = citable
  const parts = date && [date.year, date.month, date.day].filter((part) => part !== undefined)
  const item = {
    id: `plenary-${citable.id}`,
    type: kind === 'edition' ? 'event' : 'speech',
    title: citable.title,
    ...(authors.length > 0 ? { author: authors.map(cslName) } : {}),
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    ...(edition ? { 'event-title': edition } : {}),
    ...(place ? { 'event-place': place } : {}),
    ...(session ? { 'container-title': session } : {}),
    genre: citable.form,
    ...(citable.text ? { abstract: oneLine(citable.text) } : {}),
    publisher: citable.archive,
    language: citable.language,
    ...(citable.sources.length > 0 ? { note: citable.sources.map(sentence).join(' ') } : {}),
    URL: citable.url,
  }
  return JSON.stringify([item], null, 2)
}

/** Without line breaks and other control characters, which would end a field. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** With its full stop, which Russian dates bring along: "2025 г." */
const sentence = (text: string) => oneLine(text).replace(/\.?$/, '.')

const isTwoPart = (name: string) => name.split(',').length === 2 && !/\sand\s/i.test(name)

/** A name without a comma would be taken apart at its spaces, and one with "and" for two people. */
const texName = (name: string) => (isTwoPart(name) ? tex(name) : `{${tex(name)}}`)

function cslName(sortName: string) {
  const [family = '', given = ''] = sortName.split(',').map((part) => part.trim())
  return isTwoPart(sortName) && family && given ? { family, given } : { literal: oneLine(sortName) }
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // Not \{ and \}: BibTeX counts braces even when they are escaped.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** A text as TeX takes it: what it would read as a command is escaped. */
export const tex = (text: string) => oneLine(text).replace(/[\\{}^~$&#%_]/g, (sign) => TEX[sign] ?? `\\${sign}`)
