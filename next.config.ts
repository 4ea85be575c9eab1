import type { NextConfig } from 'next'

/** No slug has a dot, so a record's address with an ending is that of no page. */
const files =
  '(?:feed|(?:forums|speakers|organisations|topics|statements|sources)/(?:[^./]+/)*[^./]+)\\.(?:atom|bib|csl\\.json|csv|ics|json|ris|xml)'

const config: NextConfig = {
  experimental: { authInterrupts: true }, // forbidden(): a real 403 with a page of its own
  poweredByHeader: false,
  // npm test checks the types of everything beforehand, which takes as long as the rest of the build.
  typescript: { ignoreBuildErrors: process.env.PLENARY_TYPES_CHECKED === '1' },
  images: { unoptimized: true }, // no image is resized on request: /_next/image answers 404
  // Every reader gets the whole page with its metadata in <head>: no streaming, real status codes.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'openid-client', 'sharp', 'pg', 'pino'],
  async redirects() {
    return [{ source: '/en/:path*', destination: '/:path*', statusCode: 301 }]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: '/en' },
        // Files beside the pages of records, all answered in one place (app/(archive)/[locale]/files).
        { source: `/:file(${files})`, destination: '/en/files/:file' },
        { source: `/:locale(kk|ru)/:file(${files})`, destination: '/:locale/files/:file' },
        { source: '/:path((?!(?:en|kk|ru|_next|api|admin|sign-in|healthz)(?:/|$))[^.]*)', destination: '/en/:path' },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}
export default config
