import type { PublicLink } from './links'

/**
 * The links of a session or person as works that are about it. Not `sameAs`: that would say that each is a page which
 * stands for the person alone, and nobody vouched for it.
 */
export const linksJsonLd = (links: readonly PublicLink[]) =>
  links.length > 0
    ? {
        subjectOf: links.map(({ url, title }) => ({
          '@type': 'CreativeWork' as const,
          url,
          ...(title ? { name: title } : {}),
        })),
      }
    : {}
