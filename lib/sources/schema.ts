import { z } from 'zod'
import {
  asPrecise,
  choiceOr,
  datePrecision,
  day,
  language,
  line,
  prose,
  reference,
  texts,
  webAddress,
} from '@/lib/revisions/content'
import { SourceKind } from '@/prisma/client/enums'

export const sourceSchema = z
  .object({
    kind: choiceOr(SourceKind, 'other'),
    url: webAddress(),
    author: line(),
    publisher: line(),
    publishedOn: day('1400-01-01'),
    publishedOnPrecision: datePrecision(),
    language: language(),
    /** The day it was read for the archive. */
    readOn: day(),
    /** Id of a stored file. */
    keptCopy: reference(),
    texts: texts({ title: line(), note: prose() }),
  })
  .transform((source) => {
    const { date, precision } = asPrecise(source.publishedOn, source.publishedOnPrecision)
    return { ...source, publishedOn: date, publishedOnPrecision: precision }
  })

export type SourceContent = z.infer<typeof sourceSchema>
