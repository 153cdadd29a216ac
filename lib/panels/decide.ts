import { Conflict, Invalid } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { addActions } from '../actions/add'
import { raiseAlert } from '../alerts/raise'
import { recordLevel, stageAfter } from '../cases/level'
import { dropDraft } from '../drafts/commands'
import { formDraftId } from '../drafts/id'
import { sealOf } from '../enquiries/seal'
import { formatDate, formatDateTime } from '../pathway/dates'
import { callsForStrategyMeeting, LEVEL_LABELS, reviewDue, type Level } from '../pathway/levels'
import { endOfLondonDay, londonDay } from '../pathway/london'
import { decideProblem, isOffPanel } from '../pathway/panel'
import { loadItem, presentFor, standingConflicts, type PanelRow } from './load'
import { decideSchema } from './schema'
import { whatIsKnown } from './snapshot'

/**
 * Decides one case: its level and why, the next review, whether a strategy meeting is called, who did not agree and
 * what is to be done; sealed with what was known. By the chair or the deputy, once: the second of two is told who was
 * first. Throws NotFound, Invalid, Conflict where something stands in the way, e.g. no quorum.
 */
export const decideItem = operation({
  name: 'panels.decide',
  effect: 'change',
  permission: 'panel:decide',
  input: decideSchema,
  audit: ['panel.decided'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { itemId, level, reason, dissents, actions } = input
    // two decide at once: the second reads what the first has written
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`panel item ${itemId}`}, 0))::text`
    const { panel, item } = await loadItem(asking, itemId)
    if (item.decision) throw alreadyDecided(item.decision)
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: item.caseId } }, include: { child: true } })
    const conflicts = await standingConflicts(asking, [item.caseId])
    const problem = decideProblem({
      panel, item: item.state, closed: !one || isOffPanel(one.stage), userId, conflicted: conflicts.some((conflict) => conflict.userId === userId), present: presentFor(panel, item.caseId, conflicts),
    }, actor.settings)
    if (problem || !one) throw new Conflict(problem ?? '')
    const nextReviewDue = checkReview(input.nextReview, level, asking)
    const asks = callsForStrategyMeeting(level, actor.settings)
    if (asks && !input.strategy) throw new Invalid({ strategy: `${LEVEL_LABELS[level]} asks for a strategy meeting: say whether one is called` })
    const strategyCalled = input.strategy === 'called'
    checkDissents(panel, dissents)
    const snapshot = await whatIsKnown(asking, panel, item, one)
    const decision = await tx.panelDecision.create({
      data: {
        areaId, itemId, caseId: one.id, childId: one.childId, level, levelBefore: one.level, reason, decidedAt: now, decidedById: userId, nextReviewDue, strategyCalled,
        strategyWhyNot: asks && !strategyCalled ? input.strategyWhyNot : null, snapshot: snapshot as object, sha256: sealOf(snapshot),
      },
    })
    // the first panel alone is what the six weeks ask for (DOMAIN 2): a later one leaves its time as it is
    await recordLevel(asking, one, { level, reason, nextReviewDue, stage: one.stage === 'panel' ? stageAfter(one.stage, 'plan') : one.stage, byPanel: one.panelHeldAt === null })
    if (dissents.length) await tx.panelDissent.createMany({ data: dissents.map(({ agencyId, words }) => ({ areaId, itemId, agencyId, words, at: now, byId: userId })) })
    await addActions(asking, one, { kind: 'panel', id: decision.id }, actions)
    const { count } = await tx.panelItem.updateMany({ where: { areaId, id: itemId, version: input.version, state: 'listed' }, data: { state: 'decided', version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else has changed this case on the agenda meanwhile. Nothing of yours was saved; reload the page.')
    await tell(asking, one, { itemId, level, strategyCalled, heldAt: panel.heldAt })
    await dropDraft(tx, areaId, formDraftId(userId, 'panel_decided', [itemId]))
    return {
      output: undefined,
      kind: 'panel.decided',
      facts: {
        record: { type: 'panel_item', id: itemId }, children: [one.childId], before: { level: one.level },
        after: { level, nextReview: londonDay(nextReviewDue), strategyCalled, dissents: dissents.length, actions: actions.length, sha256: decision.sha256 },
      },
    }
  },
})

/** What the second of two is told. */
function alreadyDecided({ decidedBy, decidedAt, level }: { decidedBy: { name: string }; decidedAt: Date; level: Level }): Conflict {
  return new Conflict(`${decidedBy.name} decided this case on ${formatDateTime(decidedAt)}: ${LEVEL_LABELS[level]}. Nothing of yours was saved. Reload the page to read it.`)
}

/** The end of that day, or of the latest that the level allows where none is given. Throws Invalid for one that has passed, or that is later than the level allows (DOMAIN 2: sooner on new information). */
function checkReview(day: string | null, level: Level, { actor, now }: Pick<Asking, 'actor' | 'now'>): Date {
  const latest = reviewDue(level, now, actor.settings)
  if (day === null) return latest
  if (day < londonDay(now)) throw new Invalid({ nextReview: 'The day has passed. Choose today or later' })
  if (day > londonDay(latest)) throw new Invalid({ nextReview: `At ${LEVEL_LABELS[level]} the next review is by ${formatDate(latest)} at the latest` })
  return endOfLondonDay(day)
}

/** An agency that does not agree is one that was asked, or is at the table. */
function checkDissents(panel: PanelRow, dissents: readonly { agencyId: string }[]): void {
  const known = new Set([...panel.invitations.filter(({ withdrawnAt }) => !withdrawnAt), ...panel.attendance].map(({ agencyId }) => agencyId))
  const wrong = dissents.findIndex(({ agencyId }) => !known.has(agencyId))
  if (wrong >= 0) throw new Invalid({ [`dissents.${wrong}.agencyId`]: 'This agency is neither invited nor at the table. Choose another' })
}

async function tell(asking: Asking, one: { id: string; childId: string; reference: string; allocatedToId: string | null }, { itemId, level, strategyCalled, heldAt }: { itemId: string; level: Level; strategyCalled: boolean; heldAt: Date }): Promise<void> {
  const at = `The risk panel of ${formatDate(heldAt)}`
  await raiseAlert(asking, {
    kind: 'panel_decided', key: `panel decided ${itemId}`, owner: one.allocatedToId ? { userId: one.allocatedToId } : { role: 'cate_manager' },
    why: `${at} decided case ${one.reference}: ${LEVEL_LABELS[level]}.`, record: { type: 'case', id: one.id }, childId: one.childId,
  })
  if (!strategyCalled) return
  await raiseAlert(asking, {
    kind: 'panel_strategy', key: `panel strategy ${itemId}`, owner: { role: 'safeguarding_lead' },
    why: `${at} calls for a strategy meeting in case ${one.reference}, at ${LEVEL_LABELS[level]}. Say when it meets.`, record: { type: 'case', id: one.id }, childId: one.childId,
  })
}
