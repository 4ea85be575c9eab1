import 'server-only'
import { editionContent } from '@/lib/editions/content'
import { writeEdition } from '@/lib/editions/mutations'
import { forumContent } from '@/lib/forums/content'
import { writeForum } from '@/lib/forums/mutations'
import { organisationContent } from '@/lib/organisations/content'
import { writeOrganisation } from '@/lib/organisations/mutations'
import { personContent } from '@/lib/people/content'
import { writePerson } from '@/lib/people/mutations'
import { sessionContent } from '@/lib/sessions/content'
import { writeSession } from '@/lib/sessions/mutations'
import { sourceContent } from '@/lib/sources/content'
import { writeSource } from '@/lib/sources/mutations'
import { statementContent } from '@/lib/statements/content'
import { writeStatement } from '@/lib/statements/mutations'
import { topicContent } from '@/lib/topics/content'
import { writeTopic } from '@/lib/topics/mutations'
import type { FieldErrors } from './edit-labels'
import type { ContentOf } from './noun-content'
import type { Noun, Reference } from './nouns'
import type { Write } from './standing'

/** The canonical content of a record, of whatever noun. */
export type Content = { [field: string]: unknown }

export type Parsed = { content: Content; errors?: undefined } | { content?: undefined; errors: FieldErrors }

type Entry = {
  parse(raw: unknown): Parsed
  parent(content: Content): Reference | null
  references(content: Content): Reference[]
  titles(content: Content, parentTitles: Record<string, string>): Record<string, string>
  otherNames(content: Content): string[]
  read(ids: string[]): Promise<{ id: string; content: unknown }[]>
  write: Write<Content>
}

/** As large a content may be as JSON; the database holds twice that as its own bound (`revision_size_check`). */
export const MOST_BYTES = 500_000

/** Our own messages are keys of the interface's words; anything else is Zod's own English. */
const isKey = (message: string) => /^[a-z][A-Za-z]+$/.test(message)

/** Contents go through here as JSON; each noun's own functions get back the type that its schema gave. */
function entry<C extends object>(content: ContentOf<C>, write: Write<C>): Entry {
  return {
    parse(raw) {
      const parsed = content.schema.safeParse(raw)
      if (parsed.success) {
        // Every version keeps a content as a whole: it must not be a book.
        const isTooLarge = Buffer.byteLength(JSON.stringify(parsed.data)) > MOST_BYTES
        return isTooLarge ? { errors: { form: 'tooLong' } } : { content: parsed.data as Content }
      }
      const errors: FieldErrors = {}
      for (const { path, message } of parsed.error.issues) errors[path.join('.')] ??= isKey(message) ? message : 'wrong'
      return { errors }
    },
    parent: (of) => content.parent(of as C),
    references: (of) => content.references(of as C),
    titles: (of, parentTitles) => content.titles(of as C, parentTitles),
    otherNames: (of) => content.otherNames(of as C),
    read: content.read,
    write: (tx, id, of, standing) => write(tx, id, of as C, standing),
  }
}

/** The one place where every noun's content and mutations meet. */
export const registry: Record<Noun, Entry> = {
  forum: entry(forumContent, writeForum),
  edition: entry(editionContent, writeEdition),
  session: entry(sessionContent, writeSession),
  person: entry(personContent, writePerson),
  organisation: entry(organisationContent, writeOrganisation),
  topic: entry(topicContent, writeTopic),
  statement: entry(statementContent, writeStatement),
  source: entry(sourceContent, writeSource),
}

/** Mentions of a content, each once. */
export function mentions(noun: Noun, content: Content): Reference[] {
  const seen = new Map(registry[noun].references(content).map((each) => [each.id, each]))
  return [...seen.values()]
}
