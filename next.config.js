import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  images: { unoptimized: true },
  // npm run check type-checks the whole project; the build need not do it again
  typescript: { ignoreBuildErrors: true },
  env: { WAYMARK_VERSION: version },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'date-holidays', 'pdfkit'],
  // browsers ask for this by themselves, before they have read which icon the page names
  async rewrites() {
    return [{ source: '/favicon.ico', destination: '/icon.svg' }]
  },
  // the content security policy and no-store need a nonce or the request, and are set in proxy.ts
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          // not no-referrer: under that a browser sends a form with no Origin, and the door refuses it
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
          { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
        ],
      },
    ]
  },
}

export default config
