import 'server-only'
import { createHmac } from 'node:crypto'
import { environment } from '../env'

/**
 * The key under which a browser keeps what is typed in a form while there is no signal: given to that person's page
 * alone, so that what is left on a device opens only to somebody who signs in as them.
 */
export function pocketKey(userId: string, draftId: string): string {
  return createHmac('sha256', environment().secret).update(`pocket ${userId} ${draftId}`).digest('base64')
}
