import countries from 'i18n-iso-countries'

let byName: Map<string, string> | undefined

/** ISO 3166-1 alpha-2 of a code of two or three letters or a name in English, Russian or Kazakh; null for anything else. */
export function countryCode(said: string | null): string | null {
  const text = said?.trim() ?? ''
  if (/^[A-Za-z]{2}$/.test(text)) return countries.isValid(text.toUpperCase()) ? text.toUpperCase() : null
  if (/^[A-Z]{3}$/.test(text)) return countries.alpha3ToAlpha2(text) ?? null
  byName ??= new Map(
    ['en', 'ru', 'kk'].flatMap((locale) => {
      const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
      return Object.keys(countries.getAlpha2Codes()).map((code): [string, string] => [
        names.of(code)?.toLowerCase() ?? code,
        code,
      ])
    }),
  )
  return byName.get(text.toLowerCase()) ?? null
}
