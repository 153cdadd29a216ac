import { createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { writeAudit } from '../audit/write'
import { now } from '../clock'
import { transaction, type Tx } from '../database/client'
import { environment } from '../env'
import { isUnstorable } from '../input'
import { asDoorError } from './failures'
import type { Request } from './operation'
import { isPassword } from './passwords'
import type { Role } from './roles'

/** Hours after which a session ends whatever the activity. */
const ABSOLUTE_HOURS = 12
const MINUTES = 60_000
/** Failures in a window of 15 minutes after which even the right password is refused. */
const THROTTLE = { minutes: 15, account: 5, address: 30 }

const schema = z.strictObject({ email: z.string().max(254).refine((email) => !isUnstorable(email)), password: z.string().max(200) })

/**
 * Starts a session. Gives its id, or null for every kind of failure alike: an unknown account, a wrong
 * password, a person who left, too many tries. Each takes the same steps and so the same time. Throws a
 * DoorError where the database or the audit log cannot be reached.
 *
 * This is the door's own bell: nobody is signed in yet, so it is no `operation`, but it too works in one
 * transaction with its audit event.
 */
export async function signIn(request: Request, given: unknown): Promise<string | null> {
  const parsed = schema.safeParse(given)
  const email = parsed.success ? parsed.data.email.trim().toLowerCase() : ''
  const password = parsed.success ? parsed.data.password : ''
  const account = createHmac('sha256', environment().secret).update(email).digest('base64url')
  try {
    const at = now()
    const known = await transaction(null, (tx) => lookUp(tx, email, account, request.address, at))
    // hashing takes a while on purpose: no transaction is held open for it
    const matches = await isPassword(known.hash, password)
    if (!matches || known.throttled || !known.userId) {
      await transaction(null, async (tx) => {
        await tx.$executeRaw`SELECT sign_in_failed(${account}, ${request.address}, ${at}::timestamptz)`
        await writeAudit(tx, null, request, 'session.failed', { terms: { account, throttled: known.throttled } })
      })
      return null
    }
    return await transaction(null, (tx) => startSession(tx, known.userId as string, request, at))
  } catch (cause) {
    throw asDoorError(cause, request.requestId, 'session.start')
  }
}

async function lookUp(tx: Tx, email: string, account: string, address: string, at: Date) {
  const since = new Date(at.getTime() - THROTTLE.minutes * MINUTES)
  const [found] = await tx.$queryRaw<{ user_id: string; password_hash: string }[]>`SELECT * FROM sign_in_account(${email})`
  const [failures] = await tx.$queryRaw<{ by_account: bigint; by_address: bigint }[]>`
    SELECT * FROM sign_in_failures(${account}, ${address}, ${since}::timestamptz)`
  const throttled = (failures?.by_account ?? 0) >= THROTTLE.account || (failures?.by_address ?? 0) >= THROTTLE.address
  return { userId: found?.user_id ?? null, hash: found?.password_hash ?? null, throttled }
}

async function startSession(tx: Tx, userId: string, request: Request, at: Date): Promise<string | null> {
  const id = randomUUID()
  const until = new Date(at.getTime() + ABSOLUTE_HOURS * 60 * MINUTES)
  const [started] = await tx.$queryRaw<{ assignment: string | null }[]>`
    SELECT session_start(${id}::uuid, ${userId}::uuid, ${request.address}, ${at}::timestamptz, ${until}::timestamptz) AS assignment`
  if (!started?.assignment) return null
  await tx.$queryRaw`SELECT set_config('app.assignment_id', ${started.assignment}, true)`
  const [role] = await tx.$queryRaw<{ area_id: string; role: Role; agency_id: string | null }[]>`
    SELECT (a).area_id, (a).role, (a).agency_id FROM (SELECT app_assignment() AS a) AS mine`
  if (!role) return null
  await writeAudit(tx, { userId, role: role.role, agencyId: role.agency_id, areaId: role.area_id }, request, 'session.started', {
    record: { type: 'session', id },
  })
  return id
}
