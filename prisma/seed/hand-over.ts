import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { signIn } from '../../lib/handovers/commands'
import { formatDateTime } from '../../lib/pathway/dates'
import { lastChange } from '../../lib/pathway/shifts'
import { demoPerson } from './demo-actors'
import { doAs, MINUTE, type Hand } from './hand'
import { uuidOf } from './random'

const before = { family_connect: ['edt', 'advisor'], emergency_duty: ['advisor', 'edt'] } as const

/** Signs a change of shift for the side that goes off, as things stood then: what came later is not in it. */
const handOver = operation({
  name: 'seed.hand-over',
  effect: 'change',
  permission: 'handover:sign',
  input: z.strictObject({ shiftAt: z.iso.datetime(), toSide: z.enum(['family_connect', 'emergency_duty']) }),
  audit: ['handover.signed_out'],
  async work({ tx, actor, now }, { shiftAt, toSide }) {
    const { areaId } = actor
    const id = uuidOf(`hand-over ${shiftAt}`)
    const open = await tx.contact.findMany({
      where: { areaId, loggedAt: { lte: now }, OR: [{ decision: null }, { decision: { decidedAt: { gt: now } } }] },
      orderBy: [{ decisionDue: 'asc' }, { id: 'asc' }], select: { id: true, immediateDanger: true, decisionDue: true },
    })
    await tx.handover.create({ data: { areaId, id, shiftAt: new Date(shiftAt), toSide, overall: 'A quiet shift. Two families were told that somebody rings back today.', signedOutAt: now, signedOutById: actor.userId } })
    await tx.handoverItem.createMany({
      data: [...open.filter((one) => one.immediateDanger), ...open.filter((one) => !one.immediateDanger)].map((one, position) => ({
        areaId, id: uuidOf(`hand-over ${shiftAt} ${position}`), handoverId: id, contactId: one.id, position, danger: one.immediateDanger,
        why: `${one.immediateDanger ? 'Immediate danger. ' : ''}Waits for a decision, ${one.decisionDue < now ? 'late since' : 'due'} ${formatDateTime(one.decisionDue)}`,
        note: position === 0 ? 'Ring the caller first: they asked to hear before noon.' : null,
      })),
    })
    return { output: id, kind: 'handover.signed_out', facts: { record: { type: 'handover', id }, children: [], before: null, after: { shiftAt, to: toSide, items: open.length } } }
  },
})

/** The last change of shift, handed over and signed by both sides. The last step: what is in hand is there once it is. */
export async function handOverInHand({ demo, system, anchor }: Hand): Promise<void> {
  const change = lastChange(new Date(anchor.getTime() - 15 * MINUTE), system.settings)
  const [out, on] = before[change.to]
  const id = await doAs(handOver, demoPerson(demo, out), change.at.getTime() - 8 * MINUTE, { shiftAt: change.at.toISOString(), toSide: change.to })
  if (id) await doAs(signIn, demoPerson(demo, on), change.at.getTime() + 6 * MINUTE, { handoverId: id, version: 1, read: true, remark: '' })
}
