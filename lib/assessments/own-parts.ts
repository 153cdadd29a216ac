import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { bornText } from '../children/view'
import type { AssessmentRequest } from '../database/models'
import type { ClockState } from '../pathway/clocks'
import { partClock, partInclude, viewPart, type PartView } from './parts'

/** One line of what one's own agency is asked. */
export type OwnPartSummary = { requestId: string; child: string; born: string; askedAt: string; dueAt: string; clock: ClockState; answeredAt: string | null }

const MOST = 100
const PART_FILTERS = ['waiting', 'answered', 'all'] as const

function summarise(row: AssessmentRequest, now: Date): OwnPartSummary {
  return {
    requestId: row.id,
    child: row.childName,
    born: bornText({ dateOfBirth: row.bornOn, birthEstimated: row.bornEstimated }, now),
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    clock: partClock(row, now),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }
}

/** The parts of risk assessments that the agency of the person asking is asked for, at most 100: what is due first, or was answered last. */
export const listOwnParts = operation({
  name: 'assessments.list-own-parts',
  effect: 'read',
  permission: 'assessment:answer',
  input: z.strictObject({ show: z.enum(PART_FILTERS).default('waiting') }),
  audit: ['assessment.part_listed'],
  async work({ tx, actor, now }, { show }) {
    const { areaId, agencyId } = actor
    const rows = agencyId === null ? [] : await tx.assessmentRequest.findMany({
      where: { areaId, agencyId, ...(show === 'all' ? {} : { answeredAt: show === 'waiting' ? null : { not: null } }) },
      orderBy: show === 'waiting' ? [{ dueAt: 'asc' }, { id: 'asc' }] : [{ askedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    const output = rows.map((row) => summarise(row, now))
    return { output, kind: 'assessment.part_listed', facts: { rows: rows.map(({ id }) => id), children: [...new Set(rows.map(({ childId }) => childId))], terms: { show } } }
  },
})

/** How many parts wait for the agency of the person asking, and how many of them are late. */
export async function countOwnParts({ tx, actor, now }: Asking): Promise<{ waiting: number; late: number }> {
  if (actor.agencyId === null) return { waiting: 0, late: 0 }
  const where = { areaId: actor.areaId, agencyId: actor.agencyId, answeredAt: null }
  const waiting = await tx.assessmentRequest.count({ where })
  return { waiting, late: waiting ? await tx.assessmentRequest.count({ where: { ...where, dueAt: { lt: now } } }) : 0 }
}

/** What one's own agency is asked, and what it has said: the child's name and date of birth, and nothing of the assessment. */
export type OwnPart = Omit<PartView, 'requestId'> & OwnPartSummary

/** One request to the agency of the person asking. Throws NotFound, also where another agency was asked. */
export const readOwnPart = operation({
  name: 'assessments.read-own-part',
  effect: 'read',
  permission: 'assessment:answer',
  input: z.strictObject({ requestId: z.uuid() }),
  audit: ['assessment.part_opened'],
  async work({ tx, actor, now }, { requestId }) {
    const { areaId, agencyId } = actor
    const row = agencyId === null ? null : await tx.assessmentRequest.findFirst({ where: { areaId, id: requestId, agencyId }, include: partInclude })
    if (!row) throw new NotFound()
    const output: OwnPart = { ...viewPart(row, now), ...summarise(row, now) }
    return { output, kind: 'assessment.part_opened', facts: { record: { type: 'assessment_request', id: requestId }, children: [row.childId] } }
  },
})
