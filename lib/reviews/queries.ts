import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { ageOf, nameOf } from '../children/view'
import type { CaseReview, ExitProposal } from '../database/models'
import type { HeardView } from '../heard'
import { nextPage, pageBy, readKey, type Page } from '../paging'
import { asksTransition, exitState, type ExitEvidence, type ExitKind, type ExitState } from '../pathway/exit'
import type { Level } from '../pathway/levels'
import type { CaseStage } from '../pathway/states'
import { agenciesThatAnswer } from '../sharing/receivers'
import { exitListSchema } from './schema'

export type ReviewView = {
  id: string
  at: string
  by: string
  changed: string
  young: HeardView
  parents: HeardView
  transition: string | null
  levelBefore: Level | null
  level: Level
  reason: string
  dueAt: string | null
  nextDue: string
}

/** What the asked agency is told of a proposal, and what it said. */
export type ExitAsked = {
  id: string
  version: number
  kind: ExitKind
  state: ExitState
  about: string
  told: string
  askedAt: string
  askedBy: string
  agency: string
  answer: { agreed: boolean; words: string; at: string; by: string } | null
}
export type ExitView = ExitAsked & { evidence: ExitEvidence }

export type CaseReviews = {
  case: { id: string; reference: string; version: number; stage: CaseStage; level: Level | null; nextReviewDue: string | null }
  child: { id: string; name: string }
  reviews: ReviewView[]
  exits: ExitView[]
  /** From 17 on the review asks what becomes of the support at 18. */
  asksTransition: boolean
  /** Whom a proposal may ask. */
  agencies: { id: string; name: string }[]
}

const by = { select: { name: true } } as const
const exitInclude = { proposedBy: by, answeredBy: by, agency: by } as const

/** The reviews and proposals of a case, newest first, and what the next review needs. Throws NotFound. */
export const readReviews = operation({
  name: 'reviews.of-case',
  effect: 'read',
  permission: 'review:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['review.opened'],
  async work({ tx, actor, now }, { caseId }) {
    const { areaId, agencyId } = actor
    const one = await tx.cateCase.findUnique({
      where: { areaId_id: { areaId, id: caseId } },
      include: { child: true, reviews: { orderBy: { at: 'desc' }, include: { by } }, exits: { orderBy: { proposedAt: 'desc' }, include: exitInclude } },
    })
    if (!one) throw new NotFound()
    const output: CaseReviews = {
      case: { id: one.id, reference: one.reference, version: one.version, stage: one.stage, level: one.level, nextReviewDue: one.nextReviewDue?.toISOString() ?? null },
      child: { id: one.child.id, name: nameOf(one.child) },
      reviews: one.reviews.map(viewReview),
      exits: one.exits.map((row) => ({ ...viewExit(row), evidence: row.evidence as unknown as ExitEvidence })),
      asksTransition: asksTransition(ageOf(one.child, now)),
      agencies: (await agenciesThatAnswer(tx, areaId)).filter(({ id }) => id !== agencyId).map(({ id, name }) => ({ id, name })),
    }
    return { output, kind: 'review.opened', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})

function viewReview(row: CaseReview & { by: { name: string } }): ReviewView {
  const heard = (view: string | null, notHeard: string | null, plan: string | null): HeardView => ({ view, notHeard, plan })
  return {
    id: row.id, at: row.at.toISOString(), by: row.by.name, changed: row.changed, transition: row.transition, levelBefore: row.levelBefore, level: row.level, reason: row.reason,
    young: heard(row.youngView, row.youngNotHeard, row.youngPlan), parents: heard(row.parentsView, row.parentsNotHeard, row.parentsPlan),
    dueAt: row.dueAt?.toISOString() ?? null, nextDue: row.nextDue.toISOString(),
  }
}

type ExitRow = ExitProposal & { proposedBy: { name: string }; answeredBy: { name: string } | null; agency: { name: string } }
function viewExit(row: ExitRow): ExitAsked {
  const { id, version, kind, about, told, agreed, answer, answeredAt } = row
  return {
    id, version, kind, about, told, state: exitState(row), askedAt: row.proposedAt.toISOString(), askedBy: row.proposedBy.name, agency: row.agency.name,
    answer: agreed === null || !answeredAt ? null : { agreed, words: answer ?? '', at: answeredAt.toISOString(), by: row.answeredBy?.name ?? '' },
  }
}

const PAGE = 25
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Endings that one's own agency is or was asked to agree to, newest first, 25 a page. */
export const listExitsAsked = operation({
  name: 'exits.asked-list',
  effect: 'read',
  permission: 'exit:answer',
  input: exitListSchema,
  audit: ['exit.listed'],
  async work({ tx, actor }, { show, after }) {
    const page = pageBy('proposedAt', 'desc', readKey(after))
    const rows = await tx.exitProposal.findMany({
      where: { areaId: actor.areaId, agencyId: actor.agencyId ?? NOBODY, AND: [page.where, show === 'waiting' ? { answeredAt: null, endedAt: null } : {}] },
      orderBy: page.order,
      take: PAGE + 1,
      include: exitInclude,
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row.proposedAt, id: row.id }))
    const output: Page<ExitAsked> = { items: items.map(viewExit), next }
    return { output, kind: 'exit.listed', facts: { rows: items.map(({ id }) => id), children: items.map(({ childId }) => childId), terms: { show, after } } }
  },
})

/** One of them. Throws NotFound, as for another agency's. */
export const readExitAsked = operation({
  name: 'exits.asked',
  effect: 'read',
  permission: 'exit:answer',
  input: z.strictObject({ exitId: z.uuid() }),
  audit: ['exit.opened'],
  async work({ tx, actor }, { exitId }) {
    const row = await tx.exitProposal.findFirst({ where: { areaId: actor.areaId, agencyId: actor.agencyId ?? NOBODY, id: exitId }, include: exitInclude })
    if (!row) throw new NotFound()
    return { output: viewExit(row), kind: 'exit.opened', facts: { record: { type: 'exit', id: exitId }, children: [row.childId] } }
  },
})
