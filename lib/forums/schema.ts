import { z } from 'zod'
import { line, prose, slug, texts, webAddress } from '@/lib/revisions/content'
import { citations } from '@/lib/sources/citation-schema'

export const forumSchema = z.object({
  slug: slug(),
  website: webAddress(),
  texts: texts({ name: line(), shortName: line(60), description: prose() }),
  citations: citations(),
})

export type ForumContent = z.infer<typeof forumSchema>
