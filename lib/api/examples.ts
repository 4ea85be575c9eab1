import type { Path } from '@/lib/routes'
import { routes, withQuery } from '@/lib/routes'

/** Every address that the help of the interfaces offers as an example. A test asks them of the first forum's archive. */
export const apiExamples = {
  sessions: withQuery(routes.apiRecords('sessions'), { limit: 2, fields: 'title,edition,appearances' }),
  statements: withQuery(routes.apiRecords('statements'), { lang: 'kk', limit: 2 }),
  changed: withQuery(routes.apiRecords('people'), { updatedSince: '2026-01-01T00:00:00Z' }),
  harvest: withQuery(routes.oai(), { verb: 'ListRecords', metadataPrefix: 'oai_dc' }),
} as const satisfies Record<string, Path>

export type ApiExample = keyof typeof apiExamples
