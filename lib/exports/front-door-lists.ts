import { listContacts, listOwnAgencyContacts } from '../contacts/queries'
import { contactListSchema, ownContactListSchema } from '../contacts/schema'
import { listEnquiries } from '../enquiries/list'
import { listOwnRequests } from '../enquiries/own'
import { enquiryListSchema, requestListSchema } from '../enquiries/list-schema'
import { labelOf } from '../pathway/codes'
import { HELP_KINDS } from '../pathway/services'
import { LEVEL_OF_NEED_LABELS } from '../pathway/need'
import { OUTCOME_LABELS } from '../pathway/routing'
import { CONTACT_STATE_LABELS, REFERRAL_STATE_LABELS } from '../pathway/states'
import { EXPLOITATION_LABELS } from '../pathway/words'
import { referralListSchema, receivedListSchema } from '../referrals/list-schema'
import { listReferrals } from '../referrals/queries'
import { listReceived } from '../referrals/received'
import { listServices } from '../services/queries'
import { serviceListSchema } from '../services/schema'
import { agesText } from '../services/view'
import { paged, whole } from './list-export'

/** Lists of what comes in, what is asked, and who can help. */
export const FRONT_DOOR_LISTS = {
  contacts: paged({
    title: 'Contacts', query: listContacts, schema: contactListSchema,
    columns: [
      ['Reference', (row) => row.reference], ['Received', (row) => row.receivedAt], ['How', (row) => row.channel], ['From', (row) => row.source], ['Child', (row) => row.child?.name ?? row.unidentifiedChild], ['What was said', (row) => row.gist],
      ['Exploitation', (row) => EXPLOITATION_LABELS[row.exploitation]], ['Level of need', (row) => LEVEL_OF_NEED_LABELS[row.levelOfNeed]], ['State', (row) => CONTACT_STATE_LABELS[row.state]],
      ['Decided', (row) => row.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join('; ')], ['Decision due', (row) => row.clock.due],
    ],
  }),
  'our-contacts': paged({
    title: 'Our contacts', query: listOwnAgencyContacts, schema: ownContactListSchema,
    columns: [['Reference', (row) => row.reference], ['Received', (row) => row.receivedAt], ['Told by', (row) => row.referrerName], ['What was said', (row) => row.whatWasSaid], ['State', (row) => CONTACT_STATE_LABELS[row.state]]],
  }),
  referrals: paged({
    title: 'Referrals', query: listReferrals, schema: referralListSchema,
    columns: [
      ['Contact', (row) => row.contact.reference], ['Child', (row) => row.child?.name ?? null], ['Born', (row) => row.child?.born ?? null], ['Outcome', (row) => OUTCOME_LABELS[row.outcome]], ['To', (row) => row.to],
      ['State', (row) => REFERRAL_STATE_LABELS[row.state]], ['Sent', (row) => row.sentAt], ['Sent by', (row) => row.sentBy], ['Next word due', (row) => row.next?.due ?? null],
    ],
  }),
  waiting: paged({
    title: 'Waiting for us', query: listReceived, schema: receivedListSchema,
    columns: [['About', (row) => row.about], ['State', (row) => REFERRAL_STATE_LABELS[row.state]], ['Sent', (row) => row.sentAt], ['Sent by', (row) => row.sentBy], ['Next word due', (row) => row.next?.due ?? null]],
  }),
  enquiries: paged({
    title: 'Enquiries', query: listEnquiries, schema: enquiryListSchema,
    columns: [
      ['Reference', (row) => row.reference], ['About', (row) => row.about], ['Opened', (row) => row.openedAt], ['Opened by', (row) => row.openedBy], ['Answers due', (row) => row.dueAt],
      ['Asked', (row) => String(row.asked)], ['Answered', (row) => String(row.answered)], ['Decided', (row) => (row.decided ? 'Yes' : 'No')],
    ],
  }),
  'our-enquiries': paged({
    title: 'Enquiries asked of us', query: listOwnRequests, schema: requestListSchema,
    columns: [['Reference', (row) => row.reference], ['About', (row) => row.about], ['Asked', (row) => row.askedAt], ['Due', (row) => row.dueAt], ['Answered', (row) => row.answeredAt]],
  }),
  directory: whole({
    title: 'Directory', query: listServices, schema: serviceListSchema, items: (rows) => rows,
    columns: [
      ['Name', (row) => row.name], ['Run by', (row) => row.provider], ['Help', (row) => row.help.map((kind) => labelOf(HELP_KINDS, kind)).join('; ')], ['Ages', (row) => agesText(row)], ['What it offers', (row) => row.offers], ['How to refer', (row) => row.howToRefer],
      ['Opening hours', (row) => row.openingHours], ['Phone', (row) => row.phone], ['Out of hours', (row) => row.outOfHoursPhone], ['Website', (row) => row.web], ['Address', (row) => row.address], ['Languages and access', (row) => row.access],
    ],
  }),
} as const
