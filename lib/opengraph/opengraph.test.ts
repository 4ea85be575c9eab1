import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OpengraphImage } from '@/components/opengraph-image'
import '@/lib/media/picture' // its limits on formats hold for the whole process
import { drawPicture } from './answer'
import { colours } from './colours'
import { drawable } from './drawable'

/** The addresses that were asked for; the library also "fetches" its layout engine, which it carries within. */
const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (url: unknown) => {
    if (!String(url).startsWith('data:')) asked.push(String(url))
    return Promise.reject(new Error('The archive calls nobody'))
  })
})
afterEach(() => vi.unstubAllGlobals())

const draw = (title: string) =>
  drawPicture(createElement(OpengraphImage, { picture: { kind: 'Топик', title, foot: title }, site: 'Plenary' }))

test('the colours are those of the stylesheet', () => {
  const css = readFileSync('app/globals.css', 'utf8')
  for (const [name, value] of Object.entries(colours)) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(css).toContain(`--${variable}: light-dark(${value}, `)
  }
})

test('every letter that counts as drawable is in the fonts: no other is asked for', async () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => letter.trim() && drawable(letter, 9) === letter,
  )
  expect(all.length).toBeGreaterThan(400)
  for (const letter of 'әғқңөұүһіӘҒҚҢӨҰҮҺІёЁЪıİğşçÄß«»“”—–…№₸[]') expect(all).toContain(letter)
  for (let at = 0; at < all.length; at += 60) await (await draw(all.slice(at, at + 60).join(' '))).arrayBuffer()
  expect(asked).toEqual([])
})

test('what the fonts lack is written in Latin letters or left out', async () => {
  expect(drawable('이재명 and 李在明', 99)).not.toMatch(/[^\x20-\x7e]/)
  expect(drawable('Peace 🕊️ now', 99)).toBe('Peace now')
  expect(drawable('Đặng', 99)).toBe('Đang')
  const png = Buffer.from(await (await draw('李在明 مرحبا 🕊️ Ω ∑ \u0000 \ud800 नमस्ते')).arrayBuffer())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(asked).toEqual([])
})

test('a long text is cut', () => {
  expect(drawable('word '.repeat(200), 230).length).toBeLessThanOrEqual(231)
  expect(drawable('x'.repeat(900), 230).length).toBeLessThanOrEqual(231)
})
