import type { Actor } from '../../lib/access/actor'
import { answerEnquiry } from '../../lib/enquiries/answer'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { decideEnquiry } from '../../lib/enquiries/decide'
import { readOwnRequest } from '../../lib/enquiries/own'
import { readEnquiry } from '../../lib/enquiries/read'
import { setClock } from './clock'
import { answerForm, beginForm, routeForm } from './enquiries'
import { makeChild, makeContact } from './records'
import { request, type World } from './world'

/** When an enquiry that `opened` opens is due to be answered. */
export const DUE = '2026-11-20T10:30:00Z'

export const later = (iso: string) => setClock(new Date(iso))

/** The steps of an enquiry, each through its operation: opened by the lead, answered by an agency, decided. */
export function stepsOf(world: () => World) {
  const lead = () => world().as.safeguarding
  return {
    async opened(over: Parameters<typeof beginForm>[1] = {}) {
      const child = await makeChild(world())
      const contact = await makeContact(world(), { child })
      const { id } = await beginEnquiry.run(lead(), request(), beginForm(world(), { childId: child, contactId: contact, ...over }))
      return { id, child, contact }
    },
    whole: (id: string) => readEnquiry.run(lead(), request(), { enquiryId: id }),
    own: (who: Actor, id: string) => readOwnRequest.run(who, request(), { enquiryId: id }),
    answer: (who: Actor, id: string, entries: Parameters<typeof answerForm>[1], over = {}) => answerEnquiry.run(who, request(), answerForm(id, entries, over)),
    decide: (who: Actor, id: string, over = {}) => decideEnquiry.run(who, request(), routeForm(id, over)),
    alerts: async (record: string) => (await world().sql.query('SELECT kind, owner_role, owner_agency_id, owner_id, why FROM alert WHERE record_id = $1 ORDER BY kind, owner_agency_id', [record])).rows,
  }
}
