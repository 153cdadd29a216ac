import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { sameChildren } from '../children/together'
import type { ClockState } from '../pathway/clocks'
import { londonDay } from '../pathway/london'
import { PROTECTION_STEPS, protectionClock, type ProtectionStep } from '../pathway/strategy'
import { begunIn, holdMeeting } from './load'
import { stepSchema } from './schema'

type Clock = { due: string; state: ClockState; done: { kind: ProtectionStep; on: string; note: string; by: string } | null }
/** Section 47 as a case or a record shows it: since when, and its two times. The CATE case goes on beside it. */
export type Protection = { meetingId: string; caseId: string; caseReference: string; begunOn: string; conference: Clock; assessment: Clock; running: boolean }

/** The section 47 enquiries that strategy meetings began for a case or a child, newest first. Throws NotFound. */
export const readProtection = operation({
  name: 'strategy.protection',
  effect: 'read',
  permission: 'strategy:read',
  input: z.strictObject({ caseId: z.uuid().optional(), childId: z.uuid().optional() }).refine((about) => about.caseId ?? about.childId, 'Say whose'),
  audit: ['strategy.listed'],
  async work({ tx, actor, now }, { caseId, childId }) {
    const { areaId } = actor
    const cases = await tx.cateCase.findMany({ where: { areaId, ...(caseId ? { id: caseId } : { childId: { in: childId ? await sameChildren(tx, childId) : [] } }) }, select: { id: true, childId: true } })
    if (caseId && !cases.length) throw new NotFound()
    const rows = await begunIn(tx, areaId, cases.map(({ id }) => id))
    const clockOf = (due: Date | null, step: (typeof rows)[number]['conference']): Clock => ({
      due: (due ?? now).toISOString(),
      state: protectionClock({ due: due ?? now, metOn: step?.on ?? null, now }),
      done: step ? { kind: step.kind, on: step.on.toISOString().slice(0, 10), note: step.note, by: step.by.name } : null,
    })
    const output: Protection[] = rows.map((row) => ({
      meetingId: row.meetingId, caseId: row.caseId, caseReference: row.case.reference, begunOn: (row.meeting.heldAt ?? row.decidedAt).toISOString(), running: row.running,
      conference: clockOf(row.conferenceDue, row.conference), assessment: clockOf(row.assessmentDue, row.assessment),
    }))
    return { output, kind: 'strategy.listed', facts: { rows: rows.map(({ meetingId }) => meetingId), children: [...new Set(cases.map((one) => one.childId))], terms: { caseId, childId } } }
  },
})

/**
 * Records that the conference was held or is not needed, or that the assessment is finished: its clock ends. Throws
 * NotFound for a meeting that began no section 47, Invalid for a day before it or to come, Conflict where it is recorded.
 */
export const recordStep = operation({
  name: 'strategy.record-step',
  effect: 'change',
  permission: 'strategy:decide',
  input: stepSchema,
  audit: ['strategy.step_recorded'],
  async work({ tx, actor, now }, { meetingId, kind, on, note }) {
    const { areaId } = actor
    const meeting = await holdMeeting(tx, areaId, meetingId)
    const one = (await begunIn(tx, areaId, [meeting.caseId])).find((begun) => begun.meetingId === meetingId)
    if (!one || !meeting.heldAt || !on) throw new NotFound()
    if (on > londonDay(now) || on < londonDay(meeting.heldAt)) throw new Invalid({ on: 'Give a day from the meeting up to today' })
    const { ends } = PROTECTION_STEPS.find(({ id }) => id === kind) ?? { ends: 'conference' as const }
    if (one[ends]) throw new Conflict('This is recorded already, and stays as it is. Reload the page to see it.')
    await tx.protectionStep.create({ data: { areaId, meetingId, kind, on: new Date(on), note, byId: actor.userId, at: now } })
    return { output: undefined, kind: 'strategy.step_recorded', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: null, after: { kind, on } } }
  },
})
