import { operation } from '../access/operation'
import { nextPage, pageBy, readKey, type Page } from '../paging'
import type { PanelState } from '../pathway/panel'
import { panelListSchema } from './schema'

export type PanelSummary = { id: string; heldAt: string; place: string; state: PanelState; chair: string; cases: number; decided: number; returnsDue: string }

const PAGE = 25

/** Panels of the area, 25 a page: those to come by when they meet, or those that were, newest first. A practitioner's have a case of theirs. */
export const listPanels = operation({
  name: 'panels.list',
  effect: 'read',
  permission: 'panel:read',
  input: panelListSchema,
  audit: ['panel.listed'],
  async work({ tx, actor }, { show, after }) {
    const page = pageBy('heldAt', show === 'coming' ? 'asc' : 'desc', readKey(after))
    const rows = await tx.panel.findMany({
      // what still meets or has its minutes to be issued is in hand
      where: { areaId: actor.areaId, issuedAt: show === 'coming' ? null : { not: null }, AND: page.where },
      orderBy: page.order,
      take: PAGE + 1,
      include: { chair: { select: { name: true } }, items: { select: { state: true } } },
    })
    const { items, next } = nextPage(rows, PAGE, (row) => ({ at: row.heldAt, id: row.id }))
    const output: Page<PanelSummary> = {
      next,
      items: items.map((row) => ({
        id: row.id, heldAt: row.heldAt.toISOString(), place: row.place, state: row.state, chair: row.chair.name, returnsDue: row.returnsDue.toISOString(),
        cases: row.items.filter(({ state }) => state !== 'deferred').length, decided: row.items.filter(({ state }) => state === 'decided').length,
      })),
    }
    return { output, kind: 'panel.listed', facts: { rows: items.map(({ id }) => id), children: [], terms: { show, after } } }
  },
})
