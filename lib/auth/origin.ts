/**
 * Whether a form came from the archive's own pages. `configured` is the address the operator gave; without one the
 * archive is known by the host it was asked for (npm start on a laptop).
 */
export function isOwnOrigin(headers: { get(name: string): string | null }, configured: string | null): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const url = new URL(origin)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false
  return configured ? url.origin === new URL(configured).origin : url.host === headers.get('host')
}
