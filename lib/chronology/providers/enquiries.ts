import { may } from '../../access/permissions'
import { ENQUIRY_ROUTE_LABELS } from '../../pathway/enquiry-words'
import { pageOf, withheld, within, type Provider } from '../entry'

const by = { select: { name: true } } as const
const SAFEGUARDING = { kinds: ['enquiry'], sources: ['safeguarding'] } as const

const opened: Provider = {
  prefix: 'enquiry',
  table: 'enquiry',
  ...SAFEGUARDING,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'enquiry:read')) return []
    const page = pageOf('enquiry', range, 'openedAt')
    const rows = await tx.enquiry.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { openedBy: by } })
    return rows.map((row) => ({
      key: `enquiry-${row.id}`, id: row.id, at: row.openedAt.toISOString(), kind: 'enquiry', title: `${actor.settings.labels.enquiry} ${row.reference} opened`, text: row.question,
      by: row.openedBy.name, source: 'safeguarding', link: { type: 'enquiry', id: row.id }, withheld: null, childId: row.childId ?? '',
    }))
  },
}

const decided: Provider = {
  prefix: 'enquiry_decided',
  table: 'enquiry',
  ...SAFEGUARDING,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'enquiry:read')) return []
    const page = pageOf('enquiry_decided', range, 'decidedAt', 'enquiryId')
    const rows = await tx.enquiryDecision.findMany({
      ...page,
      where: { areaId: actor.areaId, enquiry: { childId: { in: [...childIds] } }, AND: page.where },
      include: { decidedBy: by, enquiry: { select: { reference: true, childId: true } } },
    })
    return rows.map((row) => ({
      key: `enquiry_decided-${row.enquiryId}`, id: row.enquiryId, at: row.decidedAt.toISOString(), kind: 'enquiry',
      title: `${actor.settings.labels.enquiry} ${row.enquiry.reference} decided: ${ENQUIRY_ROUTE_LABELS[row.route]}`,
      text: row.reasons, by: row.decidedBy.name, source: 'safeguarding', link: { type: 'enquiry', id: row.enquiryId }, withheld: null, childId: row.enquiry.childId ?? '',
    }))
  },
}

/** For those who receive a referral, and see of an enquiry what came with it. */
const received: Provider = {
  prefix: 'enquiry_received',
  table: 'referral',
  ...SAFEGUARDING,
  async read({ tx, actor, childIds, range }) {
    if (may(actor.role, 'enquiry:read') || !may(actor.role, 'enquiry:read-snapshot')) return []
    const page = pageOf('enquiry_received', range, 'takenAt')
    const rows = await tx.enquirySnapshot.findMany({
      ...page,
      where: { areaId: actor.areaId, referral: { childId: { in: [...childIds] } }, AND: page.where },
      select: { id: true, takenAt: true, by, referral: { select: { id: true, childId: true } } },
    })
    return rows.map((row) => ({
      key: `enquiry_received-${row.id}`, id: row.id, at: row.takenAt.toISOString(), kind: 'enquiry', title: `${actor.settings.labels.enquiry} came with the referral`, text: null,
      by: row.by.name, source: 'safeguarding', link: { type: 'referral', id: row.referral.id }, withheld: null, childId: row.referral.childId ?? '',
    }))
  },
}

/** For the front door, which sees that one is open and nothing of it. One child's records share the answer. */
const known: Provider = {
  prefix: 'enquiry_open',
  table: null,
  ...SAFEGUARDING,
  async read({ tx, actor, childIds, range }) {
    const [childId] = childIds
    if (!childId || may(actor.role, 'enquiry:read') || !may(actor.role, 'enquiry:see-open')) return []
    const rows = await tx.$queryRaw<{ id: string; opened_at: Date }[]>`SELECT id, opened_at FROM open_enquiries(${childId}::uuid, NULL::uuid)`
    return within(rows.map((row) => withheld({ key: `enquiry_open-${row.id}`, id: row.id, at: row.opened_at.toISOString(), kind: 'enquiry', source: 'safeguarding', childId })), range)
  },
}

export const ENQUIRY_PROVIDERS: readonly Provider[] = [opened, decided, received, known]
