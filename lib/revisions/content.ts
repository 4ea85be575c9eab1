import { z } from 'zod'
import { isCountry } from '@/lib/countries'
import { toSlug } from '@/lib/slug'
import { DatePrecision, TextStatus } from '@/prisma/client/enums'
import { newId } from './new-id'

/**
 * What the content of a record is made of. A content is the whole record as the desk edits it, relations included, in
 * JSON: what a form posts, what a revision keeps and what publication writes into the noun's tables. Schemas made of
 * these parts read a form's strings as well as JSON ("" is null, "on" is true) and always give the same canonical
 * form, so that two contents are the same when their JSON is. A draft may be unfinished: what must be there before
 * it is published is asked by its checklist, not here. Messages are keys of `desk.error`.
 */

/** Control characters, and those that turn the direction of what stands around them: they hide what a text says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

const isHidden = (text: string) => hidden.test(text) || !text.isWellFormed()

const blankToNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)

/** Anything that may be left out: "" and a missing value are null. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => blankToNull(value) ?? null, schema.nullable())

/** One line of text, in NFC. */
export const line = (most = 300) =>
  optional(
    z
      .string()
      .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
      .pipe(
        z
          .string()
          .max(most, 'tooLong')
          .refine((text) => !isHidden(text), 'hidden'),
      ),
  )

/** A text of several paragraphs, Markdown where the field says so. */
export const prose = (most = 20_000) =>
  optional(
    z
      .string()
      .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
      .pipe(
        z
          .string()
          .max(most, 'tooLong')
          .refine((text) => !isHidden(text), 'hidden'),
      ),
  )

/** The last part of an address; what is typed is made into one. Null: made of the title when it is published. */
export const slug = () =>
  optional(
    z
      .string()
      .max(300, 'tooLong')
      .transform((typed, context) => {
        const made = toSlug(typed)
        if (made === null) context.addIssue({ code: 'custom', message: 'noSlug' })
        return made ?? ''
      }),
  )

export const webAddress = () =>
  optional(
    z
      .string()
      .trim()
      .max(2000, 'tooLong')
      .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text) && !isHidden(text), 'notAnAddress'),
  )

/** Id of another record, or of a part of this one. */
export const reference = () => optional(z.uuid('notARecord'))

/** The id of a row of a list: kept through every edit, as others may point to it. */
const rowId = () =>
  z.preprocess(
    (value) => blankToNull(value) ?? newId(),
    z.uuid('notARecord').transform((id) => id.toLowerCase()),
  )

export const choice = <const T extends Record<string, string>>(values: T) => optional(z.enum(values, 'notAChoice'))

/** A choice that always has a value; `otherwise` when none is sent. */
export const choiceOr = <const T extends Record<string, string>, const D extends T[keyof T]>(values: T, otherwise: D) =>
  z.preprocess((value) => blankToNull(value) ?? otherwise, z.enum(values, 'notAChoice'))

/** A tick box: a form sends "on" or nothing. */
export const tick = () => z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

export const whole = (least: number, most: number) =>
  optional(
    z.preprocess(
      (value) => (typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value),
      z.number('notANumber').int('notANumber').min(least, 'outOfRange').max(most, 'outOfRange'),
    ),
  )

/** A day as `2026-10-15`. */
export const day = (least = '1800-01-01', most = '2200-12-31') =>
  optional(z.iso.date('notADay').refine((value) => value >= least && value <= most, 'outOfRange'))

/** An instant as `2026-10-15T09:00:00.000Z`. */
export const instant = () =>
  optional(
    z.iso
      .datetime({ offset: true, error: 'notATime' })
      .transform((value) => new Date(value).toISOString())
      .refine((value) => value >= '1800' && value < '2201', 'outOfRange'),
  )

export const country = () =>
  optional(
    z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => isCountry(code), 'notACountry'),
  )

/** A BCP 47 tag of a language, such as `en` or `zh-Hant`. */
export const languageTag = z
  .string()
  .trim()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'notALanguage')
export const language = () => optional(languageTag)

export const timeZone = () =>
  optional(
    z
      .string()
      .trim()
      .refine((name) => {
        if (!/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false
        try {
          new Intl.DateTimeFormat('en', { timeZone: name })
          return true
        } catch {
          return false
        }
      }, 'notATimeZone'),
  )

/**
 * A date with how exactly it is known. The first day of the year or month stands for it, as in the database;
 * a day typed with precision "year" is brought to that.
 */
export const datePrecision = () => choiceOr(DatePrecision, 'unknown')

export function asPrecise(
  date: string | null,
  precision: DatePrecision,
): { date: string | null; precision: DatePrecision } {
  if (!date || precision === 'unknown') return date ? { date, precision: 'day' } : { date: null, precision: 'unknown' }
  if (precision === 'year') return { date: `${date.slice(0, 4)}-01-01`, precision }
  return { date: precision === 'month' ? `${date.slice(0, 7)}-01` : date, precision }
}

const MOST_ROWS = 500

/** What a row of a form has without anybody having typed into it. */
const CHOSEN = new Set(['id', 'role', 'kind', 'scheme', 'status', 'number', 'language'])

const isBlankRow = (row: unknown): boolean =>
  blankToNull(row) === null ||
  row === undefined ||
  (typeof row === 'object' &&
    Object.entries(row as object).every(([name, value]) => CHOSEN.has(name) || isBlankRow(value)))

const hasId = (row: unknown) => typeof row === 'object' && row !== null && 'id' in row && blankToNull(row.id) !== null

/**
 * A list in its order. A form sends rows by number. Rows left empty are dropped; with `isBlankKept` only those that
 * never had an id.
 */
export const rows = <T extends z.ZodType>(row: T, most = MOST_ROWS, { isBlankKept = false } = {}) =>
  z.preprocess(
    (value) => {
      if (blankToNull(value) === null || value === undefined) return []
      const list = typeof value === 'object' && !Array.isArray(value) ? byNumber(value as object) : value
      return Array.isArray(list) ? list.filter((each) => !isBlankRow(each) || (isBlankKept && hasId(each))) : list
    },
    z.array(row).max(most, 'tooMany'),
  )

const byNumber = (numbered: object) =>
  Object.entries(numbered)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, each]) => each as unknown)

/** Ids of other records in their order, each once. */
export const references = (most = 100) => rows(z.uuid('notARecord'), most).transform((ids) => [...new Set(ids)])

/** Codes of countries, each once, in alphabetical order: they have no other. */
export const countries = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : value),
    rows(
      z
        .string()
        .trim()
        .toUpperCase()
        .refine((code) => isCountry(code), 'notACountry'),
      300,
    ).transform((codes) => [...new Set(codes)].sort()),
  )

/** What a record says in one language, with how it came to be in it. */
export type TextOf<F extends Record<string, z.ZodType>> = { status: TextStatus; translator: string | null } & {
  [K in keyof F]: z.output<F[K]>
}

/**
 * The texts of a record by language. A language in which nothing is said is left out; of the others exactly one is
 * the original: the first, where none is marked as it.
 */
export const texts = <const F extends Record<string, z.ZodType>>(fields: F) =>
  z
    .preprocess(
      (value) => value ?? {},
      z.record(languageTag, z.object({ status: choiceOr(TextStatus, 'human'), translator: line(200), ...fields })),
    )
    .transform((byLanguage, context): Record<string, TextOf<F>> => {
      const said = (Object.entries(byLanguage) as unknown as [string, TextOf<F>][])
        .filter(([, text]) => Object.keys(fields).some((field) => text[field as keyof F] !== null))
        .sort(([a], [b]) => inOrder(a, b))
      const originals = said.filter(([, { status }]) => status === 'original')
      if (originals.length > 1)
        context.addIssue({ code: 'custom', message: 'twoOriginals', path: [originals[1]?.[0] ?? '', 'status'] })
      return Object.fromEntries(
        said.map(([language, text], at) => {
          const isOriginal = text.status === 'original' || (originals.length === 0 && at === 0)
          return [language, isOriginal ? { ...text, status: 'original', translator: null } : text]
        }),
      )
    })

const ORDER = ['en', 'kk', 'ru']
const inOrder = (a: string, b: string) => {
  const [x, y] = [ORDER.indexOf(a), ORDER.indexOf(b)]
  return x >= 0 && y >= 0 ? x - y : x >= 0 ? -1 : y >= 0 ? 1 : a < b ? -1 : 1
}

/** A row of a list that others may point to. */
export const row = <const F extends Record<string, z.ZodType>>(fields: F) => z.object({ id: rowId(), ...fields })

/** What a record is called in each language, by one field of its texts. */
export const titlesOf = <F extends string>(texts: Record<string, Partial<Record<F, unknown>>>, field: F) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => {
      const title = text[field]
      return typeof title === 'string' ? [[language, title]] : []
    }),
  ) as Record<string, string>
