import { z } from 'zod'
import { operation } from '../access/operation'
import { may, type Permission } from '../access/permissions'
import { Invalid } from '../access/errors'
import { oneOf, pageKey, period, periodInOrder } from '../input'
import { nextPage, readKey, type Page } from '../paging'
import { countFact, readFact } from './count'
import { DIMENSIONS, dimensionOf, FIGURE_NAMES, figureOf, type DimensionName, type Fact, type FigureName } from './definitions'
import { namesOf } from './names'
import { choicesOf, chosen, NARROWED, onlySchema, type Choice } from './only'
import { periodFor, type Period } from './period'

const PAGE = 50

/** A row behind a figure: a reference and a moment, and no child's name. `counts` is null where the figure is no share. */
export type FigureRow = { id: string; reference: string; at: string; counts: boolean | null; href: string | null }

export type FigureRows = Page<FigureRow> & { figure: FigureName; part: { header: string; label: string } | null; period: Period; /** Whose alone they are. */ only: Choice | null }

export const rowsSchema = z.strictObject({
  figure: oneOf(FIGURE_NAMES, 'Choose from the list'),
  /** One part of it: of what breakdown, and which. */
  by: oneOf(Object.keys(DIMENSIONS) as DimensionName[], 'Choose from the list').optional(),
  part: z.string().max(200).optional(),
  only: onlySchema.optional(),
  ...period,
  after: pageKey,
})

/** Where a row's record is read, by whoever may. */
const RECORDS: Partial<Record<Fact, { path: string; permission: Permission }>> = {
  contact: { path: '/contacts', permission: 'contact:read' },
  child: { path: '/children', permission: 'child:read' },
  case: { path: '/cases', permission: 'case:read' },
  panel: { path: '/cases', permission: 'case:read' },
  closed: { path: '/cases', permission: 'case:read' },
  audited: { path: '/contacts', permission: 'contact:read' },
  audit_item: { path: '/quality-audits/items', permission: 'quality-audit:answer' },
  provider: { path: '/quality-audits/providers', permission: 'quality-audit:check' },
}

/** The rows behind a figure or a part of one, newest first, 50 a page by key. They are the rows that it counts. */
export const readRows = operation({
  name: 'oversight.rows',
  effect: 'read',
  permission: 'figures:rows',
  input: rowsSchema.refine(...periodInOrder),
  audit: ['figures.opened'],
  async work({ tx, actor, now, pageSize = PAGE }, { figure, by, part, after, only: one, ...given }) {
    const { fact: own, among = [], share, by: allowed } = figureOf(figure)
    if (by && !allowed.includes(by)) throw new Invalid({ by: 'This figure is not broken down by that' })
    const dimension = by && part !== undefined ? dimensionOf(by) : null
    const fact = dimension?.fact ?? own
    const flags = dimension?.fact ? [] : [...among]
    const period = periodFor(actor, given, now)
    const only = chosen(await choicesOf(tx, actor), one)
    if (only && !NARROWED[fact].includes(only.by)) throw new Invalid({ only: 'This figure is not told apart by that' })
    const counted = dimension ? await countFact(tx, actor, now, fact, period, [dimension.column], only) : []
    const values = [...new Set(counted.filter((row) => row.part === dimension?.column).flatMap(({ keys }) => keys))].filter((value) => (dimension?.group?.(value) ?? value) === part)
    const key = readKey(after)
    const rows = await readFact(tx, actor, now, { fact, period, flags, column: dimension?.column, keys: dimension ? values : undefined, key, most: pageSize + 1, only })
    const { items, next } = nextPage(rows, pageSize, ({ at, id }) => ({ at, id }))
    const record = RECORDS[fact]
    const names = dimension && by ? await namesOf(tx, actor, [by], [new Map([[fact, counted]])]) : null
    const label = dimension && part !== undefined ? (dimension.parts?.find(({ id }) => id === part)?.label ?? names?.get(part) ?? dimension.label?.(part) ?? part) : ''
    const output: FigureRows = {
      figure, period, next, only,
      part: dimension ? { header: dimension.header, label } : null,
      items: items.map(({ id, reference, at, flags: has }) => ({
        id, reference, at: at.toISOString(),
        counts: share ? has.includes(share.flag) : null,
        href: record && may(actor.role, record.permission) ? `${record.path}/${id}` : null,
      })),
    }
    return { output, kind: 'figures.opened', facts: { rows: items.map(({ id }) => id), children: fact === 'child' ? items.map(({ id }) => id) : [], terms: { figure, ...(by ? { by, part: part ?? null } : {}), ...(only ? { only: `${only.by}.${only.id}` } : {}), ...period } } }
  },
})
