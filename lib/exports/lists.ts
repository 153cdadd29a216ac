import type { z } from 'zod'
import type { Operation } from '../access/operation'
import { ROLE_LABELS } from '../access/roles'
import { listActions } from '../actions/queries'
import { actionListSchema } from '../actions/schema'
import { listAlerts } from '../alerts/queries'
import { alertListSchema } from '../alerts/schema'
import { listCaseload } from '../cases/queries'
import { caseListSchema } from '../cases/schema'
import { listContacts, listOwnAgencyContacts } from '../contacts/queries'
import { contactListSchema, ownContactListSchema } from '../contacts/schema'
import { auditFilterSchema, readAuditLog } from '../oversight/audit-log'
import { LEVEL_LABELS } from '../pathway/levels'
import { LEVEL_OF_NEED_LABELS } from '../pathway/need'
import { OUTCOME_LABELS } from '../pathway/routing'
import { CASE_STAGE_LABELS, CONTACT_STATE_LABELS, REFERRAL_STATE_LABELS } from '../pathway/states'
import { EXPLOITATION_LABELS } from '../pathway/words'
import { listPeople } from '../people/queries'
import { peopleListSchema } from '../people/schema'
import { referralListSchema, receivedListSchema } from '../referrals/list-schema'
import { listReferrals } from '../referrals/queries'
import { listReceived } from '../referrals/received'

/** A list as a file: the query that shows it, its filter, its pages, and its columns in the words of the screen. */
export type ListExport<I, O, R> = {
  title: string
  query: Operation<I, O>
  schema: z.ZodObject
  /** The field of the filter that turns the page, and the key of the next one. */
  turn: 'after' | 'before'
  page: (output: O) => { items: readonly R[]; next: string | null }
  columns: readonly (readonly [header: string, cell: (row: R) => string | null])[]
}

const list = <I, O, R>(given: ListExport<I, O, R>) => given as unknown as ListExport<unknown, unknown, unknown>
type Paged<R> = { items: readonly R[]; next: string | null }
/** A list whose query gives pages by key. */
const paged = <I, R>(given: Omit<ListExport<I, Paged<R>, R>, 'page' | 'turn'>) => list<I, Paged<R>, R>({ ...given, turn: 'after', page: (output) => output })

/** Every list that may be taken as a file, by the name that its address has. */
export const LISTS = {
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
  cases: paged({
    title: 'Caseload', query: listCaseload, schema: caseListSchema,
    columns: [
      ['Reference', (row) => row.reference], ['Child', (row) => row.child.name], ['Born', (row) => row.child.born], ['Stage', (row) => CASE_STAGE_LABELS[row.stage]], ['Level', (row) => (row.level ? LEVEL_LABELS[row.level] : null)],
      ['With', (row) => row.practitioner?.name ?? null], ['Opened', (row) => row.openedAt], ['Closed', (row) => row.closedAt], ['Next', (row) => row.next?.what ?? null], ['Due', (row) => row.next?.due ?? null],
    ],
  }),
  actions: paged({
    title: 'Actions', query: listActions, schema: actionListSchema,
    columns: [['About', (row) => row.about], ['What', (row) => row.what], ['Who', (row) => row.owner], ['Due', (row) => row.dueOn], ['State', (row) => row.state], ['Agreed', (row) => row.agreedAt], ['Agreed by', (row) => row.agreedBy]],
  }),
  alerts: paged({
    title: 'Alerts', query: listAlerts, schema: alertListSchema,
    columns: [['Alert', (row) => row.label], ['Why', (row) => row.why], ['Child', (row) => row.child?.name ?? null], ['Raised', (row) => row.raisedAt], ['To', (row) => row.to], ['Seen', (row) => row.acknowledged?.at ?? null], ['By', (row) => row.acknowledged?.by ?? null]],
  }),
  people: list({
    title: 'People', query: listPeople, schema: peopleListSchema, turn: 'after', page: (items) => ({ items, next: null }),
    columns: [['Name', (row) => row.name], ['E-mail', (row) => row.email], ['Role', (row) => ROLE_LABELS[row.role]], ['Agency', (row) => row.agency], ['State', (row) => (row.revoked ? 'Taken away' : 'In use')]],
  }),
  audit: list({
    title: 'Audit log', query: readAuditLog, schema: auditFilterSchema, turn: 'before', page: ({ lines, next }) => ({ items: lines, next }),
    columns: [
      ['When', (row) => row.at], ['Who', (row) => row.who], ['Role', (row) => (row.role ? ROLE_LABELS[row.role] : null)], ['Agency', (row) => row.agency], ['What', (row) => row.label], ['Refused', (row) => (row.refused ? 'Yes' : null)],
      ['Children', (row) => row.children.map(({ reference }) => reference).join('; ')], ['Record', (row) => row.record?.id ?? null], ['Rows', (row) => (row.rowCount === null ? null : String(row.rowCount))], ['From', (row) => row.address],
    ],
  }),
} as const

export type ListName = keyof typeof LISTS
export const LIST_NAMES = Object.keys(LISTS) as ListName[]
