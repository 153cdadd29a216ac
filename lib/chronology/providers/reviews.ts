import { may } from '../../access/permissions'
import { agencyKindsOf, sourceOfAgency, type ChronologySource } from '../../pathway/chronology'
import { formatDate } from '../../pathway/dates'
import { EXIT_KIND_LABELS } from '../../pathway/exit'
import { LEVEL_LABELS } from '../../pathway/levels'
import { pageOf, type ChronologyEntry, type Provider } from '../entry'

const by = { select: { name: true } } as const

const reviews: Provider = {
  prefix: 'review',
  table: 'case_review',
  kinds: ['review'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'review:read')) return []
    const page = pageOf('review', range, 'at')
    const rows = await tx.caseReview.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { by } })
    return rows.map((row) => ({
      key: `review-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'review',
      title: row.levelBefore && row.levelBefore !== row.level ? `Review: from ${LEVEL_LABELS[row.levelBefore]} to ${LEVEL_LABELS[row.level]}` : `Review: ${LEVEL_LABELS[row.level]}`,
      text: [row.changed, row.youngView && `The young person: “${row.youngView}”`, row.parentsView && `Parents or carers: “${row.parentsView}”`, `Next review by ${formatDate(row.nextDue)}.`].filter(Boolean).join('\n'),
      by: row.by.name, source: 'cate', link: { type: 'case', id: row.caseId }, withheld: null, childId: row.childId,
    }))
  },
}

type Proposal = { id: string; caseId: string; childId: string }
type Told = { at: Date; title: string; text: string | null; by: string | null; source: ChronologySource }

const entryOf = (prefix: string, { id, caseId, childId }: Proposal, { at, ...told }: Told): ChronologyEntry => ({
  ...told, key: `${prefix}-${id}`, id, at: at.toISOString(), kind: 'exit', link: { type: 'case', id: caseId }, withheld: null, childId,
})

/** That somebody proposed an ending, and whom it was put to. */
const proposed: Provider = {
  prefix: 'exit',
  table: 'exit_proposal',
  kinds: ['exit'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'review:read')) return []
    const page = pageOf('exit', range, 'proposedAt')
    const rows = await tx.exitProposal.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { proposedBy: by, agency: by } })
    return rows.map((row) => entryOf('exit', row, {
      at: row.proposedAt, title: `Proposed: ${lower(EXIT_KIND_LABELS[row.kind])}`, text: `${row.agency.name} is asked. They were told: ${row.told}`, by: row.proposedBy.name, source: 'cate',
    }))
  },
}

/** What the second agency said. */
const answered: Provider = {
  prefix: 'exit_answer',
  table: 'exit_proposal',
  kinds: ['exit'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'review:read')) return []
    const page = pageOf('exit_answer', range, 'answeredAt')
    const rows = await tx.exitProposal.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, answeredAt: { not: null }, AND: [...page.where, ...(range.source ? [{ agency: { kind: agencyKindsOf(range.source) } }] : [])] },
      include: { answeredBy: by, agency: { select: { name: true, kind: true } } },
    })
    return rows.flatMap((row) => row.answeredAt ? [entryOf('exit_answer', row, {
      at: row.answeredAt, title: `${row.agency.name} ${row.agreed ? 'agrees' : 'does not agree'}: ${lower(EXIT_KIND_LABELS[row.kind])}`, text: row.answer, by: row.answeredBy?.name ?? null, source: sourceOfAgency(row.agency.kind),
    })] : [])
  },
}

/** How it ended: withdrawn, or carried out by a person. */
const ended: Provider = {
  prefix: 'exit_end',
  table: 'exit_proposal',
  kinds: ['exit'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'review:read')) return []
    const page = pageOf('exit_end', range, 'endedAt')
    const rows = await tx.exitProposal.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, endedAt: { not: null }, AND: page.where }, include: { endedBy: by } })
    return rows.flatMap((row) => row.endedAt ? [entryOf('exit_end', row, {
      at: row.endedAt, title: `Proposal ${row.carriedOut ? 'carried out' : 'withdrawn'}: ${lower(EXIT_KIND_LABELS[row.kind])}`, text: null, by: row.endedBy?.name ?? null, source: 'cate',
    })] : [])
  },
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

export const REVIEW_PROVIDERS: readonly Provider[] = [reviews, proposed, answered, ended]
