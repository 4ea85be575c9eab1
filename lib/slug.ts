import anyAscii from 'any-ascii'

const LONGEST = 80

/**
 * The words of a title as an address: "Қасым-Жомарт Тоқаев" → "qasym-zhomart-toqaev". Lower-case ASCII words joined
 * by hyphens, cut at a word within 80 characters; null when nothing is left of it.
 */
export function toSlug(title: string): string | null {
  const words = anyAscii(title.normalize('NFC'))
    .toLowerCase()
    .replace(/['’ʹʺ]/g, '')
    .match(/[a-z0-9]+/g)
  if (!words) return null
  let slug = words[0]?.slice(0, LONGEST) ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST) break
    slug += `-${word}`
  }
  return slug
}
