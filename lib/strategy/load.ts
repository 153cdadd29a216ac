import { Conflict, NotFound } from '../access/errors'
import type { Asking, Tx } from '../access/operation'
import { PROTECTION_STEPS } from '../pathway/strategy-words'

const name = { select: { name: true } } as const
const agency = { select: { name: true, kind: true } } as const

/** The whole of a meeting as its tables have it. Throws NotFound. */
export async function loadMeeting({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, meetingId: string) {
  const row = await tx.strategyMeeting.findUnique({
    where: { areaId_id: { areaId: actor.areaId, id: meetingId } },
    include: {
      case: { select: { id: true, reference: true, stage: true, allocatedToId: true, referredAt: true } },
      child: true,
      calledBy: name,
      minutesBy: name,
      calledOffBy: name,
      moves: { orderBy: { at: 'asc' }, include: { by: name } },
      reviewedBy: { select: { id: true } },
      invitations: { orderBy: { agency: { name: 'asc' } }, include: { agency } },
      attendance: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { agency, by: name } },
      facts: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { agency, by: name } },
      dissents: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { agency, by: name } },
      decision: { include: { decidedBy: name } },
      snapshot: true,
    },
  })
  if (!row) throw new NotFound()
  return row
}
export type MeetingRow = Awaited<ReturnType<typeof loadMeeting>>

/**
 * Holds a meeting to the end of the transaction, so that whoever writes into it, decides it or issues its minutes
 * waits for the other. Gives how it stands. Throws NotFound.
 */
export async function holdMeeting(tx: Tx, areaId: string, meetingId: string) {
  await tx.$queryRaw`SELECT 1 FROM strategy_meeting WHERE area_id = ${areaId}::uuid AND id = ${meetingId}::uuid FOR UPDATE`
  const row = await tx.strategyMeeting.findUnique({ where: { areaId_id: { areaId, id: meetingId } } })
  if (!row) throw new NotFound()
  return row
}

/** The same of one that is not decided yet. Throws NotFound, Conflict where it is, or was called off. */
export async function holdPlanned(tx: Tx, areaId: string, meetingId: string) {
  const row = await holdMeeting(tx, areaId, meetingId)
  if (row.calledOffAt) throw new Conflict('This meeting was called off. Call another where one is needed.')
  if (row.state !== 'called') throw new Conflict('This meeting is decided, and what it knew then stays as it was. What is new belongs in its review, or in a new meeting.')
  return row
}

/** The meetings of a case, or of several, that began section 47, newest first, with the steps that end their clocks. */
export async function begunIn(tx: Tx, areaId: string, caseIds: readonly string[]) {
  const rows = await tx.strategyDecision.findMany({
    where: { areaId, caseId: { in: [...caseIds] }, conferenceDue: { not: null } },
    orderBy: { decidedAt: 'desc' },
    include: { meeting: { select: { id: true, heldAt: true, childId: true, steps: { include: { by: name } } } }, case: { select: { id: true, reference: true } } },
  })
  return rows.map((row) => {
    const done = (clock: 'conference' | 'assessment') => row.meeting.steps.find(({ kind }) => PROTECTION_STEPS.some(({ id, ends }) => id === kind && ends === clock)) ?? null
    const [conference, assessment] = [done('conference'), done('assessment')]
    return { ...row, conference, assessment, running: !conference || !assessment }
  })
}
