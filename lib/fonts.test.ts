import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fontFile, fontsFor } from './fonts'
import { locales } from './i18n/locales'

const ROOT = path.resolve(import.meta.dirname, '..')
const css = readFileSync(path.join(ROOT, 'app/fonts.css'), 'utf8')
const faces = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '')

test('every typeface of the stylesheet has a file, of the version its address names', () => {
  expect(faces).toHaveLength(8)
  for (const face of faces) {
    const file = fontFile(face)
    expect(file, face).not.toBeNull()
    expect(existsSync(path.join(ROOT, 'node_modules', file ?? '')), face).toBe(true)
    const [scope, name] = (file ?? '').split('/')
    const { version } = JSON.parse(
      readFileSync(path.join(ROOT, 'node_modules', `${scope}/${name}`, 'package.json'), 'utf8'),
    )
    expect(face).toContain(`-${version}.woff2`)
  }
})

test('what a page loads early is in the stylesheet; nothing else is served', () => {
  for (const locale of locales) expect(faces).toEqual(expect.arrayContaining(fontsFor(locale)))
  expect(fontFile('/fonts/../../package.json')).toBeNull()
})
