import { may } from '../../access/permissions'
import { alertInclude, seesNote } from '../../alerts/view'
import { alertLabel } from '../../pathway/alert-kinds'
import { pageOf, type Provider } from '../entry'

const by = { select: { name: true } } as const

/** What was shared, with whom and why; or not, and why not. */
const sharings: Provider = {
  prefix: 'sharing',
  table: 'sharing',
  kinds: ['sharing'],
  sources: ['front_door'],
  async read({ tx, actor, childIds, range }) {
    const page = pageOf('sharing', range, 'at')
    const rows = await tx.sharing.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { by } })
    return rows.map((row) => ({
      key: `sharing-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'sharing', title: row.shared ? `Shared with ${row.receiver}` : `Not shared with ${row.receiver}`,
      text: row.reason, by: row.by.name, source: 'front_door', link: row.referralId && may(actor.role, 'referral:read') ? { type: 'referral', id: row.referralId } : null,
      withheld: null, childId: row.childId ?? '',
    }))
  },
}

/** What Waymark noticed and somebody answered. The front door sees that others answered, and not what they found. */
const alerts: Provider = {
  prefix: 'alert',
  table: 'alert',
  kinds: ['alert'],
  sources: [],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'alert:read')) return []
    const page = pageOf('alert', range, 'acknowledgedAt')
    const rows = await tx.alert.findMany({
      ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, acknowledgedAt: { not: null }, AND: page.where }, include: alertInclude,
    })
    return rows.flatMap((row) => {
      if (!row.acknowledgedAt) return []
      const sees = seesNote(row, actor)
      return [{
        key: `alert-${row.id}`, id: row.id, at: row.acknowledgedAt.toISOString(), kind: 'alert' as const, title: `Alert acknowledged: ${alertLabel(row.kind)}`,
        text: [row.why, sees ? row.note : null].filter(Boolean).join('\n'), by: row.acknowledgedBy?.name ?? null, source: null, link: null,
        withheld: sees ? null : ('part' as const), childId: row.childId ?? '',
      }]
    })
  },
}

export const TOLD_PROVIDERS: readonly Provider[] = [sharings, alerts]
