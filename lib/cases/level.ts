import { Conflict, Invalid } from '../access/errors'
import type { Asking } from '../access/operation'
import { exitProblem, fallsToLow } from '../pathway/exit'
import { reviewDue, type Level } from '../pathway/levels'
import { assertMove, mayMove, type CaseStage } from '../pathway/states'

type Case = { id: string; version: number; level: Level | null; stage: CaseStage }
type Decided = {
  level: Level
  /** Why, in the words of whoever decides. */
  reason: string
  /** By when the next review is; by the level's default where it is left out. */
  nextReviewDue?: Date
  /** The stage the case goes on to; stays where it is where it is left out or is there already. */
  stage?: CaseStage
  /** Whether a panel decided it: its time is kept as the panel's. */
  byPanel?: boolean
}

/**
 * Records the level of a case, by the person asking: a new line of its history, the case's level, its next review
 * and, where asked, its stage. A fall to Low takes the agreed proposal with it. Gives when the next review is due.
 * Throws Conflict where the case is closed or somebody changed it meanwhile (a level is decided once), Invalid
 * (`level`) where it falls to Low without the evidence, ForbiddenMove for a stage that does not follow.
 */
export async function recordLevel({ tx, actor, now }: Asking, one: Case, { level, reason, nextReviewDue, stage = one.stage, byPanel = false }: Decided): Promise<Date> {
  const { areaId, userId, settings } = actor
  if (one.stage === 'closed') throw new Conflict('This case is closed. Reopen it before you decide its level.')
  const next = nextReviewDue ?? reviewDue(level, now, settings)
  if (stage !== one.stage) assertMove('case', one.stage, stage)
  const falls = fallsToLow(one.level, level)
  if (falls) await checkExit({ tx, actor, now }, one.id)
  const { count } = await tx.cateCase.updateMany({
    where: { areaId, id: one.id, version: one.version },
    data: { level, stage, nextReviewDue: next, ...(byPanel ? { panelHeldAt: now } : {}), version: { increment: 1 } },
  })
  if (!count) throw new Conflict('Somebody else changed this case while you had it open: its level may have been decided. Nothing of yours was saved; reload the page.')
  await tx.caseLevel.create({ data: { areaId, caseId: one.id, level, at: now, byId: userId, reason } })
  if (stage !== one.stage) await tx.caseStageMove.create({ data: { areaId, caseId: one.id, from: one.stage, to: stage, at: now, byId: userId, reason } })
  if (falls) await endProposal({ tx, actor, now }, one.id, 'low')
  return next
}

async function checkExit({ tx, actor }: Asking, caseId: string): Promise<void> {
  const proposals = await tx.exitProposal.findMany({ where: { areaId: actor.areaId, caseId, kind: 'low', endedAt: null } })
  const problem = exitProblem('low', proposals)
  if (problem) throw new Invalid({ level: problem })
}

/** Marks the agreed proposal as carried out. */
export async function endProposal({ tx, actor, now }: Asking, caseId: string, kind: 'low' | 'close'): Promise<void> {
  await tx.exitProposal.updateMany({
    where: { areaId: actor.areaId, caseId, kind, endedAt: null, agreed: true },
    data: { endedAt: now, endedById: actor.userId, carriedOut: true, version: { increment: 1 } },
  })
}

/** The stage a review or a panel leads to: that one where it may follow, else where it is. */
export function stageAfter(from: CaseStage, to: CaseStage): CaseStage {
  return mayMove('case', from, to) ? to : from
}
