import { may } from '../../access/permissions'
import { pageOf, type Provider } from '../entry'

/** Safety plans as they were issued. A draft has been agreed with nobody, and is not there. */
const issued: Provider = {
  prefix: 'plan',
  table: 'safety_plan',
  kinds: ['plan'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'plan:read')) return []
    const page = pageOf('plan', range, 'at')
    const rows = await tx.safetyPlanVersion.findMany({
      ...page,
      where: { areaId: actor.areaId, issued: true, plan: { childId: { in: [...childIds] } }, AND: page.where },
      select: { id: true, at: true, number: true, note: true, agreedWith: true, by: { select: { name: true } }, plan: { select: { caseId: true, childId: true } } },
    })
    return rows.map((row) => ({
      key: `plan-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'plan', title: `Safety plan issued: version ${row.number}`,
      text: [row.agreedWith && `Agreed with ${row.agreedWith}`, row.note].filter(Boolean).join('\n') || null, by: row.by.name, source: 'cate',
      link: { type: 'plan', id: row.plan.caseId }, withheld: null, childId: row.plan.childId,
    }))
  },
}

export const PLAN_PROVIDERS: readonly Provider[] = [issued]
