import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { recordOnCase } from '../../lib/cases/calls'
import type { caseNoteSchema } from '../../lib/contacts/schema'
import { raiseContactAlerts } from '../../lib/contacts/alerts'
import { answerScreen } from '../../lib/contacts/screen'
import { alertScreens } from '../../lib/pathway/alert-kinds'
import { demoPerson } from './demo-actors'
import { doAs, HOUR, MINUTE, officeBefore, type Hand, type In } from './hand'
import type { Found, FoundChild } from './hand-found'
import { uuidOf } from './random'
import { about } from './wording'

/** How many of the latest contacts raise what they would have raised when they were logged. */
const LATEST = 30
/** How many alerts of each kind nobody has answered yet. */
const OPEN_EACH = 3

/** What was said to those that are answered, by kind. */
const ANSWERED: Readonly<Record<string, string>> = {
  missing_screen: 'Read with what is on record and spoke to the officer: no sign at present.',
  exploitation_words: 'Read with what is on record and spoke to whoever told us: no sign at present.',
  level_of_need: 'Read. The decision stands.',
  repeat_contacts: 'Read all three together: the same worry about school each time. Early help has it.',
  shared_address: 'Two flats in one house. Nothing connects them.',
  shared_phone: 'An old number that was given out again.',
}

/** Contacts whose alerts are raised, in the order in which they came: the latest, and the last that made a third about one child. */
const findLatest = operation({
  name: 'seed.latest',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx, actor }) {
    const output = await tx.$queryRaw<{ id: string; logged_at: Date }[]>`
      WITH told AS (SELECT id, logged_at, received_at, row_number() OVER (PARTITION BY child_id ORDER BY received_at, id) AS nth, child_id FROM contact WHERE area_id = ${actor.areaId}::uuid),
      thirds AS (SELECT id, logged_at, received_at FROM told WHERE child_id IS NOT NULL AND nth = 3 AND NOT EXISTS (SELECT FROM told later WHERE later.child_id = told.child_id AND later.nth > 3) ORDER BY received_at DESC, id LIMIT 4),
      latest AS (SELECT id, logged_at, received_at FROM told ORDER BY received_at DESC, id LIMIT ${LATEST})
      SELECT DISTINCT id::text, logged_at FROM (SELECT * FROM thirds UNION SELECT * FROM latest) AS both_of_them ORDER BY logged_at, id`
    return { output, kind: 'area.counted', facts: {} }
  },
})

const raiseOf = operation({
  name: 'seed.alerts',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['area.seeded'],
  async work(asking, { contactId }) {
    await raiseContactAlerts(asking, contactId)
    return { output: undefined, kind: 'area.seeded', facts: { terms: { step: 'alerts', contactId } } }
  },
})

/** Alerts that the contacts raised and that are not answered, newest first. */
const findOpen = operation({
  name: 'seed.open-alerts',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx, actor }) {
    const output = await tx.alert.findMany({
      where: { areaId: actor.areaId, acknowledgedAt: null, kind: { in: Object.keys(ANSWERED) } },
      orderBy: [{ raisedAt: 'desc' }, { key: 'asc' }], select: { id: true, kind: true, recordId: true, raisedAt: true, version: true },
    })
    return { output, kind: 'area.counted', facts: {} }
  },
})

/** Raises what the latest contacts call for by the front door's own rules, and answers all but the last few of each kind. */
export async function alertsInHand(hand: Hand, found: Found): Promise<void> {
  const { demo, system, anchor } = hand
  for (const { id, logged_at } of (await doAs(findLatest, system, anchor.getTime(), {})) ?? []) await doAs(raiseOf, system, logged_at.getTime(), { contactId: id })
  const seen = new Map<string, number>()
  const left = new Set<string>()
  for (const alert of (await doAs(findOpen, system, anchor.getTime(), {})) ?? []) {
    const nth = (seen.get(alert.kind) ?? 0) + 1
    seen.set(alert.kind, nth)
    if (nth <= OPEN_EACH) left.add(alert.recordId)
    // one answer closes the other questions about the same contact: those of the last few stay open together
    if (nth <= OPEN_EACH || left.has(alert.recordId)) continue
    const at = Math.min(alert.raisedAt.getTime() + HOUR, anchor.getTime() - MINUTE)
    const given = { alertId: alert.id, version: alert.version }
    if (alertScreens(alert.kind)) await doAs(answerScreen, demoPerson(demo, 'advisor'), at, { ...given, exploitation: 'no', note: ANSWERED[alert.kind] ?? '' })
    else await doAs(acknowledgeAlert, demoPerson(demo, alert.kind === 'repeat_contacts' ? 'cate-manager' : 'safeguarding'), at, { ...given, note: ANSWERED[alert.kind] ?? '' })
  }
  await callsOnCases(hand, found)
}

/** Two calls about young people whose case is open: whoever holds it is told, and of danger the lead is asked. */
async function callsOnCases({ demo, system, anchor }: Hand, { held }: Found): Promise<void> {
  const end = officeBefore(anchor.getTime(), system.settings)
  const calls = [
    { minutes: 170, text: '{She} told {her} form tutor that somebody waits for {him} after school, and asked that {her} worker should know.', immediateDanger: false },
    { minutes: 50, text: 'The caller has not heard from {him} since last night and found a message from a man {she} was told to keep away from.', immediateDanger: true },
  ]
  for (const [at, call] of calls.entries()) {
    const one = held[at]
    if (one) await doAs(recordOnCase, demoPerson(demo, 'advisor'), officeBefore(end - call.minutes * MINUTE, system.settings), callOn(one.child, call, at))
  }
}

function callOn(child: FoundChild, { text, immediateDanger }: { text: string; immediateDanger: boolean }, at: number): In<typeof caseNoteSchema> {
  return {
    submissionKey: uuidOf(`call on a case ${at}`), receivedAt: '', channel: 'phone', callTemplate: '', anonymous: false, referrerName: immediateDanger ? 'Morwenna Tait' : 'Idris Calloway',
    referrerRole: immediateDanger ? 'Grandmother' : 'Head of year', referrerOrganisation: immediateDanger ? '' : 'Brindmoor High School', referrerPhone: '', referrerEmail: '', identityWithheld: false,
    sourceCode: immediateDanger ? '1A' : '2A', child: { kind: 'known', childId: child.id }, subjects: [], whatWasSaid: about(text, child.sex), childWords: '', concerns: [], schoolDaysMissed: '',
    exploitation: 'yes', immediateDanger, dangerAction: immediateDanger ? 'Police called at once; the grandmother stays by the phone.' : '', whereabouts: immediateDanger ? 'Not known' : 'In school', othersAtRisk: '',
    childKnows: immediateDanger ? 'no' : 'yes', parentsKnow: 'yes', familyViews: '', consent: 'given', consentReason: '', medicalConsent: '', medicalConsentNote: '', sharingBasis: 'public_task', sharingNote: '',
  }
}
