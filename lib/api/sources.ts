import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { storedName } from '@/lib/media/file-kinds'
import { absolute } from '@/lib/metadata'
import { publishedSource } from '@/lib/published'
import { routes } from '@/lib/routes'
import { DatePrecision, SourceKind } from '@/prisma/client/enums'
import { endOf, startOf } from './filters'
import type { ApiNoun } from './noun'
import { common, day, dayOf, standing, text, textsWith, toCommon } from './parts'

const schema = z
  .object({
    ...common,
    publicId: z.string().meta({ description: 'The short permanent id of its address' }),
    title: text,
    note: text.nullable().meta({ description: 'What the archive says about it; Markdown' }),
    kind: z.enum(SourceKind),
    address: z.string().nullable().meta({ description: 'Where the document stands on the web' }),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: day,
    publishedOnPrecision: z.enum(DatePrecision),
    language: z.string().nullable().meta({ description: 'BCP 47 tag of the document' }),
    readOn: day.meta({ description: 'When it was read for the archive' }),
    keptCopy: z
      .object({ url: z.url(), sha256: z.string(), mediaType: z.string(), byteSize: z.number().int() })
      .nullable(),
  })
  .meta({ id: 'Source', description: 'A document that supports claims' })

export const sources: ApiNoun = {
  ...{ noun: 'source', plural: 'sources', schema, filters: ['language', 'from', 'to', 'updatedSince'] },
  async read({ place, orderBy, take, filters: { language, from, to } }, context) {
    const narrowed = {
      AND: [
        language ? { language } : {},
        from ? { publishedOn: { gte: startOf(from) } } : {},
        to ? { publishedOn: { lte: endOf(to) } } : {},
      ],
    }
    const rows = await db.source.findMany({
      where: { AND: [publishedSource, narrowed, place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, publicId: true, kind: true, url: true, author: true, publisher: true, publishedOn: true },
        ...{ publishedOnPrecision: true, language: true, readOn: true },
        texts: textsWith(context, 'title', 'note'),
        keptCopy: { select: { sha256: true, mediaType: true, byteSize: true } },
      },
    })
    return rows.map(
      (row): z.output<typeof schema> => ({
        ...toCommon('sources', row, routes.source(row.publicId), context),
        publicId: row.publicId,
        title: mustSay(row.texts, 'title', context.locale),
        note: say(row.texts, 'note', context.locale),
        ...{ kind: row.kind, address: row.url, author: row.author, publisher: row.publisher },
        publishedOn: dayOf(row.publishedOn),
        ...{ publishedOnPrecision: row.publishedOnPrecision, language: row.language, readOn: dayOf(row.readOn) },
        keptCopy: row.keptCopy && {
          url: absolute(routes.media(storedName(row.keptCopy.sha256, row.keptCopy.mediaType))),
          ...row.keptCopy,
        },
      }),
    )
  },
}
