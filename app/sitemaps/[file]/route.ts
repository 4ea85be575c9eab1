import { env } from '@/lib/env'
import { listSitemapPages } from '@/lib/sitemap'
import { sitemapXml } from '@/lib/sitemap-xml'

export const dynamic = 'force-dynamic'

/** One file of the sitemap, such as `/sitemaps/speakers-1.xml`. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const pages = await listSitemapPages((await params).file)
  if (!pages) return new Response('There is no such part of the sitemap.\n', { status: 404 })
  return new Response(sitemapXml(pages, env().PLENARY_URL), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
