import { randomUUID } from 'node:crypto'
import type { Request } from './operation'

/**
 * What the door needs to know of an HTTP request. An action without an Origin, or from another, is not of this
 * site: browsers always send it with a POST. The address and the id are set by our own server (lib/setup/server).
 */
export function requestOf(headers: Headers): Request {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return {
    address: headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown',
    requestId: headers.get('x-request-id') ?? randomUUID(),
    sameOrigin: origin !== null && URL.canParse(origin) && new URL(origin).host === host,
  }
}
