import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { endProposal } from '../cases/level'
import { bornText, nameOf } from '../children/view'
import { endCoversOfCase } from '../cover/end'
import { dropDraft } from '../drafts/commands'
import { formDraftId } from '../drafts/id'
import { panelDue } from '../pathway/clocks'
import { exitProblem, exitState } from '../pathway/exit'
import { assertMove, mayMove } from '../pathway/states'
import { agenciesThatAnswer } from '../sharing/receivers'
import { answerExitSchema, closeCaseSchema, proposeExitSchema, reopenSchema, withdrawExitSchema } from './schema'

const changed = () => new Conflict('Somebody else changed this while you had it open. Nothing of yours was saved; reload the page.')

/**
 * Proposes that a case closes or its level falls to Low: the evidence, and which other agency is asked to agree. To
 * close also leads the case to its exit. Throws NotFound, Invalid for an agency nobody answers for, Conflict where
 * one is open already or the case is not so far.
 */
export const proposeExit = operation({
  name: 'exits.propose',
  effect: 'change',
  permission: 'review:hold',
  input: proposeExitSchema,
  audit: ['exit.proposed'],
  async work(asking, { caseId, kind, evidence, agencyId, told }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child: true } })
    if (!one) throw new NotFound()
    if (one.stage === 'closed') throw new Conflict('This case is closed already.')
    const leads = kind === 'close' && one.stage !== 'exit'
    if (leads && !mayMove('case', one.stage, 'exit')) throw new Conflict('A case comes to its exit from the panel or from its plan. It has not been to the panel yet.')
    const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === agencyId)
    if (!agency || agencyId === actor.agencyId) throw new Invalid({ agencyId: 'Choose another agency that answers in Waymark' })
    if (await tx.exitProposal.count({ where: { areaId, caseId, kind, endedAt: null } })) throw new Conflict('This is proposed already. Withdraw that proposal before you make another.')
    const { id } = await tx.exitProposal.create({
      data: { areaId, caseId, childId: one.childId, kind, levelBefore: one.level, proposedAt: now, proposedById: userId, evidence, agencyId, about: `${nameOf(one.child)}. ${bornText(one.child, now)}`, told },
      select: { id: true },
    })
    if (leads) {
      const { count } = await tx.cateCase.updateMany({ where: { areaId, id: caseId, version: one.version }, data: { stage: 'exit', version: { increment: 1 } } })
      if (!count) throw changed()
      await tx.caseStageMove.create({ data: { areaId, caseId, from: one.stage, to: 'exit', at: now, byId: userId, reason: evidence.reduction } })
    }
    const record = { type: 'exit' as const, id }
    await raiseAlert(asking, { kind: 'exit_asked', key: `exit:${id}`, owner: { role: agency.answersAs, agencyId }, why: 'The specialist team asks whether your agency agrees to an ending of its work.', record })
    await dropDraft(tx, areaId, formDraftId(userId, 'exit_proposed', [caseId]))
    return { output: { id }, kind: 'exit.proposed', facts: { record, children: [one.childId], before: { stage: one.stage }, after: { kind, agency: agency.name, stage: leads ? 'exit' : one.stage } } }
  },
})

/** The second agency's word on a proposal, by somebody of it. Throws NotFound, Conflict where it is answered or withdrawn. */
export const answerExit = operation({
  name: 'exits.answer',
  effect: 'change',
  permission: 'exit:answer',
  input: answerExitSchema,
  audit: ['exit.answered'],
  async work(asking, { exitId, version, agreed, answer }) {
    const { tx, actor, now } = asking
    const { areaId, userId, agencyId } = actor
    const row = await tx.exitProposal.findUnique({ where: { areaId_id: { areaId, id: exitId } } })
    if (!row || row.agencyId !== agencyId) throw new NotFound()
    if (exitState(row) !== 'asked') throw new Conflict('This was answered or withdrawn already.')
    const { count } = await tx.exitProposal.updateMany({
      where: { areaId, id: exitId, version, answeredAt: null, endedAt: null },
      data: { answeredAt: now, answeredById: userId, agreed: agreed === 'yes', answer, version: { increment: 1 } },
    })
    if (!count) throw changed()
    await raiseAlert(asking, {
      kind: 'exit_answered', key: `exit:${exitId}:answered`, owner: { userId: row.proposedById },
      why: agreed === 'yes' ? 'The second agency agrees to what you proposed.' : 'The second agency does not agree to what you proposed.', record: { type: 'case', id: row.caseId }, childId: row.childId,
    })
    await dropDraft(tx, areaId, formDraftId(userId, 'exit_answered', [exitId]))
    return { output: undefined, kind: 'exit.answered', facts: { record: { type: 'exit', id: exitId }, children: [row.childId], before: { answered: false }, after: { agreed: agreed === 'yes' } } }
  },
})

/** Withdraws a proposal that was not carried out. A case at its exit stays there until somebody moves it. Throws NotFound, Conflict. */
export const withdrawExit = operation({
  name: 'exits.withdraw',
  effect: 'change',
  permission: 'review:hold',
  input: withdrawExitSchema,
  audit: ['exit.withdrawn'],
  async work({ tx, actor, now }, { exitId, version }) {
    const { areaId, userId } = actor
    const row = await tx.exitProposal.findUnique({ where: { areaId_id: { areaId, id: exitId } }, include: { case: true } })
    if (!row) throw new NotFound()
    const { count } = await tx.exitProposal.updateMany({ where: { areaId, id: exitId, version, endedAt: null }, data: { endedAt: now, endedById: userId, carriedOut: false, version: { increment: 1 } } })
    if (!count) throw changed()
    // the work goes on where it was
    if (row.kind === 'close' && row.case.stage === 'exit') {
      await tx.cateCase.update({ where: { areaId_id: { areaId, id: row.caseId } }, data: { stage: 'plan', version: { increment: 1 } } })
      await tx.caseStageMove.create({ data: { areaId, caseId: row.caseId, from: 'exit', to: 'plan', at: now, byId: userId } })
    }
    return { output: undefined, kind: 'exit.withdrawn', facts: { record: { type: 'exit', id: exitId }, children: [row.childId], before: { state: exitState(row) }, after: { state: 'withdrawn' } } }
  },
})

/** Closes a case, by a person and as a second agency agreed (DOMAIN 2, Exit). Throws NotFound, Invalid, Conflict. */
export const closeCase = operation({
  name: 'cases.close',
  effect: 'change',
  permission: 'case:close',
  input: closeCaseSchema,
  audit: ['case.closed'],
  async work(asking, { caseId, version, closureReason, reason }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { exits: { where: { kind: 'close', endedAt: null } } } })
    if (!one) throw new NotFound()
    if (one.stage === 'closed') throw new Conflict('This case is closed already.')
    const problem = exitProblem('close', one.exits)
    if (problem) throw new Conflict(problem)
    assertMove('case', one.stage, 'closed')
    const { count } = await tx.cateCase.updateMany({ where: { areaId, id: caseId, version }, data: { stage: 'closed', closedAt: now, closureReason, nextReviewDue: null, version: { increment: 1 } } })
    if (!count) throw changed()
    await tx.caseStageMove.create({ data: { areaId, caseId, from: one.stage, to: 'closed', at: now, byId: userId, reason } })
    await endProposal(asking, caseId, 'close')
    await endCoversOfCase(asking, caseId, 'The case closed')
    await dropDraft(tx, areaId, formDraftId(userId, 'case_closed', [caseId]))
    return { output: undefined, kind: 'case.closed', facts: { record: { type: 'case', id: caseId }, children: [one.childId], before: { stage: one.stage, level: one.level }, after: { stage: 'closed', closureReason, exit: one.exits[0]?.id ?? null } } }
  },
})

/** Reopens a closed case: it waits to be allocated again, with its whole history, and the panel's six weeks begin again. Throws NotFound, Conflict where another case of hers is open. */
export const reopenCase = operation({
  name: 'cases.reopen',
  effect: 'change',
  permission: 'case:close',
  input: reopenSchema,
  audit: ['case.reopened'],
  async work({ tx, actor, now }, { caseId, version, reason }) {
    const { areaId, userId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } } })
    if (!one) throw new NotFound()
    if (one.stage !== 'closed') throw new Conflict('This case is open.')
    const other = await tx.cateCase.findFirst({ where: { areaId, childId: one.childId, closedAt: null }, select: { reference: true } })
    if (other) throw new Conflict(`Case ${other.reference} about this young person is open. Work goes on there.`)
    const { count } = await tx.cateCase.updateMany({ where: { areaId, id: caseId, version }, data: { stage: 'allocation', closedAt: null, closureReason: null, allocatedToId: null, panelDue: panelDue(now, actor.settings), panelHeldAt: null, version: { increment: 1 } } })
    if (!count) throw changed()
    await tx.caseStageMove.create({ data: { areaId, caseId, from: 'closed', to: 'allocation', at: now, byId: userId, reason } })
    await dropDraft(tx, areaId, formDraftId(userId, 'case_reopened', [caseId]))
    return {
      output: undefined,
      kind: 'case.reopened',
      facts: { record: { type: 'case', id: caseId }, children: [one.childId], before: { stage: 'closed', closedAt: one.closedAt?.toISOString() ?? null, closureReason: one.closureReason }, after: { stage: 'allocation', reason } },
    }
  },
})
