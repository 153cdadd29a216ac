import { may } from '../../access/permissions'
import { formatDate } from '../../pathway/dates'
import { LEVEL_LABELS } from '../../pathway/levels'
import type { Section47Decision } from '../../pathway/strategy-words'
import { pageOf, withheld, within, type Provider } from '../entry'

const by = { select: { name: true } } as const
const PANEL = { kinds: ['panel'], sources: ['cate'] } as const
const STRATEGY = { kinds: ['strategy'], sources: ['safeguarding'] } as const

/** What a risk panel decided. Its minutes stay in its own room. */
const decided: Provider = {
  prefix: 'panel',
  table: 'panel_decision',
  ...PANEL,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'panel:read')) return []
    const page = pageOf('panel', range, 'decidedAt')
    const rows = await tx.panelDecision.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where },
      select: { id: true, decidedAt: true, level: true, reason: true, nextReviewDue: true, strategyCalled: true, childId: true, decidedBy: by, item: { select: { panelId: true } } },
    })
    return rows.map((row) => ({
      key: `panel-${row.id}`, id: row.id, at: row.decidedAt.toISOString(), kind: 'panel', title: `Risk panel decided: ${LEVEL_LABELS[row.level]}`,
      text: [row.reason, `Next review by ${formatDate(row.nextReviewDue)}.`, row.strategyCalled && 'A strategy meeting is called.'].filter(Boolean).join('\n'), by: row.decidedBy.name,
      source: 'cate', link: { type: 'panel', id: row.item.panelId }, withheld: null, childId: row.childId,
    }))
  },
}

/** For whoever declared a conflict of interest: that a panel decided, on the day it met, and nothing of it (decision 19). */
const kept: Provider = {
  prefix: 'panel_kept',
  table: 'panel_item',
  ...PANEL,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'panel:read')) return []
    const rows = await tx.panelItem.findMany({
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, decision: null },
      select: { id: true, state: true, childId: true, panel: { select: { heldAt: true } } },
    })
    return within(rows.filter(({ state }) => state === 'decided').map(({ id, childId, panel }) => withheld({ key: `panel_kept-${id}`, id, at: panel.heldAt.toISOString(), kind: 'panel', source: 'cate', childId })), range)
  },
}

const meeting = { id: true, childId: true, reason: true, calledAt: true, heldAt: true, reviewOfId: true, calledBy: by } as const

/** That a strategy meeting was called, and why. */
const called: Provider = {
  prefix: 'strategy_called',
  table: 'strategy_meeting',
  ...STRATEGY,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'strategy:read')) return []
    const page = pageOf('strategy_called', range, 'calledAt')
    const rows = await tx.strategyMeeting.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, select: meeting })
    return rows.map((row) => ({
      key: `strategy_called-${row.id}`, id: row.id, at: row.calledAt.toISOString(), kind: 'strategy', title: row.reviewOfId ? 'Review of a strategy meeting called' : 'Strategy meeting called',
      text: row.reason, by: row.calledBy.name, source: 'safeguarding', link: { type: 'strategy', id: row.id }, withheld: null, childId: row.childId,
    }))
  },
}

/** The decision of the meeting, where the question is not read with it. */
const SECTION47 = { begins: 'section 47 begins', goes_on: 'section 47 goes on', not_met: 'the threshold of section 47 is not met' } as const satisfies Record<Section47Decision, string>

/** What it decided, when it was held. */
const held: Provider = {
  prefix: 'strategy_held',
  table: 'strategy_meeting',
  ...STRATEGY,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'strategy:read')) return []
    const page = pageOf('strategy_held', range, 'heldAt')
    const rows = await tx.strategyMeeting.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, heldAt: { not: null }, AND: page.where },
      select: { ...meeting, decision: { select: { section47: true, section47Reasons: true, immediateSafety: true, resolvedWhy: true, decidedBy: by } } },
    })
    return rows.flatMap((row) => row.heldAt && row.decision ? [{
      key: `strategy_held-${row.id}`, id: row.id, at: row.heldAt.toISOString(), kind: 'strategy' as const, title: `Strategy meeting held: ${SECTION47[row.decision.section47]}`,
      text: [row.decision.section47Reasons, `Immediate safety: ${row.decision.immediateSafety}`, row.decision.resolvedWhy].filter(Boolean).join('\n'), by: row.decision.decidedBy.name,
      source: 'safeguarding' as const, link: { type: 'strategy' as const, id: row.id }, withheld: null, childId: row.childId,
    }] : [])
  },
}

/** That it was called off before it met, and why. */
const off: Provider = {
  prefix: 'strategy_off',
  table: 'strategy_meeting',
  ...STRATEGY,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'strategy:read')) return []
    const page = pageOf('strategy_off', range, 'calledOffAt')
    const rows = await tx.strategyMeeting.findMany({
      ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, calledOffAt: { not: null }, AND: page.where }, select: { id: true, childId: true, calledOffAt: true, calledOffWhy: true, calledOffBy: by },
    })
    return rows.flatMap((row) => row.calledOffAt ? [{
      key: `strategy_off-${row.id}`, id: row.id, at: row.calledOffAt.toISOString(), kind: 'strategy' as const, title: 'Strategy meeting called off', text: row.calledOffWhy, by: row.calledOffBy?.name ?? null,
      source: 'safeguarding' as const, link: { type: 'strategy' as const, id: row.id }, withheld: null, childId: row.childId,
    }] : [])
  },
}

export const MEETING_PROVIDERS: readonly Provider[] = [decided, kept, called, held, off]
