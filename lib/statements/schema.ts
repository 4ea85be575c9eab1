import { z } from 'zod'
import { choiceOr, day, prose, reference, references, texts, whole } from '@/lib/revisions/content'
import { citations } from '@/lib/sources/citation-schema'
import { StatementForm, StatementKind } from '@/prisma/client/enums'

export const statementSchema = z
  .object({
    edition: reference(),
    session: reference(),
    /** Who said it, as an appearance in that session. */
    appearance: reference(),
    form: choiceOr(StatementForm, 'paraphrase'),
    kind: choiceOr(StatementKind, 'assessment'),
    position: whole(0, 100_000).transform((position) => position ?? 0),
    /** The day somebody compared the words with the source. */
    checkedOn: day(),
    texts: texts({ text: prose() }),
    topics: references(),
    citations: citations(),
  })
  .superRefine(({ session, appearance }, context) => {
    if (appearance && !session) context.addIssue({ code: 'custom', message: 'sessionMissing', path: ['session'] })
  })

export type StatementContent = z.infer<typeof statementSchema>
