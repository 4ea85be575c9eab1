/** What stands in a file's JSON, read leniently: a value of another kind than was expected is as if it were not there. */
export type JsonObject = { [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const objectsIn = (value: unknown): JsonObject[] => listOf(value).filter(isObject)

/** Text or a number as text; null when there is nothing in it. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && text.trim() ? text : null
}
export const textsIn = (value: unknown): string[] => listOf(value).flatMap((each) => textOf(each) ?? [])

/** The first of them that says anything. */
export const firstText = (...values: unknown[]): string | null => {
  for (const value of values) {
    const text = textOf(value)
    if (text !== null) return text
  }
  return null
}

/** A text, or texts by language (`{ "en": …, "de": … }`), as pairs; the language of a bare text is ''. */
export function byLanguage(value: unknown): [language: string, text: string][] {
  if (!isObject(value)) {
    const text = textOf(value)
    return text === null ? [] : [['', text]]
  }
  return Object.entries(value).flatMap(([language, each]): [string, string][] => {
    const text = textOf(each)
    return text === null ? [] : [[/^[a-z]{2}(?:-|$)/i.test(language) ? language.slice(0, 2).toLowerCase() : '', text]]
  })
}

/** One text of those by language: English where there is, else the first. */
export function oneText(value: unknown): string | null {
  const texts = byLanguage(value)
  return (texts.find(([language]) => language === 'en') ?? texts[0])?.[1] ?? null
}
