import { z } from 'zod'
import { Conflict } from '../access/errors'
import { operation } from '../access/operation'
import { loadEnquiry } from './load'
import { childrenOf } from './read'
import { takeSnapshot } from './snapshot'

/**
 * Sends a decided enquiry again with the referrals it went with, where agencies have written since: a second dated
 * snapshot beside the first. Gives how many referrals it went with. Throws NotFound, and Conflict where there is
 * nothing new.
 */
export const sendAgain = operation({
  name: 'enquiries.send-again',
  effect: 'change',
  permission: 'enquiry:lead',
  input: z.strictObject({ enquiryId: z.uuid() }),
  audit: ['enquiry.sent_again'],
  async work(asking, { enquiryId }) {
    const row = await loadEnquiry(asking, enquiryId)
    const last = row.snapshots.at(-1)?.takenAt
    if (!last) throw new Conflict('This enquiry did not go with a referral, so there is nobody to send it to.')
    const since = row.requests.flatMap(({ entries }) => entries).filter(({ at }) => at > last).length
    if (!since) throw new Conflict('No agency has written anything since it was last sent. Somebody else may have sent it already: reload the page.')
    const referrals = [...new Set(row.snapshots.map(({ referralId }) => referralId))]
    for (const referralId of referrals) await takeSnapshot(asking, row, referralId)
    return {
      output: { referrals: referrals.length },
      kind: 'enquiry.sent_again',
      facts: { record: { type: 'enquiry', id: enquiryId }, children: childrenOf(row), before: null, after: { referrals, entriesSince: since } },
    }
  },
})
