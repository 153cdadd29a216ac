import { nextWordDue } from '../../lib/pathway/referral-clock'
import { DEFAULT_SETTINGS } from '../../lib/pathway/settings'
import { concernsOf } from '../../lib/pathway/words'
import { agencyId } from './agencies'
import { DAY, evenly } from './calendar'
import { iso } from './contacts'
import { Random } from './random'
import type { Maker } from './maker'
import type { ChildRow, ContactRow, MoveRow, ReferralRow, SharingRow } from './rows'

/** The agencies whose people the demo's sign-in page names, in the order of the tour. */
const ANSWERING = ['Brindmoor High School', 'Wrenmoor Community Health Trust', 'Wrenmoor Hearth Homes']
/** How many of the latest wait for each of them. */
const EACH = 2
/** And how many, spread over those days, where the agencies have answered some. */
const EACH_IN_HAND = 4
/** The clocks begin with the latest: what is older is from before referrals were followed up. */
const FOLLOWED_DAYS = 2
/** How far back those of the agencies may lie: some are overdue. */
const RECENT_DAYS = 9

type Made = { moves: MoveRow[]; sharings: SharingRow[] }

/**
 * Follows up the last referrals of a year: sends some to the agencies that sign in, with what was shared, and
 * starts the clocks of those that wait. Changes the rows it is given.
 */
export function followUp(make: Maker, referrals: readonly ReferralRow[], contacts: readonly ContactRow[], children: readonly ChildRow[], inHand: boolean): Made {
  const { area, calendar } = make
  const random = new Random(`${area.code} follow up`)
  const anchor = calendar.anchor.getTime()
  const since = (row: ReferralRow) => anchor - Date.parse(row.sent_at)
  const waits = (row: ReferralRow) => row.state === 'sent' || row.state === 'acknowledged'
  const made: Made = { moves: [], sharings: [] }
  for (const row of referrals) if (row.state === 'closed' && row.responded_at) row.closed_at = iso(Math.min(Date.parse(row.responded_at) + 6 * DAY, anchor - DAY / 24))
  const followed = referrals.filter((row) => waits(row) && (row.outcome === 'cate' || since(row) < FOLLOWED_DAYS * DAY))
  const fitting = area.code === 'WRN' ? referrals.filter((row) => waits(row) && row.child_id && row.to_service && since(row) < RECENT_DAYS * DAY) : []
  const forAgencies = inHand ? evenly(fitting, ANSWERING.length * EACH_IN_HAND) : fitting.slice(-ANSWERING.length * EACH)
  for (const row of new Set([...followed, ...forAgencies])) startClock(row)
  forAgencies.forEach((row, at) => {
    const contact = contacts.find(({ id }) => id === row.contact_id)
    const child = children.find(({ id }) => id === row.child_id)
    const receiver = ANSWERING[at % ANSWERING.length]
    if (!contact || !child || !receiver) return
    row.to_service = null
    row.to_agency_id = agencyId(area.code, receiver)
    made.moves.push({
      area_id: area.id, id: random.uuid(Date.parse(row.sent_at)), referral_id: row.id, from_state: null, to_state: 'sent', at: row.sent_at, by_id: row.sent_by_id, words: null, said_by: null,
    })
    row.state = 'sent'
    row.acknowledged_at = null
    row.version = 1
    startClock(row)
    made.sharings.push(sharingOf(random, row, { contact, child, receiver }))
  })
  return made
}

function startClock(row: ReferralRow): void {
  if (row.state === 'acknowledged') row.acknowledged_at = row.responded_at ?? row.acknowledged_at
  row.responded_at = null
  row.responded_by_id = null
  const sentAt = new Date(row.sent_at)
  row.awaited_by = nextWordDue(row.state, { sentAt, since: sentAt }, DEFAULT_SETTINGS)?.toISOString() ?? null
}

function sharingOf(random: Random, row: ReferralRow, { contact, child, receiver }: { contact: ContactRow; child: ChildRow; receiver: string }): SharingRow {
  const concerns = concernsOf(contact.concerns).map(({ label }) => label).join(', ')
  return {
    area_id: row.area_id, id: random.uuid(Date.parse(row.sent_at)), child_id: row.child_id, contact_id: row.contact_id, referral_id: row.id, receiver,
    to_agency_id: row.to_agency_id, shared: true, purpose: 'help', basis: 'public_task', reason: 'They see this young person and can act soonest.', at: row.sent_at, by_id: row.sent_by_id,
    items: [
      { id: 'summary', label: 'What they need to know', value: row.summary },
      { id: 'reference', label: 'Our reference', value: contact.reference },
      { id: 'name', label: 'Name', value: `${child.given_name} ${child.family_name}` },
      ...(concerns ? [{ id: 'concerns', label: 'Concerns', value: concerns }] : []),
    ],
    left_out: ['what_was_said', ...(contact.anonymous ? [] : ['who_told_us'])],
  }
}
