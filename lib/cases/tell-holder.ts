import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import type { RecordType } from '../audit/kinds'
import type { CateCase } from '../database/models'

type Told = {
  /** What was told of an open case, and the kind of alert for it. */
  kind: 'call_on_open_case' | 'named_on_open_case'
  record: { type: RecordType; id: string }
  childId: string
  /** The beginning of the sentence that ends 'in case WRN-K-0012, which you hold.' */
  what: string
  immediateDanger: boolean
}

/**
 * Tells whoever holds an open case and whoever covers it, or the CATE manager where nobody does, of what came to the front door about it;
 * and of immediate danger the safeguarding lead too, who answers.
 */
export async function tellHolder(asking: Asking, open: Pick<CateCase, 'reference' | 'allocatedToId'>, { kind, record, childId, what, immediateDanger }: Told): Promise<void> {
  const holder = open.allocatedToId
  await raiseAlert(asking, {
    kind,
    key: `${kind} ${record.id}`,
    owner: holder ? { userId: holder } : { role: 'cate_manager' },
    why: `${what} a young person in case ${open.reference}, ${holder ? 'which you hold' : 'which nobody holds yet'}.`,
    record,
    childId,
  })
  // whoever covers answers now; whoever is away finds it when they are back
  const [cover] = await asking.tx.caseCover.findMany({ where: { areaId: asking.actor.areaId, case: { reference: open.reference }, begunAt: { not: null }, endedAt: null }, take: 1 })
  if (cover) {
    await raiseAlert(asking, { kind, key: `${kind} ${record.id} cover`, owner: { userId: cover.coverId }, why: `${what} a young person in case ${open.reference}, which you cover.`, record, childId })
  }
  if (!immediateDanger) return
  await raiseAlert(asking, {
    kind: 'danger_on_open_case',
    key: `danger_on_open_case ${record.id}`,
    owner: { role: 'safeguarding_lead' },
    why: `A call about a young person in case ${open.reference} said that somebody may be in danger now.`,
    record,
    childId,
  })
}
