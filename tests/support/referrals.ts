import type { Actor } from '../../lib/access/actor'
import { decideContact } from '../../lib/contacts/decide'
import { readReferral } from '../../lib/referrals/queries'
import { readReceived } from '../../lib/referrals/received'
import { decisionForm } from './inputs'
import { makeChild, makeContact } from './records'
import { request, type World } from './world'

export type Sent = { contact: string; child: string; referral: string }
export type Row = { id: string; state: string; version: number; awaited_by: Date | null; tell_by: Date | null; to_agency_id: string | null }
type AlertRow = { kind: string; key: string; owner_id: string | null; owner_role: string | null; owner_agency_id: string | null }

/** Words that stand in one field each, to be found again wherever they went. */
export const CANARIES = { said: 'plumbago said', words: 'quillfeather words', family: 'marjoram family', told: 'Zelda Referrer' }

/** What tests of referrals do over and over, in the world that there is by then. */
export function referralsIn(world: () => World) {
  const referralsOf = async (contact: string) => (await world().sql.query<Row>('SELECT * FROM referral WHERE contact_id = $1 ORDER BY sent_at, id', [contact])).rows
  return {
    referralsOf,
    /** A contact with something in every field, decided for the school. */
    async sentToSchool(over: Parameters<typeof decisionForm>[1] = {}, told: object = {}): Promise<Sent> {
      const child = await makeChild(world(), world().a, { school: 'Brook High' })
      const contact = await makeContact(world(), {
        child, what_was_said: CANARIES.said, child_words: CANARIES.words, family_views: CANARIES.family, referrer_name: CANARIES.told, concerns: ['missing'], ...told,
      })
      await decideContact.run(world().as.advisor, request(), decisionForm(contact, {
        outcomes: ['other_service'], agencies: [world().a.agencies.school], summary: 'She needs somebody to talk to', ...over,
      }))
      return { contact, child, referral: (await referralsOf(contact))[0]?.id ?? '' }
    },
    alertsAbout: async (record: string) => (await world().sql.query<AlertRow>('SELECT * FROM alert WHERE record_id = $1 ORDER BY key', [record])).rows,
    received: (referralId: string, actor: Actor = world().as.school) => readReceived.run(actor, request(), { referralId }),
    read: (referralId: string, actor: Actor = world().as.advisor) => readReferral.run(actor, request(), { referralId }),
    school: <I, O>(operation: { run: (actor: Actor, from: ReturnType<typeof request>, input: I) => Promise<O> }, input: I) => operation.run(world().as.school, request(), input),
  }
}
