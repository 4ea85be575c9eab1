import { type Path, routes } from '@/lib/routes'

const DESK = 'https://desk.invalid'

/**
 * The address within the desk to go to after signing in; the desk itself for anything that leads elsewhere, whatever
 * tricks are in it. Judged as a browser would read it.
 */
export function safeReturnPath(wanted: unknown): Path {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/[^/\\]/.test(wanted)) return routes.desk()
  if (!URL.canParse(wanted, DESK)) return routes.desk()
  const url = new URL(wanted, DESK)
  if (url.origin !== DESK || !/^\/admin(?:\/|$)/.test(url.pathname)) return routes.desk()
  url.searchParams.delete('_rsc') // what Next adds when it fetches a page for its router
  return `${url.pathname as Path}${url.search}`
}
