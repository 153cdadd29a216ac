import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { isoDate } from '../dates'
import { ACCESS_CLOCK_ALERTS, accessClock } from '../pathway/access-clock'
import { formatDate } from '../pathway/dates'

const WORDS = {
  close: (reference: string, due: string) => `Request ${reference} to see a record is to be answered by ${due}.`,
  late: (reference: string, due: string) => `Request ${reference} to see a record was to be answered by ${due}. Say to whoever asked when they will have it.`,
} as const

/**
 * Tells safeguarding of open requests to see a record whose month ends within seven days, and of those whose month is
 * over (UK GDPR Art 12(3)). Each is told once for each day it is due on, however often this runs. Names nobody.
 */
export const watchRequests = operation({
  name: 'subject-access.watch',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['subject_access.watched'],
  async work(asking) {
    const { tx, now } = asking
    const open = await tx.$queryRaw<{ id: string; reference: string; due_on: Date }[]>`SELECT id, reference, due_on FROM access_clocks()`
    const told: string[] = []
    for (const { id, reference, due_on } of open) {
      const due = isoDate(due_on)
      const clock = accessClock(due, null, now)
      if (clock !== 'close' && clock !== 'late') continue
      await raiseAlert(asking, {
        kind: ACCESS_CLOCK_ALERTS[clock], key: `access ${clock} ${id} ${due}`, owner: { role: 'safeguarding_lead' }, record: { type: 'subject_access', id }, why: WORDS[clock](reference, formatDate(due)),
      })
      told.push(id)
    }
    return { output: told, kind: 'subject_access.watched', facts: { rows: told } }
  },
})

/** Answers what was told of a request's clock, where it was answered, ended or given more time. */
export async function answerClock({ tx, actor, now }: Asking, requestId: string, note: string): Promise<void> {
  await tx.alert.updateMany({
    where: { areaId: actor.areaId, kind: { in: Object.values(ACCESS_CLOCK_ALERTS) }, recordId: requestId, acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: actor.userId, note, version: { increment: 1 } },
  })
}
