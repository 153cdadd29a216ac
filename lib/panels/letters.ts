import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { dayOf, nameOf } from '../children/view'
import { londonDay } from '../pathway/london'
import type { LetterWay } from '../pathway/panel'
import type { LetterContent } from './letter'
import { loadPanel, type PanelRow } from './load'
import { lettersSchema, sendLetterSchema } from './schema'

/** Where the letter about one decided case stands. */
export type LetterView = {
  itemId: string
  about: string
  /** The practice as it stands on the record; null where none does, and no letter can be made. */
  gpPractice: string | null
  /** The child’s record is not open to the person asking any more: the case was closed since. */
  closed: boolean
  letter: { id: string; to: string; madeAt: string; madeBy: string; sent: { how: LetterWay; at: string; by: string } | null } | null
}
export type Letters = { items: LetterView[]; /** How many can be made now. */ ready: number; /** Who to ring, as the last letter of the area said. */ ring: string }

const by = { select: { name: true } } as const

/**
 * The letters of a panel whose minutes are issued, one for each case that it decided, as far as the person asking sees
 * the decision; null before that. A case in which they have an interest is left out.
 */
export async function lettersOf({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, panel: PanelRow): Promise<Letters | null> {
  if (panel.state !== 'issued') return null
  const { areaId } = actor
  const decided = panel.items.filter(({ decision }) => decision)
  const children = await tx.child.findMany({ where: { areaId, id: { in: decided.map(({ childId }) => childId) } }, select: { id: true, gpPractice: true } })
  const letters = await tx.panelLetter.findMany({ where: { areaId, itemId: { in: decided.map(({ id }) => id) } }, include: { madeBy: by, sentBy: by } })
  const last = await tx.panelLetter.findFirst({ where: { areaId }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], select: { content: true } })
  const items = decided.map((item): LetterView => {
    const made = letters.find(({ itemId }) => itemId === item.id)
    const child = children.find(({ id }) => id === item.childId)
    const sent = made?.sentAt && made.sentHow && made.sentBy ? { how: made.sentHow as LetterWay, at: made.sentAt.toISOString(), by: made.sentBy.name } : null
    return {
      itemId: item.id, about: item.about, gpPractice: child?.gpPractice?.trim() || null, closed: !child,
      letter: made ? { id: made.id, to: made.gpPractice, madeAt: made.madeAt.toISOString(), madeBy: made.madeBy.name, sent } : null,
    }
  })
  return { items, ready: items.filter(({ letter, gpPractice }) => !letter && gpPractice).length, ring: (last?.content as LetterContent | undefined)?.ring ?? '' }
}

/**
 * Makes the letter to the GP of each child whose case a panel decided and who has none yet. A child without a practice
 * on record gets none: the page says so. Sent twice it makes one of each. Gives how many it made. Throws NotFound,
 * Conflict before the minutes are issued, Invalid where no practice is on record for any that is left.
 */
export const makeLetters = operation({
  name: 'panels.make-letters',
  effect: 'change',
  permission: 'panel:run',
  input: lettersSchema,
  audit: ['panel.letters_made'],
  async work(asking, { panelId, ring }) {
    const { tx, actor, now } = asking
    const { areaId, areaName, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`panel letters ${panelId}`}, 0))::text`
    const panel = await loadPanel(asking, panelId)
    const standing = await lettersOf(asking, panel)
    if (!standing) throw new Conflict('Letters are made once the minutes are issued.')
    const waiting = standing.items.filter(({ letter }) => !letter)
    if (waiting.length && !standing.ready) throw new Invalid({ ring: 'No GP practice is on record for any child who has no letter yet. Add it to the child’s record, and come back' })
    const children = new Map((await tx.child.findMany({ where: { areaId, id: { in: panel.items.map(({ childId }) => childId) } } })).map((child) => [child.id, child]))
    const made: string[] = []
    for (const { itemId, gpPractice } of waiting) {
      const item = panel.items.find(({ id }) => id === itemId)
      const child = item && children.get(item.childId)
      if (!item?.decision || !child || !gpPractice) continue
      const content: LetterContent = {
        gpPractice, name: nameOf(child), born: dayOf(child.dateOfBirth) ?? '', estimated: child.birthEstimated, nhsNumber: child.nhsNumber ?? '', discussedOn: londonDay(panel.openedAt ?? panel.heldAt),
        level: item.decision.level, nextReview: londonDay(item.decision.nextReviewDue), ring, area: areaName, from: item.decision.decidedBy.name,
      }
      await tx.panelLetter.create({ data: { areaId, itemId, childId: child.id, gpPractice, content, madeAt: now, madeById: userId } })
      made.push(child.id)
    }
    return { output: { made: made.length }, kind: 'panel.letters_made', facts: { record: { type: 'panel', id: panelId }, children: made, before: { waiting: waiting.length }, after: { made: made.length } } }
  },
})

/** One letter as it was made, to be printed. Throws NotFound. */
export const printLetter = operation({
  name: 'panels.print-letter',
  effect: 'read',
  permission: 'panel:read',
  input: z.strictObject({ letterId: z.uuid() }),
  audit: ['panel.letter_printed'],
  async work(asking, { letterId }) {
    const row = await load(asking, letterId)
    const output = { madeOn: londonDay(row.madeAt), content: row.content as LetterContent }
    return { output, kind: 'panel.letter_printed', facts: { record: { type: 'panel_item', id: row.itemId }, children: [row.childId] } }
  },
})

/** Writes down that a letter was sent, and how: once. Throws NotFound, Conflict where it was. */
export const sendLetter = operation({
  name: 'panels.send-letter',
  effect: 'change',
  permission: 'panel:run',
  input: sendLetterSchema,
  audit: ['panel.letter_sent'],
  async work(asking, { letterId, how }) {
    const { tx, actor, now } = asking
    const row = await load(asking, letterId)
    const { count } = await tx.panelLetter.updateMany({ where: { areaId: actor.areaId, id: letterId, sentAt: null }, data: { sentHow: how, sentAt: now, sentById: actor.userId } })
    if (!count) throw new Conflict('Somebody has written down already that this letter was sent. Reload the page.')
    return { output: undefined, kind: 'panel.letter_sent', facts: { record: { type: 'panel_item', id: row.itemId }, children: [row.childId], before: { sent: false }, after: { sent: how } } }
  },
})

async function load({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, id: string) {
  const row = await tx.panelLetter.findUnique({ where: { areaId_id: { areaId: actor.areaId, id } } })
  if (!row) throw new NotFound()
  return row
}
