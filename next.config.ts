import type { NextConfig } from 'next'

const config: NextConfig = {
  experimental: { authInterrupts: true }, // forbidden(): a real 403 with a page of its own
  poweredByHeader: false,
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
        // The one public address below a language that has a dot in it.
        {
          source: '/forums/:forum/:edition/changes.atom',
          destination: '/en/forums/:forum/:edition/changes.atom',
        },
        { source: '/:path((?!(?:en|kk|ru|_next|api|admin|sign-in|healthz)(?:/|$))[^.]*)', destination: '/en/:path' },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}
export default config
