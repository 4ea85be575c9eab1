import { z } from 'zod'
import { line, rows, webAddress } from './content'
import { needed } from './standing'

/** More are not kept of a record. */
export const MOST_LINKS = 30

/** Where else on the web there is something of a session or person, such as a recording: in their order. */
export const links = () =>
  rows(z.object({ url: webAddress(), title: line() }), MOST_LINKS).transform((links) =>
    // A record leads to one place once: rows are told apart by their address when two versions are merged.
    links.filter(({ url }, at) => url === null || links.findIndex((each) => each.url === url) === at),
  )

export type LinksContent = z.infer<ReturnType<typeof links>>

/** The rows of a record's links; one without an address cannot be published. */
export const linkRows = (links: LinksContent) =>
  links.map(({ url, title }, position) => ({ position, url: needed(url, 'The address of a link'), title }))

/** What is read of a record's links, for its content and for its page. */
export const linksSelect = {
  orderBy: { position: 'asc' },
  take: MOST_LINKS,
  select: { url: true, title: true },
} as const

/** A link as its page shows it. */
export type PublicLink = { url: string; title: string | null }
