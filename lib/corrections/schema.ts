import { z } from 'zod'
import { prose } from '@/lib/revisions/content'

/** As many addresses of other pages as evidence needs; what brings more wants to be clicked. */
const MOST_LINKS = 3
const LINK = /https?:\/\/|\bwww\./gi

/** The page that a report is about: a record, in the published version that its reader had before them. */
export const reportedSchema = z.object({
  record: z.uuid(),
  version: z.coerce.number().int().min(1).max(1_000_000),
})

/** What a reader says is wrong with a record, without an account. Messages are keys of `corrections.error`. */
export const reportSchema = z
  .object({
    wrong: prose(4000).pipe(z.string('wrongMissing').min(5, 'wrongMissing')),
    right: prose(4000),
    evidence: prose(1000),
    email: z
      .string()
      .transform((typed) => typed.trim().toLowerCase() || null)
      .pipe(z.email('notAnEmail').max(254, 'tooLong').nullable()),
  })
  .superRefine(({ wrong, right, evidence }, context) => {
    if (([wrong, right, evidence].join(' ').match(LINK)?.length ?? 0) > MOST_LINKS)
      context.addIssue({ code: 'custom', message: 'tooManyLinks', path: ['evidence'] })
  })

export type Report = z.infer<typeof reportSchema>

/** The fields that a reader fills in, in their order. */
export const reportFields = ['wrong', 'right', 'evidence', 'email'] as const

const errors = ['wrongMissing', 'tooLong', 'hidden', 'notAnEmail', 'tooManyLinks'] as const
export type ReportError = (typeof errors)[number]

/** What is wrong with each field, as a key of `corrections.error`. */
export function reportErrors(error: z.ZodError): Partial<Record<string, ReportError>> {
  const found: Partial<Record<string, ReportError>> = {}
  for (const { path, message } of error.issues)
    found[String(path[0] ?? 'wrong')] ??= errors.find((each) => each === message) ?? 'wrongMissing'
  return found
}
