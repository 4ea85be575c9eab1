/** Languages that programmes name in words rather than codes: looked up by their names in English, Russian, Kazakh and themselves. */
const named =
  'ar az be bg cs da de el en es et fa fi fr he hi hu hy id it ja ka kk ko ky lt lv mn nl no pl pt ro ru sk sl sr sv tg th tk tr uk ur uz vi zh'

let byName: Map<string, string> | undefined

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>()
  for (const code of named.split(' '))
    for (const locale of ['en', 'ru', 'kk', code])
      names.set((new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code).toLowerCase(), code)
  return names
}

/** What was asked for before: a file names the same few languages thousands of times. */
const asked = new Map<string, string | null>()
const MOST_ASKED = 1000

/** ISO 639-1 of "en", "en-GB", "eng", "rus", "German", "русский"; null for anything else. */
export function languageCode(said: string | null | undefined): string | null {
  const text = said?.trim().toLowerCase().replaceAll('_', '-') ?? ''
  if (!text || text.length > 40) return null
  const before = asked.get(text)
  if (before !== undefined) return before
  const code = findCode(text)
  if (asked.size < MOST_ASKED) asked.set(text, code)
  return code
}

function findCode(text: string): string | null {
  byName ??= namesOfLanguages()
  const known = byName.get(text.replace(/ тілі$| язык$/u, ''))
  if (known) return known
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(text)) return null
  try {
    const language = new Intl.Locale(text).language
    const isKnown = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined
    return language.length === 2 && isKnown ? language : null
  } catch {
    return null
  }
}
