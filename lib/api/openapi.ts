import 'server-only'
import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import { env } from '@/lib/env'
import type { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { listOf } from './list'
import type { ApiNoun } from './noun'
import { apiNouns } from './nouns'
import { listQuery, oneQuery } from './query'

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    withdrawnAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457)' })

const says = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

const answers = {
  '304': { description: 'Nothing has changed since the answer whose ETag was sent as If-None-Match' },
  '400': says('A parameter is unknown or cannot be read'),
  '429': says('Too many requests: Retry-After says when to ask again, RateLimit how many are left'),
} as const

/** The JSON API as OpenAPI 3.1, made of the schemas that its answers are tested with. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {}
  for (const noun of Object.values(apiNouns)) Object.assign(paths, pathsOf(noun))
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Plenary',
      version: '1',
      description:
        'The public archive, read-only. Texts come in one language, with how they came to be in it. Lists are read page by page: `next` is the address of the next page. Addresses by id are permanent: what was renamed or merged leads on (308), what was withdrawn says why (410).',
    },
    servers: [{ url: env().PLENARY_URL }],
    paths: {
      ...paths,
      [routes.editionFile('{id}')]: file('One edition with all it mentions, as Plenary’s own JSON', {
        path: z.object({ id: z.uuid() }),
      }),
      [routes.archiveFile()]: file('The whole public archive with its history, which can be read into an empty one'),
      [routes.oai()]: {
        get: {
          summary: 'Harvesting by OAI-PMH 2.0 in oai_dc: see `?verb=Identify`',
          responses: { '200': { description: 'XML', content: { 'text/xml': {} } } },
        },
      },
    },
  })
}

function pathsOf(noun: ApiNoun): ZodOpenApiPathsObject {
  const { plural } = noun
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
  const tags = [plural]
  return {
    [routes.apiRecords(plural)]: {
      get: {
        ...{ tags, summary: `Public ${plural}` },
        requestParams: { query: listQuery(noun) },
        responses: { '200': { description: 'A page of the list', ...json(listOf(noun)) }, ...answers },
      },
    },
    [routes.apiRecord(plural, '{id}')]: {
      get: {
        ...{ tags, summary: `One of the ${plural}` },
        requestParams: {
          path: z.object({ id: z.string().meta({ description: keys[noun.noun] }) }),
          query: oneQuery(noun),
        },
        responses: {
          '200': { description: 'The record', ...json(noun.schema) },
          '308': { description: 'It stands at another address now: see Location' },
          ...answers,
          '404': says('There is none, or none that is public'),
          '410': says('It was withdrawn; `detail` is the public reason'),
        },
      },
    },
  }
}

const slugOr = 'Id, or the last part of the address of its page, present or former'
const publicIdOr = 'Id, or the short permanent id in the address of its page'
const keys: Record<keyof typeof nounPlurals, string> = {
  forum: slugOr,
  edition: 'Id; or `forum/edition` as in the address of its page, with the slash as it is',
  session: 'Id; or `forum/edition/session` by the parts of its page’s address, with slashes as they are',
  ...{ person: slugOr, organisation: slugOr, topic: slugOr, statement: publicIdOr, source: publicIdOr },
}

const file = (summary: string, requestParams: { path?: z.ZodObject } = {}): ZodOpenApiPathsObject[string] => ({
  get: {
    summary,
    requestParams,
    responses: { '200': { description: 'A JSON document, a record to a line', content: { 'application/json': {} } } },
  },
})
