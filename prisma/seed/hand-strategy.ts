import { toLondonInput } from '../../lib/dates'
import { formatDate } from '../../lib/pathway/dates'
import { addDaysTo, londonDay } from '../../lib/pathway/london'
import { strategyPlanned } from '../../lib/pathway/strategy'
import { callMeeting } from '../../lib/strategy/call'
import { decideMeeting } from '../../lib/strategy/decide'
import { issueMinutes } from '../../lib/strategy/minutes'
import { remindStrategy } from '../../lib/strategy/remind'
import { addFact, recordAttendance } from '../../lib/strategy/say'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, MINUTE, officeBefore, type Hand } from './hand'
import { agencyOf, type Found, type FoundChild } from './hand-found'
import { uuidOf } from './random'
import { about } from './wording'

const ROOM = { police: 'Tarn Valley Police', health: 'Wrenmoor Community Health Trust', school: 'Brindmoor High School' } as const

/**
 * Two strategy meetings: one that was held and began section 47, its minutes out and its review to come; and one that
 * a practitioner called after a disclosure and that is planned.
 */
export async function strategyInHand(hand: Hand, found: Found): Promise<void> {
  const end = officeBefore(hand.anchor.getTime(), hand.system.settings)
  const [amber] = found.amber
  const own = found.held.at(-1)
  if (amber) await heldInHand(hand, found, amber.id, amber.child, officeBefore(end - 8 * DAY, hand.system.settings))
  if (own) {
    await call(hand, found, { key: 'planned', who: 'practitioner', caseId: own.id, child: own.child, from: 'disclosure', at: officeBefore(end - 90 * MINUTE, hand.system.settings), reason: '{She} told me on Tuesday that a man called Kez waits for {him} after school and has pictures of {him}.', told: '{She} {has} told a worker of a man who waits for {him} after school. Bring what you know since September.' })
  }
  await doAs(remindStrategy, hand.system, hand.anchor.getTime(), {})
}

type Called = { key: string; who: 'safeguarding' | 'practitioner'; caseId: string; child: FoundChild; from: 'level' | 'disclosure'; at: number; reason: string; told: string }

async function call(hand: Hand, found: Found, { key, who, caseId, child, from, at, reason, told }: Called): Promise<string | null> {
  const born = child.dateOfBirth ? formatDate(child.dateOfBirth) : ''
  const made = await doAs(callMeeting, demoPerson(hand.demo, who), at, {
    caseId, submissionKey: uuidOf(`strategy ${key}`), from, reason: about(reason, child.sex), plannedAt: toLondonInput(strategyPlanned(new Date(at))), place: 'Room 3, Civic Centre, or by telephone',
    subjectLine: `${child.givenName} ${child.familyName}${born ? `, born ${born}` : ''}`, told: about(told, child.sex), agencyIds: Object.values(ROOM).map((name) => agencyOf(found, name)),
  })
  return made?.id ?? null
}

async function heldInHand(hand: Hand, found: Found, caseId: string, child: FoundChild, at: number): Promise<void> {
  const words = (text: string) => about(text, child.sex)
  const meetingId = await call(hand, found, { key: 'held', who: 'safeguarding', caseId, child, from: 'level', at, reason: 'The panel agreed the level. {She} {was} found at a flat with two men and two other girls.', told: '{She} {was} found at a flat on Kiln Street with two men. Bring what you know of {him} and of the flat.' })
  if (!meetingId) return
  const lead = demoPerson(hand.demo, 'safeguarding')
  const held = strategyPlanned(new Date(at)).getTime()
  for (const [who, agencyId, part] of [['Harjit Sandiford, safeguarding lead', lead.agencyId ?? '', 'social_care'], ['Adaora Whitlock, named nurse', agencyOf(found, ROOM.health), 'health'], ['Siobhan Kerrigan-Adair, detective sergeant', agencyOf(found, ROOM.police), 'police']] as const) {
    await doAs(recordAttendance, lead, held, { meetingId, agencyId, who, part, presence: 'attended' })
  }
  await doAs(addFact, demoPerson(hand.demo, 'police'), held - 2 * HOUR, { meetingId, submissionKey: uuidOf('strategy fact police'), knownBy: '', text: 'The flat is known from two reports of noise since the summer. One of the men gave his name as Curtis Vane.', nature: 'fact', source: 'Incident log' })
  await doAs(addFact, demoPerson(hand.demo, 'health'), held - HOUR, { meetingId, submissionKey: uuidOf('strategy fact health'), knownBy: '', text: words('{She} came to the clinic in September with a man who did the talking.'), nature: 'fact', source: 'Clinic nurse' })
  const day = (days: number) => {
    const [year = '', month = '', dayOfMonth = ''] = addDaysTo(londonDay(new Date(held)), days).split('-')
    return { day: dayOfMonth, month, year }
  }
  await doAs(decideMeeting, lead, held + HOUR, {
    meetingId, version: 1, heldAt: toLondonInput(new Date(held)), section47: 'begins', section47Reasons: words('{She} {has} been harmed at the flat, the men can find {him} again, and two other girls are there.'),
    criminal: 'yes', criminalWhy: 'Two men are named and the flat is known.', immediateSafety: words('A bed at {her} aunt’s tonight. The school knows who may collect {him}.'),
    tellYoung: words('{Her} worker tells {him} tomorrow, at the aunt’s: what was decided and what happens next.'), tellParents: words('The lead tells {her} mother today by telephone.'),
    perpetrators: 'Abduction warning notices on both men; the landlord is asked about the flat.', next: 'review', nextReviewAt: toLondonInput(new Date(held + 14 * DAY)), resolvedWhy: '', withoutQuorumWhy: '',
    dissents: [{ agencyId: agencyOf(found, ROOM.school), words: words('The school would have told {her} father too.') }],
    actions: [
      { what: 'Serve abduction warning notices on both men', ownerKind: 'agency', ownerUserId: '', ownerAgencyId: agencyOf(found, ROOM.police), ownerName: '', dueOn: day(14) },
      { what: words('Offer {him} an appointment with a nurse of {her} choice'), ownerKind: 'agency', ownerUserId: '', ownerAgencyId: agencyOf(found, ROOM.health), ownerName: '', dueOn: day(12) },
    ],
  })
  await doAs(issueMinutes, lead, held + 5 * HOUR, { meetingId, version: 2 })
}
