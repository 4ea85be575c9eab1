import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import type { FileKind } from './file-kinds'
import { listMediaChoices, type MediaChoice } from './queries'

/** Which nouns mention files, of which kind. */
const kinds: Partial<Record<Noun, FileKind>> = {
  person: 'picture',
  source: 'document',
  session: 'document',
  edition: 'document',
}

type Mentions = { portrait?: unknown; keptCopy?: unknown; attachments?: { media?: unknown }[] }

/** The stored files that the form of a record offers; those it mentions are among them. */
export async function fileChoices(noun: Noun, content: Mentions): Promise<Record<FileKind, MediaChoice[]>> {
  const kind = kinds[noun]
  const none = { picture: [], document: [] }
  if (!kind) return none
  const { portrait, keptCopy, attachments = [] } = content
  const mentioned = [portrait, keptCopy, ...attachments.map(({ media }) => media)]
  return {
    ...none,
    [kind]: await listMediaChoices(
      kind,
      mentioned.filter((id) => typeof id === 'string'),
    ),
  }
}
