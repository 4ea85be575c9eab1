import { escapeXml } from '@/lib/escape-xml'

type Attributes = { [name: string]: string | number | null | undefined }

/** An element with text in it, escaped. */
export const element = (name: string, text: string, attributes: Attributes = {}) =>
  `<${name}${inTag(attributes)}>${escapeXml(text)}</${name}>`

/** An element with others in it, each on a line of its own, or with none. */
export const elementOf = (name: string, children: readonly string[], attributes: Attributes = {}) =>
  children.length > 0
    ? `<${name}${inTag(attributes)}>\n${children.join('\n')}\n</${name}>`
    : `<${name}${inTag(attributes)}/>`

/** Those that are known. A line break in an attribute would be read as a space. */
const inTag = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === null || value === undefined
        ? ''
        : ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`,
    )
    .join('')

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
