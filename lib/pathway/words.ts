/** Short choices on the contact form, as stored ids with the words shown. Source: DOMAIN 2 and 3. */
export { CONCERN_GROUPS, CONCERN_TYPES, concernsOf } from './concerns'
export type { Concern, ConcernGroup, ConcernId } from './concerns'

/** How a contact came (DOMAIN 1 and 2). */
export const CHANNELS = [
  { id: 'phone', label: 'Phone' },
  { id: 'form', label: 'Online form' },
  { id: 'email', label: 'Email' },
  { id: 'in_person', label: 'In person' },
  { id: 'police_missing_report', label: 'Police missing report' },
  { id: 'other_authority', label: 'Notice from another authority' },
  { id: 'out_of_hours', label: 'Emergency Duty Team, out of hours' },
] as const
export type Channel = (typeof CHANNELS)[number]['id']

/** Whether exploitation plays a part, on the contact and on the child (DOMAIN 2). */
export const EXPLOITATION_FLAGS = ['yes', 'suspected', 'no'] as const
export type ExploitationFlag = (typeof EXPLOITATION_FLAGS)[number]

export const EXPLOITATION_LABELS: Readonly<Record<ExploitationFlag, string>> = {
  yes: 'Yes',
  suspected: 'Suspected',
  no: 'No sign so far',
}

/**
 * Models of exploitation (DOMAIN 3). The first keeps its established name in quotation marks because the
 * person is an abuser, not a boyfriend (DOMAIN 4, Words).
 */
export const MODELS_OF_EXPLOITATION = [
  { id: 'boyfriend', label: '“Boyfriend” model: an abuser who poses as a partner' },
  { id: 'peer_on_peer', label: 'Peer on peer' },
  { id: 'online', label: 'Online: images or grooming' },
  { id: 'party', label: 'Party' },
  { id: 'gang_or_group', label: 'Gang or group' },
  { id: 'organised_or_trafficked', label: 'Organised or trafficked' },
  { id: 'familial', label: 'Familial' },
  { id: 'inappropriate_relationship', label: 'An adult’s abuse of age, power or trust' },
  { id: 'not_known', label: 'Not known' },
] as const
export type ModelOfExploitation = (typeof MODELS_OF_EXPLOITATION)[number]['id']

/** Whether the child, or a parent, knows of the contact. "Not known" is not "no" (DOMAIN 2 and 3). */
export const KNOWS = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'not_known', label: 'Not known' },
] as const
export type Knows = (typeof KNOWS)[number]['id']
