import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate'

const MESSAGES = path.resolve(import.meta.dirname, '../lib/i18n/messages/en')

/** Every key of the interface, such as "words.sessions", by how it begins ("words."); none may ever be seen. */
function allKeys(): Map<string, string[]> {
  return new Map(
    readdirSync(MESSAGES).map((file) => {
      const beginning = `${path.parse(file).name}.`
      return [beginning, keysOf(JSON.parse(readFileSync(path.join(MESSAGES, file), 'utf8')), beginning)]
    }),
  )
}

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )
}

/** What the HTML standard asks for, without the style rules that React's own output breaks. */
const rules: ConfigData = {
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attr-case': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'tel-non-breaking': 'off',
    // React writes action="" for a form that its own page takes.
    'attribute-allowed-values': 'off',
  },
}

/** Reads its rules once, not again for every page, which takes as long as the page itself. */
class RulesReadOnce extends StaticConfigLoader {
  #read?: ResolvedConfig
  override getConfigFor(page: string) {
    this.#read ??= super.getConfigFor(page) as ResolvedConfig
    return this.#read
  }
}
const html5 = new HtmlValidate(new RulesReadOnce(rules))

/** The words of a page as a reader, or a link to a passage, sees them. */
const asRead = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** Facets of facets have no end; the first of each search is tried by its own journeys. */
const isNarrowedSearch = ({ pathname, searchParams }: URL) =>
  /\/search(?:\.[a-z]+)?$/.test(pathname) && [...searchParams.keys()].some((name) => name !== 'q')

/**
 * Of what kind a file beside a page is, such as an edition's calendar or what was found; null for a page. All files of a
 * kind are made alike, for each record in three languages: one is tried.
 */
function kindOfFile({ pathname }: URL): string | null {
  const [, ending] = /(\.(?:atom|bib|csv|ics|json|ris|xml))$/.exec(pathname) ?? []
  const parts = pathname.replace(/^\/(?:kk|ru)(?=\/)/, '').split('/')
  if (parts[1] === 'api') return ending && parts[3]?.startsWith('search.') ? `search ${ending}` : null
  return ending ? [parts[1], parts.length, ending].join(' ') : null
}

/** The form for an error is the same for every record; its own journey sends it. */
const isReport = ({ pathname }: URL) => pathname.endsWith('/corrections/report')

test('a crawl from the home page finds no dead link, no untranslated key and no error', async ({ request }) => {
  test.setTimeout(300_000)
  const keys = allKeys()
  const found = new Map<string, string>([['/', 'the start']])
  const wrong: string[] = []
  const anchors = new Map<string, Set<string>>()
  const texts = new Map<string, string>()
  const wanted: { address: string; anchor: string }[] = []
  const triedFiles = new Set<string>()
  for (const [address, from] of found) {
    const answer = await request.get(address, { maxRedirects: 0 })
    const type = answer.headers()['content-type'] ?? ''
    if (answer.status() !== 200) wrong.push(`${address} answers ${answer.status()}, linked from ${from}`)
    if (!type.startsWith('text/html')) continue
    const html = await answer.text()
    for (const result of html5.validateStringSync(html).results) {
      for (const { ruleId, message, line } of result.messages) wrong.push(`${address}:${line} ${ruleId}: ${message}`)
    }
    texts.set(address, asRead(html))
    anchors.set(address, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')))
    const text = html.replace(/<(script|pre)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
    for (const [beginning, known] of keys)
      for (const key of text.includes(beginning) ? known : [])
        if (text.includes(key)) wrong.push(`${address} shows the key ${key}`)
    if (/\{[a-z]+\}|undefined|\[object|NaN/.test(text))
      wrong.push(`${address} shows a placeholder: ${/.{30}(\{[a-z]+\}|undefined|\[object|NaN).{20}/.exec(text)?.[0]}`)
    for (const match of html.matchAll(/<(?:a|link)\b[^>]*\shref="([^"]+)"/g)) {
      const url = new URL((match[1] ?? '').replaceAll('&amp;', '&'), `http://localhost${address}`)
      if (url.host !== 'localhost' && !url.host.startsWith('localhost:')) continue
      const target = url.pathname + url.search
      if (url.hash) wanted.push({ address: target, anchor: decodeURIComponent(url.hash.slice(1)) })
      if (isNarrowedSearch(url) || (isReport(url) && [...found.keys()].some((each) => each.includes(url.pathname))))
        continue
      const kind = kindOfFile(url)
      if (kind && triedFiles.has(kind)) continue
      if (kind) triedFiles.add(kind)
      if (!found.has(target)) found.set(target, address)
    }
  }
  for (const { address, anchor } of wanted) {
    if (!anchors.has(address)) continue
    const words = /^:~:text=(.*)$/.exec(anchor)?.[1]
    const isThere = words ? texts.get(address)?.includes(words) : anchors.get(address)?.has(anchor)
    if (!isThere) wrong.push(`${address} has no place #${anchor}`)
  }
  expect([...new Set(wrong)]).toEqual([])
  expect(found.size, 'the crawl reached the archive in three languages').toBeGreaterThan(150)
})
