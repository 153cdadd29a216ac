import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { practitionersOf } from '../cases/workload'
import { dayOf, nameOf } from '../children/view'
import type { Supervision } from '../database/models'
import { pageKey } from '../input'
import { nextPage, pageBy, readKey, type Page } from '../paging'

export type SupervisionLine = { id: string; practitioner: string; supervisor: string; heldOn: string; nextOn: string | null; themes: string[]; decisions: number }

export type SupervisionView = Omit<SupervisionLine, 'decisions'> & {
  practitionerId: string
  reflections: string
  at: string
  /** `open`: whether the person asking sees the case now. */
  decisions: { caseId: string; reference: string; decision: string; open: boolean }[]
  /** Whether the person asking wrote it, and may correct it. */
  own: boolean
  correctedBy: string | null
  corrects: string | null
}

const name = { select: { name: true } } as const
const include = { practitioner: name, supervisor: name, decisions: { orderBy: { reference: 'asc' } } } as const
type Row = Supervision & { practitioner: { name: string }; supervisor: { name: string }; decisions: { caseId: string }[] }
const line = (row: Row): SupervisionLine => ({
  id: row.id, practitioner: row.practitioner.name, supervisor: row.supervisor.name, heldOn: dayOf(row.heldOn) ?? '', nextOn: dayOf(row.nextOn), themes: row.themes, decisions: row.decisions.length,
})

const PAGE = 20

/** Supervision records as they stand, newest first: one's own on either side, the CATE manager the team's. */
export const listSupervision = operation({
  name: 'supervision.list',
  effect: 'read',
  permission: 'supervision:read',
  input: z.strictObject({ after: pageKey }),
  audit: ['supervision.listed'],
  async work({ tx, actor }, { after }) {
    const page = pageBy('heldOn', 'desc', readKey(after))
    const rows = await tx.supervision.findMany({ where: { areaId: actor.areaId, correctedBy: null, AND: page.where }, orderBy: page.order, take: PAGE + 1, include })
    const { items, next } = nextPage(rows, PAGE, ({ heldOn, id }) => ({ at: heldOn, id }))
    const output: Page<SupervisionLine> = { items: items.map(line), next }
    return { output, kind: 'supervision.listed', facts: { rows: items.map(({ id }) => id), children: [], terms: { after } } }
  },
})

/** One supervision record. Throws NotFound, as for one between two others. */
export const readSupervision = operation({
  name: 'supervision.read',
  effect: 'read',
  permission: 'supervision:read',
  input: z.strictObject({ supervisionId: z.uuid() }),
  audit: ['supervision.opened'],
  async work({ tx, actor }, { supervisionId }) {
    const { areaId, userId } = actor
    const row = await tx.supervision.findUnique({ where: { areaId_id: { areaId, id: supervisionId } }, include: { ...include, correctedBy: { select: { id: true } } } })
    if (!row) throw new NotFound()
    const cases = await tx.cateCase.findMany({ where: { areaId, id: { in: row.decisions.map(({ caseId }) => caseId) } }, select: { id: true, childId: true } })
    const output: SupervisionView = {
      ...line(row),
      practitionerId: row.practitionerId,
      reflections: row.reflections,
      at: row.at.toISOString(),
      decisions: row.decisions.map(({ caseId, reference, decision }) => ({ caseId, reference, decision, open: cases.some(({ id }) => id === caseId) })),
      own: row.supervisorId === userId,
      correctedBy: row.correctedBy?.id ?? null,
      corrects: row.correctsId,
    }
    return { output, kind: 'supervision.opened', facts: { record: { type: 'supervision', id: supervisionId }, children: cases.map(({ childId }) => childId) } }
  },
})

export type Supervisee = { id: string; name: string; cases: { id: string; reference: string; child: string }[] }

/** Whom one may supervise, with the open cases that each holds. */
export const listSupervisees = operation({
  name: 'supervision.supervisees',
  effect: 'read',
  permission: 'supervision:write',
  input: z.strictObject({}),
  audit: ['supervision.listed'],
  async work({ tx, actor, now }) {
    const { areaId, userId } = actor
    const people = (await practitionersOf(tx, actor, now)).filter(({ id }) => id !== userId)
    const cases = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, allocatedToId: { in: people.map(({ id }) => id) } }, orderBy: { reference: 'asc' },
      select: { id: true, reference: true, allocatedToId: true, childId: true, child: { select: { givenName: true, familyName: true, knownAs: true } } },
    })
    const output: Supervisee[] = people.map((person) => ({
      ...person, cases: cases.filter(({ allocatedToId }) => allocatedToId === person.id).map(({ id, reference, child }) => ({ id, reference, child: nameOf(child) })),
    }))
    return { output, kind: 'supervision.listed', facts: { rows: cases.map(({ id }) => id), children: cases.map(({ childId }) => childId) } }
  },
})
