import { NextResponse, type NextRequest } from 'next/server'

/**
 * Headers of every page and answer: a content security policy with a nonce, and no caching. It is not where
 * anything is allowed or refused: that is the door's work (lib/access/operation).
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    ...(development ? [`style-src 'self' 'unsafe-inline'`] : [`style-src-elem 'self' 'nonce-${nonce}'`, `style-src-attr 'unsafe-inline'`]),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'no-store, max-age=0')
  return response
}

// files that are brought in are larger than the copy of a body that stands before a page: their route sets its own headers
export const config = { matcher: ['/((?!_next/static|icon.svg|admin/import/files).*)'] }
