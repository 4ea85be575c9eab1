import { z } from 'zod'
import type { IdentifierScheme } from '@/prisma/client/enums'
import { NameKind } from '@/prisma/client/enums'
import { choiceOr, language, line, row, rows } from './content'

/** Other spellings, scripts and former names of a person or organisation, each once; they have no order. */
export const otherNames = () =>
  rows(row({ name: line(), language: language(), kind: choiceOr(NameKind, 'spelling') }), 100)
    .superRefine((names, context) => {
      for (const [at, { name }] of names.entries())
        if (names.findIndex((each) => each.name === name) < at)
          context.addIssue({ code: 'custom', message: 'twice', path: [at, 'name'] })
    })
    .transform((names) => names.sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)))

/** As each registry writes its identifiers; the database checks the same. */
const forms: Record<IdentifierScheme, RegExp> = {
  wikidata: /^Q[1-9][0-9]*$/,
  orcid: /^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$/,
  viaf: /^[0-9]+$/,
  isni: /^[0-9]{15}[0-9X]$/,
  ror: /^0[a-z0-9]{8}$/,
}

/** What public registries call a person or organisation; an address of the registry is read as the identifier in it. */
export const identifiers = <const S extends IdentifierScheme>(schemes: readonly [S, ...S[]]) =>
  rows(
    z
      .object({
        scheme: z.enum(schemes, 'notAChoice'),
        value: z
          .string()
          .trim()
          .max(100, 'tooLong')
          .transform((typed) => typed.replace(/^https?:\/\/\S*\//, '')),
      })
      .refine(({ scheme, value }) => forms[scheme].test(value), { message: 'notAnIdentifier', path: ['value'] }),
    20,
  ).transform((list) => [...list].sort((a, b) => (a.scheme + a.value < b.scheme + b.value ? -1 : 1)))
