const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
// What no XML 1.0 document may hold, not even escaped.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** A text as it stands in XML, between tags or in an attribute. */
export const escapeXml = (text: string) =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter)
