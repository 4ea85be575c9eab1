import type { z } from 'zod'
import { line, reference, row, rows, texts } from '@/lib/revisions/content'

/** The documents of a session or edition, such as slides or the programme: stored files in their order, each with a title. */
export const attachments = () => rows(row({ media: reference(), texts: texts({ title: line() }) }), 50)

export type AttachmentsContent = z.infer<ReturnType<typeof attachments>>
