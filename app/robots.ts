import type { MetadataRoute } from 'next'
import { absolute } from '@/lib/metadata'
import { notForRobots, routes } from '@/lib/routes'

/** Made when asked for: the archive's address is not known while it is built. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: notForRobots },
    sitemap: absolute(routes.sitemap()),
  }
}
