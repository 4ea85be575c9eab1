import { firstText, type JsonObject, objectsIn, oneText, textOf } from '../json-values'
import type { FileAppearance } from '../programme-file'
import { type Reading, roleOf } from '../reading'

/** A person of an event: `name`, else the public name of frab; the e-mail address and answers are never looked at. */
export function personIn(person: JsonObject, reading: Reading, place: { path: string }): FileAppearance[] {
  const name = reading.line(
    firstText(person.name, person.public_name, person.full_public_name, person.full_name),
    place,
  )
  if (!name) return []
  const { guid, code, id } = person
  const kinds = Object.entries({ guid, code, id }).flatMap(([kind, value]) =>
    textOf(value) ? `${kind}:${textOf(value)}` : [],
  )
  const biography = reading.prose(
    [oneText(person.biography), oneText(person.abstract), oneText(person.description)],
    place,
  )
  const links = reading.links(
    objectsIn(person.links).map((link) => ({ url: firstText(link.url, link.href), title: textOf(link.title) })),
    place,
  )
  if (kinds.length && (biography || links.length))
    reading.person({ place, ids: kinds, name, biography: biography ? { '': biography } : {}, affiliation: null, links })
  return [{ ids: kinds, name, role: roleOf(textOf(person.role)), affiliation: null, position: null, country: null }]
}
