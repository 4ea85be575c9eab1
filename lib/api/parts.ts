import { z } from 'zod'
import { type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import type { NounPlural } from '@/lib/revisions/nouns'
import { inLocale, type Path, routes } from '@/lib/routes'
import { IdentifierScheme, NameKind, TextStatus } from '@/prisma/client/enums'

/** What the answers of the API are made of: schemas, and how they are filled. All text is in one language, with its origin. */

export const text = z
  .object({
    value: z.string(),
    language: z.string().meta({ description: 'BCP 47 tag of the language it is in' }),
    status: z.enum(TextStatus).meta({ description: 'How it came to be in that language' }),
    translator: z.string().nullable(),
  })
  .meta({ id: 'Text', description: 'A text in the language asked for, else in its original, else in English' })

export const link = z
  .object({ id: z.uuid(), name: text, url: z.url(), api: z.url() })
  .meta({ id: 'Link', description: 'Another record: its id, name, page and address in this API' })

/** What every answer says of a record. */
export const common = {
  id: z.uuid(),
  url: z.url().meta({ description: 'Its page, in the language asked for' }),
  api: z.url().meta({ description: 'Its permanent address in this API' }),
  version: z.number().int().meta({ description: 'The published version that this is' }),
  publishedAt: z.iso.datetime().meta({ description: 'When it was first published' }),
  updatedAt: z.iso.datetime(),
}

export const day = z.iso.date().nullable()
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .meta({ description: 'ISO 3166-1 alpha-2' })

export const otherNames = z.array(
  z.object({ name: z.string(), language: z.string().nullable(), kind: z.enum(NameKind) }),
)
export const webLinks = z
  .array(z.object({ url: z.url(), title: z.string().nullable() }))
  .meta({ description: 'Addresses elsewhere on the web' })
export const identifiers = z.array(z.object({ scheme: z.enum(IdentifierScheme), value: z.string() }))

/** The address of a record in this API. */
export const apiUrl = (plural: NounPlural, id: string) => absolute(routes.apiRecord(plural, id))
export const pageUrl = (path: Path, { locale }: I18n) => absolute(inLocale(locale, path))

/** The `texts` of a record's select, with the fields named. */
export const textsWith = <const F extends string>({ locale }: I18n, ...fields: F[]) => ({
  where: textsFor(locale),
  select: { ...textMeta, ...(Object.fromEntries(fields.map((field) => [field, true])) as Record<F, true>) },
})

export const toLink = (plural: NounPlural, id: string, name: Said, path: Path, context: I18n) => ({
  ...{ id, name },
  url: pageUrl(path, context),
  api: apiUrl(plural, id),
})

type Standing = { id: string; version: number; publishedAt: Date | null; updatedAt: Date }

export const standing = { id: true, version: true, publishedAt: true, updatedAt: true } as const

export const toCommon = (plural: NounPlural, row: Standing, path: Path, context: I18n) => ({
  id: row.id,
  url: pageUrl(path, context),
  api: apiUrl(plural, row.id),
  version: row.version,
  publishedAt: (row.publishedAt ?? row.updatedAt).toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

export const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
