import { env } from '@/lib/env'
import { listSitemapFiles } from '@/lib/sitemap'
import { sitemapIndexXml } from '@/lib/sitemap-xml'

export const dynamic = 'force-dynamic'

/** The index of the sitemap, which robots.txt names. */
export async function GET() {
  const xml = sitemapIndexXml(await listSitemapFiles(), env().PLENARY_URL)
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
