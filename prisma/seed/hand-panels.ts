import { z } from 'zod'
import type { Actor } from '../../lib/access/actor'
import { operation } from '../../lib/access/operation'
import { toLondonInput } from '../../lib/dates'
import { addItem, beginPanel, deferItem } from '../../lib/panels/build'
import { chaseReturns } from '../../lib/panels/chase'
import { decideItem } from '../../lib/panels/decide'
import { makeLetters, sendLetter } from '../../lib/panels/letters'
import { answerPanel } from '../../lib/panels/own'
import { readPanel } from '../../lib/panels/read'
import { addNote, attend, movePanel } from '../../lib/panels/run'
import type { Level } from '../../lib/pathway/levels'
import { addDaysTo, instantAt, londonDay } from '../../lib/pathway/london'
import type { Seat } from '../../lib/pathway/panel'
import { addWorkingDays } from '../../lib/pathway/working-days'
import { SEEDING } from './area'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, MINUTE, type Hand } from './hand'
import { agencyOf, type Found } from './hand-found'
import { uuidOf } from './random'
import { about } from './wording'

const INVITED = { police: 'Tarn Valley Police', health: 'Wrenmoor Community Health Trust', school: 'Brindmoor High School', housing: 'Wrenmoor Hearth Homes' } as const
type Invited = keyof typeof INVITED
const TOLD = 'The risk panel discusses this young person. What does your agency know of the last six months, and who is in touch with the family?'
const TABLE: readonly (readonly [Seat, string])[] = [['chair', 'chair'], ['cate', 'cate-manager'], ['social_care', 'safeguarding'], ['police', 'police'], ['health', 'health'], ['education', 'school']]

/** Cases in hand whose level was last agreed well before the past panel, which confirms it: nothing of the year changes. */
const findDiscussed = operation({
  name: 'seed.panel-cases',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({ before: z.coerce.date(), end: z.coerce.date() }),
  audit: ['area.counted'],
  async work({ tx, actor }, { before, end }) {
    const output = await tx.cateCase.findMany({
      where: {
        areaId: actor.areaId, closedAt: null, stage: 'plan', level: { in: ['low_medium', 'medium', 'medium_high'] }, nextReviewDue: { gt: end }, panelHeldAt: { lt: before },
        allocatedTo: { email: { not: { startsWith: 'practitioner@' } } }, levels: { none: { at: { gte: before } } },
      },
      orderBy: { reference: 'asc' }, take: 3, select: { id: true, level: true, child: { select: { sex: true } } },
    })
    return { output, kind: 'area.counted', facts: {} }
  },
})
type Discussed = Awaited<ReturnType<typeof findDiscussed.run>>[number]

/**
 * A risk panel of a fortnight ago with its minutes issued and its letters made, and one that meets on the next working
 * day: its agenda is built, some agencies have answered, one of them late, and one that has not is reminded.
 */
export async function panelsInHand(hand: Hand, found: Found): Promise<void> {
  const day = londonDay(addWorkingDays(hand.anchor, 1))
  const [coming, past] = [day, addDaysTo(day, -hand.system.settings.panelCycleDays)].map((on) => instantAt(on, 14 * HOUR).getTime()) as [number, number]
  const discussed = await findDiscussed.run(hand.system, SEEDING, { before: new Date(past - 30 * DAY), end: hand.anchor })
  if (discussed.length === 3) await heldInHand(hand, found, past, discussed)
  await comingInHand(hand, found, coming)
}

const begin = (hand: Hand, found: Found, heldAt: number, at: number) => doAs(beginPanel, demoPerson(hand.demo, 'chair'), at, {
  submissionKey: uuidOf(`panel ${heldAt}`), heldAt: toLondonInput(new Date(heldAt)), place: 'Committee Room 1, Civic Centre, and online', chairId: demoPerson(hand.demo, 'chair').userId,
  deputyId: demoPerson(hand.demo, 'cate-manager').userId, agencyIds: Object.values(INVITED).map((name) => agencyOf(found, name)),
})

/** What an agency says of one case; of nothing, that it knows nothing. */
const say = (hand: Hand, who: Invited, itemId: string, at: number, text = '') =>
  doAs(answerPanel, demoPerson(hand.demo, who), at, { itemId, submissionKey: uuidOf(`panel answer ${who} ${at}`), answer: text ? 'known' : 'nothing_known', text, corrects: '' })

async function heldInHand(hand: Hand, found: Found, heldAt: number, discussed: readonly Discussed[]): Promise<void> {
  const [chair, manager] = [demoPerson(hand.demo, 'chair'), demoPerson(hand.demo, 'cate-manager')]
  const panel = await begin(hand, found, heldAt, heldAt - 12 * DAY)
  if (!panel) return
  const panelId = panel.id
  for (const { id: caseId } of discussed) await doAs(addItem, chair, heldAt - 9 * DAY, { panelId, caseId, reason: 'chosen', why: 'The practitioner asks the panel to look at the plan', told: TOLD })
  const read = (as: Actor = chair) => readPanel.run(as, SEEDING, { panelId })
  const { items } = await read()
  for (const [index, { id, caseId }] of items.entries()) {
    const words = (text: string) => about(text, discussed.find((one) => one.id === caseId)?.child.sex ?? 'U')
    const at = heldAt - 5 * DAY + index * 7 * MINUTE
    await say(hand, 'police', id, at, index ? '' : words('Two calls to the arcade on Kiln Street in October. {She} {was} with older people whom we do not know yet.'))
    await say(hand, 'health', id, at + HOUR, words('The school nurse sees {him} every second week. {She} sleeps better than in summer.'))
    await say(hand, 'school', id, at + 2 * HOUR, words(index ? '{She} {was} in on all but two days, and eats lunch with {her} friends again.' : 'Late on six mornings. {She} {has} a new phone and keeps it close.'))
    await say(hand, 'housing', id, at + 3 * HOUR)
  }
  await move(chair, read, 'open', heldAt)
  for (const [seat, who] of TABLE) await doAs(attend, chair, heldAt, { panelId, seat, userId: demoPerson(hand.demo, who).userId, name: '', agencyId: '' })
  const [first, second, third] = items
  if (first) await decideInHand(hand, found, first, discussed, heldAt + 12 * MINUTE, 'The arcade is new and the late mornings began with it. What works is the practitioner, the nurse and the lunch table, and that holds.')
  if (second) await decideInHand(hand, found, second, discussed, heldAt + 24 * MINUTE, 'Steady since the last review. The panel wants to see one more term before it thinks of less.', 'We would have stepped this down: we have seen nothing of concern since July.')
  if (third) await doAs(deferItem, chair, heldAt + 30 * MINUTE, { itemId: third.id, version: 1, reason: 'The practitioner is off sick and nobody else knows the young person well enough. Next panel.' })
  await move(chair, read, 'closed', heldAt + HOUR)
  await move(manager, read, 'checked', heldAt + 20 * HOUR)
  await move(chair, read, 'issued', heldAt + 22 * HOUR)
  await doAs(makeLetters, chair, heldAt + 23 * HOUR, { panelId, ring: 'The CATE team, 01632 960 140, Monday to Friday, 9 to 5' })
  const letter = (await read()).letters?.items.find((one) => one.letter)?.letter
  if (letter && !letter.sent) await doAs(sendLetter, chair, heldAt + 23 * HOUR + 10 * MINUTE, { letterId: letter.id, how: 'secure_email' })
}

async function move(who: Actor, read: (as: Actor) => Promise<{ id: string; version: number }>, to: 'open' | 'closed' | 'checked' | 'issued', at: number): Promise<void> {
  const { id: panelId, version } = await read(who)
  await doAs(movePanel, who, at, { panelId, version, to, note: '' })
}

type Item = { id: string; caseId: string; version: number }

/** Confirms the level at which the case stands, with an action for the school and where given with one who does not agree. */
async function decideInHand(hand: Hand, found: Found, { id: itemId, caseId, version }: Item, discussed: readonly Discussed[], at: number, reason: string, dissent = ''): Promise<void> {
  const one = discussed.find(({ id }) => id === caseId)
  const words = (text: string) => about(text, one?.child.sex ?? 'U')
  const [year = '', month = '', day = ''] = addDaysTo(londonDay(new Date(at)), dissent ? 21 : 12).split('-')
  await doAs(addNote, demoPerson(hand.demo, 'cate-manager'), at - 4 * MINUTE, { itemId, submissionKey: uuidOf(`panel note ${at}`), text: words('{Her} worker: {she} says “I like that you all turn up, and that nobody shouts.”') })
  await doAs(decideItem, demoPerson(hand.demo, 'chair'), at, {
    itemId, version, level: (one?.level ?? 'medium') as Level, reason, nextReview: { day: '', month: '', year: '' }, strategy: one?.level === 'low_medium' ? '' : 'not_called',
    strategyWhyNot: one?.level === 'low_medium' ? '' : 'Nothing new that a strategy meeting could act on: the actions below are for the agencies one by one.',
    dissents: dissent ? [{ agencyId: agencyOf(found, INVITED.health), words: dissent }] : [],
    actions: [{ what: words('Keep the lunch table and the quiet desk, and ring {her} worker on a second late morning in a week'), ownerKind: 'agency', ownerUserId: '', ownerAgencyId: agencyOf(found, INVITED.school), ownerName: '', dueOn: { day, month, year } }],
  })
}

async function comingInHand(hand: Hand, found: Found, heldAt: number): Promise<void> {
  const chair = demoPerson(hand.demo, 'chair')
  const panel = await begin(hand, found, heldAt, heldAt - 12 * DAY)
  if (!panel) return
  const panelId = panel.id
  const { suggestions } = await readPanel.run(chair, SEEDING, { panelId })
  for (const { caseId } of suggestions.slice(0, 5)) await doAs(addItem, chair, heldAt - 8 * DAY, { panelId, caseId, reason: 'suggested', why: '', told: TOLD })
  const { items } = await readPanel.run(chair, SEEDING, { panelId })
  const end = hand.anchor.getTime()
  for (const [index, { id }] of items.entries()) {
    await say(hand, 'police', id, heldAt - 6 * DAY + index * 9 * MINUTE, index === 1 ? 'A report on 2 October: seen in a car on Station Road with two men in their twenties.' : '')
    if (index < 3) await say(hand, 'school', id, heldAt - 5 * DAY + index * 11 * MINUTE, index === 2 ? '' : 'In school on most days. Tired on Mondays. The form tutor is who is talked to.')
    // after its time: it counts, and is marked
    if (index === 0) await say(hand, 'health', id, end - 2 * HOUR, 'Known to the sexual health clinic since September, and comes alone.')
  }
  await doAs(chaseReturns, hand.system, end, {})
}
