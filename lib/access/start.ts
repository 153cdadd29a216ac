import { databaseAnswers, refuseAPowerfulLogin } from '../database/client'
import { environment } from '../env'

/**
 * Ends the process, with a message that says what to do, where the environment is incomplete or the app would
 * connect as a login that row-level security does not bind. A database that is down at the start is waited for.
 */
export async function refuseToStartUnsafely(): Promise<void> {
  try {
    environment()
    if (await databaseAnswers()) await refuseAPowerfulLogin()
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'Waymark cannot start')
    process.exit(1)
  }
}

export type Health = { status: 'ok' | 'down'; database: 'ok' | 'down'; version: string }

/** Whether the app and its database answer. Reads no record. */
export async function health(): Promise<Health> {
  const answers = await databaseAnswers()
  return { status: answers ? 'ok' : 'down', database: answers ? 'ok' : 'down', version: process.env.WAYMARK_VERSION ?? 'unknown' }
}
