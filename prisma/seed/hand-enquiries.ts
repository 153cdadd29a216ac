import { answerEnquiry } from '../../lib/enquiries/answer'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { decideEnquiry } from '../../lib/enquiries/decide'
import { moveTime } from '../../lib/enquiries/move-time'
import { remindAgencies } from '../../lib/enquiries/remind'
import type { answerSchema } from '../../lib/enquiries/schema'
import { toLondonInput } from '../../lib/dates'
import { formatDate } from '../../lib/pathway/dates'
import { addDaysTo, londonDay } from '../../lib/pathway/london'
import { enquiryDue } from '../../lib/pathway/enquiry'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, MINUTE, officeBefore, type Hand, type In } from './hand'
import { agencyOf, type Found, type FoundChild } from './hand-found'
import { uuidOf } from './random'
import { about } from './wording'

const ROOM = { police: 'Tarn Valley Police', health: 'Wrenmoor Community Health Trust', school: 'Brindmoor High School', housing: 'Wrenmoor Hearth Homes' } as const
type Agency = keyof typeof ROOM
type Entry = In<typeof answerSchema>['entries'][number]

type Plan = {
  /** A name of its own, so that a run that is taken up again makes it once. */
  readonly key: string
  readonly child: FoundChild
  readonly contactId: string
  readonly at: number
  readonly told: string
  readonly question: string
  readonly besides?: Partial<Record<Agency, string>>
}

/**
 * Three enquiries of the safeguarding lead: one that agencies are answering, one that is overdue and whose time was
 * moved once, and one that went with its referral.
 */
export async function enquiriesInHand(hand: Hand, found: Found): Promise<void> {
  const end = officeBefore(hand.anchor.getTime(), hand.system.settings)
  const office = (instant: number) => officeBefore(instant, hand.system.settings)
  const [first, second] = found.concerns
  const [held] = found.cases
  if (first?.child) {
    const at = office(end - 3 * HOUR)
    await answered(hand, found, { key: 'open', child: first.child, contactId: first.id, at, told: '{She} was seen twice in a silver car with an older man.', question: 'What do you know of {her} and of the man since September?', besides: { school: 'Has {she} missed days?' } }, [
      ['police', Math.max(at, office(end - 40 * MINUTE)), [
        entry({ daysAgo: 9, text: 'A silver car with two girls in it was stopped near the bus station after eleven at night. The driver gave his name as Curtis Vane.', source: 'Stop record', topic: 'last_seen', topicValue: 'Bus station, Kiln Street' }, at),
        entry({ daysAgo: 30, text: 'Named by another young person as somebody who “has a flat where you can stay”.', nature: 'opinion', source: 'Officer on the beat', caveat: 'police_only', askWhom: 'Detective Sergeant Amory, Tarn Valley Police' }, at),
      ]],
      ['health', Math.max(at, office(end - 15 * MINUTE)), [
        entry({ daysAgo: 16, text: 'Came to the clinic with a man who did the talking and gave his name as Curtis Vane.', source: 'Clinic nurse', topic: 'phone', topicValue: '07700 900 461' }, at),
      ]],
    ])
  }
  if (second?.child) {
    const at = office(end - 6 * DAY)
    const plan: Plan = { key: 'overdue', child: second.child, contactId: second.id, at, told: '{She} has been away from home three times this month and does not say where.', question: 'Where is {she} known to go, and with whom?' }
    const id = await answered(hand, found, plan, [['health', at + HOUR, []]])
    const was = enquiryDue(new Date(at), hand.system.settings)
    const later = enquiryDue(was, hand.system.settings)
    if (id) await doAs(moveTime, demoPerson(hand.demo, 'safeguarding'), at + 2 * HOUR, { enquiryId: id, was: was.toISOString(), newDueAt: toLondonInput(later), reason: 'The school is closed for training tomorrow.' })
  }
  if (held) {
    const at = office(end - 9 * DAY)
    const due = enquiryDue(new Date(at), hand.system.settings).getTime()
    // all of them in time, in office hours, and before it is decided
    const before = (hours: number) => Math.max(at, office(due - hours * HOUR))
    const id = await answered(hand, found, { key: 'decided', child: held.child, contactId: held.referral?.contactId ?? '', at, told: '{She} works with the CATE team since this month. A young man waits for {him} outside school.', question: 'What do you know of {her} friends and of where {she} spends the evenings?' }, [
      ['police', before(4), [entry({ daysAgo: 20, text: 'Reported missing and found at the arcade on Loom Street with two older boys.', source: 'Missing person report', topic: 'last_seen', topicValue: 'Arcade, Loom Street' }, at)]],
      ['school', before(3), [entry({ daysAgo: 12, text: 'Leaves at lunch with a boy of about nineteen in a black hatchback. Friends call him Tez.', source: 'Head of year' }, at), entry({ approximately: 'Since half-term', text: 'Quieter, tired in the mornings, and sits alone.', nature: 'opinion', source: 'Form tutor' }, at)]],
      ['housing', before(2), []],
      ['health', before(1), [entry({ daysAgo: 25, text: 'Spoke to the school nurse about sleeping badly. Asked that it be treated with care.', source: 'School nurse', caveat: 'not_for_family', askWhom: 'Named nurse, Wrenmoor Community Health Trust' }, at)]],
    ])
    if (id) await doAs(decideEnquiry, demoPerson(hand.demo, 'safeguarding'), due + 30 * MINUTE, { enquiryId: id, version: 1, route: 'cate', service: '', summary: 'Four agencies answered. Start from what the school sees at lunch.', reasons: 'Police and school describe the same pattern; the CATE worker needs all of it.' })
  }
  await doAs(remindAgencies, hand.system, hand.anchor.getTime(), {})
}

/** Opens an enquiry and lets agencies answer it; an empty list is 'nothing known'. Gives its id; null where an earlier run went past it. */
async function answered(hand: Hand, found: Found, { key, child, contactId, at, besides = {}, ...plan }: Plan, answers: readonly (readonly [Agency, number, readonly Entry[]])[]): Promise<string | null> {
  const words = (text: string) => about(text, child.sex)
  const born = child.dateOfBirth ? formatDate(child.dateOfBirth) : ''
  const begun = await doAs(beginEnquiry, demoPerson(hand.demo, 'safeguarding'), at, {
    submissionKey: uuidOf(`enquiry ${key}`), subject: 'child', childId: child.id, contactId, personName: '', personDetails: '',
    subjectLine: `${child.givenName} ${child.familyName}${born ? `, born ${born}` : ''}`, told: words(plan.told), question: words(plan.question),
    agencyIds: Object.values(ROOM).map((name) => agencyOf(found, name)),
    besides: Object.entries(besides).map(([agency, text]) => ({ agencyId: agencyOf(found, ROOM[agency as Agency]), text: words(text) })),
    dueAt: toLondonInput(enquiryDue(new Date(at), hand.system.settings)),
  })
  if (!begun) return null
  for (const [agency, when, entries] of answers) {
    await doAs(answerEnquiry, demoPerson(hand.demo, agency), when, {
      enquiryId: begun.id, submissionKey: uuidOf(`answer ${key} ${agency}`), answer: entries.length ? 'entries' : 'nothing_known', entries: [...entries],
    })
  }
  return begun.id
}

/** An entry about a day so long before the enquiry, or about no certain day. */
function entry({ daysAgo, ...over }: Partial<Entry> & { daysAgo?: number; text: string; source: string }, at: number): Entry {
  const [year = '', month = '', day = ''] = daysAgo === undefined ? [] : addDaysTo(londonDay(new Date(at)), -daysAgo).split('-')
  return { day: { day, month, year }, approximately: '', nature: 'fact', topic: '', topicValue: '', caveat: 'none', caveatFor: [], askWhom: '', ...over }
}
