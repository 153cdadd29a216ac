import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { logSession } from '../../lib/casework/log'
import { recordOffer } from '../../lib/casework/offers'
import type { sessionSchema } from '../../lib/casework/schema'
import { readSession } from '../../lib/casework/sessions'
import { recordSupervision } from '../../lib/casework/supervise'
import { toLondonInput } from '../../lib/dates'
import { seenExpectation } from '../../lib/pathway/sessions'
import { addDaysTo, londonDay } from '../../lib/pathway/london'
import type { AreaSettings } from '../../lib/pathway/settings'
import { SEEDING } from './area'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, MINUTE, officeBefore, type Hand, type In } from './hand'
import { uuidOf } from './random'
import { about, CHILD_WORDS, EXPLOITED_WORDS } from './wording'

const findOpen = operation({
  name: 'seed.open-cases',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx, actor }) {
    const output = await tx.cateCase.findMany({
      where: { areaId: actor.areaId, closedAt: null, allocatedToId: { not: null } }, orderBy: { reference: 'asc' },
      select: { id: true, reference: true, level: true, openedAt: true, allocatedToId: true, child: { select: { sex: true } }, allocatedTo: { select: { email: true } } },
    })
    return { output, kind: 'area.counted', facts: {} }
  },
})
type Open = Awaited<ReturnType<typeof findOpen.run>>[number]
type Session = In<typeof sessionSchema>

// one kind of each, in turn
const VISITS: readonly Pick<Session, 'type' | 'place' | 'minutes' | 'present' | 'account' | 'nextStep'>[] = [
  { type: 'direct', place: 'At home', minutes: '60', present: 'Mum, at the start', account: 'We talked while we cooked. {She} showed me the messages without my asking, and {she} {was} calmer at the end.', nextStep: 'Meet at the youth centre after school' },
  { type: 'accompanied', place: 'The clinic in town', minutes: '90', present: 'The nurse', account: 'I drove {him} there and waited outside while {she} spoke with the nurse. {She} asked to go again.', nextStep: 'Book the next appointment together' },
  { type: 'direct', place: 'A walk by the river', minutes: '45', present: '', account: 'Mostly about college and {her} dog. {She} asked how long I will be around, and I said for as long as it takes.', nextStep: 'Find out about the course' },
  { type: 'direct', place: 'At school, in the quiet room', minutes: '30', present: '', account: 'A short one between lessons. {She} {was} tired and did not want to talk about the weekend.', nextStep: 'Ring on Friday, before the weekend' },
]
const OTHERS: readonly typeof VISITS[number][] = [
  { type: 'attempted', place: 'At home', minutes: '20', present: '', account: 'Nobody came to the door. I put a card through and sent a message.', nextStep: 'Try again tomorrow' },
  { type: 'family', place: 'By phone', minutes: '25', present: 'Mum', account: 'Mum is up most nights when {she} {has} gone out. We went through what to do and whom to call.', nextStep: 'Send the number for parents’ support' },
  { type: 'professionals', place: 'At school', minutes: '40', present: 'The safeguarding lead and the head of year', account: 'School has seen a new phone. They will tell us when {she} leaves before the bell.', nextStep: 'Ask again after half term' },
]
const FEELINGS = ['mostly_safe', 'unsure', 'mostly_safe', 'unsafe', 'safe', 'not_said'] as const

/** How many days ago each was last seen: most in time, some on the last day, and every fifth late. */
const lastSeen = (at: number, expected: number) => (at % 5 === 4 ? expected + 1 + (at % 3) : at % 5 === 3 ? expected : Math.min(expected - 1, 1 + (at % 3)))

/** A few sessions in each open case, told by whoever holds it; in one of them a young person tells of abuse. And supervision. */
export async function caseworkInHand(hand: Hand): Promise<void> {
  const open = await findOpen.run(hand.system, SEEDING, {})
  for (const [at, one] of open.entries()) {
    const holder = [...hand.demo.values()].find(({ userId, role }) => userId === one.allocatedToId && role === 'practitioner')
    if (!holder) continue
    const { days } = seenExpectation(one.level, hand.system.settings)
    const last = lastSeen(at, days)
    const ago = [last + days, last + Math.ceil(days / 2), last]
    for (const [number, back] of ago.entries()) {
      const when = visitAt(hand, back, at)
      const visit = number === 1 ? OTHERS[at % OTHERS.length] : VISITS[(at + number) % VISITS.length]
      if (!visit || when < one.openedAt.getTime()) continue
      await doAs(logSession, holder, when + 2 * HOUR, entryOf(one, visit, { at: at + number, number, when, end: hand.anchor }))
    }
  }
  const told = open.filter(({ allocatedTo }) => allocatedTo?.email === demoPerson(hand.demo, 'practitioner').email)[2]
  if (told) await toldInHand(hand, told)
  await supervisionInHand(hand, open)
}

/** An office time so many days ago, not at the same hour for everybody. */
function visitAt({ anchor, system }: { anchor: Date; system: { settings: AreaSettings } }, days: number, at: number): number {
  const latest = Math.min(anchor.getTime() - days * DAY - (at % 4) * HOUR, anchor.getTime() - 3 * HOUR)
  return Math.floor(officeBefore(latest, system.settings) / (5 * MINUTE)) * 5 * MINUTE
}

function entryOf(one: Open, visit: (typeof VISITS)[number], { at, number, when, end }: { at: number; number: number; when: number; end: Date }): Session {
  const words = (text: string) => about(text, one.child.sex)
  const seen = visit.type === 'direct' || visit.type === 'accompanied'
  const [year = '', month = '', day = ''] = addDaysTo(londonDay(end), 1 + (at % 4)).split('-')
  return {
    ...visit, caseId: one.id, submissionKey: uuidOf(`${one.reference} session ${number}`), correctsId: '', happenedAt: toLondonInput(new Date(when)),
    account: words(visit.account), childWords: seen ? (CHILD_WORDS[at % CHILD_WORDS.length] ?? '') : '', safety: seen ? (FEELINGS[at % FEELINGS.length] ?? 'not_said') : '',
    nextOn: number === 2 ? { day, month, year } : { day: '', month: '', year: '' }, disclosed: seen ? 'no' : '', disclosureWords: '',
  }
}

/** Two days ago somebody told their practitioner; an adviser was offered the day after. */
async function toldInHand(hand: Hand, one: Open): Promise<void> {
  const holder = demoPerson(hand.demo, 'practitioner')
  const when = visitAt(hand, 2, 1)
  const visit = VISITS[2]
  if (!visit) return
  const session = await doAs(logSession, holder, when + HOUR, {
    ...entryOf(one, visit, { at: 3, number: 3, when, end: hand.anchor }),
    disclosed: 'yes', disclosureWords: `I asked whether anything had been worrying. ${EXPLOITED_WORDS[3]} ${EXPLOITED_WORDS[0]}`,
  })
  if (!session) return
  const { disclosure } = await readSession.run(holder, SEEDING, { sessionId: session.id })
  const next = officeBefore(when + DAY, hand.system.settings)
  const [year = '', month = '', day = ''] = londonDay(new Date(Math.max(next, when))).split('-')
  if (disclosure) await doAs(recordOffer, holder, Math.max(next, when + 2 * HOUR), { disclosureId: disclosure.id, submissionKey: uuidOf(`${one.reference} offer`), state: 'offered', onDay: { day, month, year }, note: 'Wants to think about it over the weekend' })
}

/** Each of the demo's two practitioners was supervised this fortnight. */
async function supervisionInHand(hand: Hand, open: readonly Open[]): Promise<void> {
  const supervisor = demoPerson(hand.demo, 'cate-manager')
  for (const [at, name] of ['practitioner', 'practitioner2'].entries()) {
    const person = demoPerson(hand.demo, name)
    const when = visitAt(hand, 6 + at * 3, 0)
    const [year = '', month = '', day = ''] = londonDay(new Date(when)).split('-')
    const [nextYear = '', nextMonth = '', nextDay = ''] = addDaysTo(londonDay(hand.anchor), 8 + at).split('-')
    const [first, second] = open.filter(({ allocatedToId }) => allocatedToId === person.userId)
    await doAs(recordSupervision, supervisor, when + HOUR, {
      submissionKey: uuidOf(`${name} supervision`), correctsId: '', practitionerId: person.userId, heldOn: { day, month, year }, themes: ['cases', 'caseload', at ? 'practice' : 'wellbeing'],
      reflections: 'We talked about how long trust takes, and what it is like when nobody comes to the door. Two late evenings this week; they will be taken back next week.',
      nextOn: { day: nextDay, month: nextMonth, year: nextYear },
      decisions: [first && { caseId: first.id, decision: 'Go on as now. Ask school for what they have seen before the panel.' }, second && { caseId: second.id, decision: 'Visit together next time.' }].filter((one) => one !== undefined),
    })
  }
}
