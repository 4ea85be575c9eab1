import anyAscii from 'any-ascii'

/** A slug for a name, made unique by a part of an id. */
export const slugOf = (name: string, id: string) =>
  `${
    anyAscii(name)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'x'
  }-${id.slice(0, 8)}`
