import type { Definition } from './definition'

const CONCERN = 'An exploitation contact is one where a person recorded exploitation as yes or suspected.'

/** Figures 1 to 3 of DOMAIN 6. A contact belongs to the London day on which it was received. */
export const FRONT_DOOR = {
  contacts: {
    title: 'Contacts', unit: 'contacts', at: 'in', fact: 'contact', by: ['month'],
    words: 'Every contact that was received in the period, whatever it was about. A call about a child with an open case is recorded on the case and is not a contact.',
  },
  exploitation: {
    title: 'Exploitation contacts', unit: 'contacts', at: 'in', fact: 'contact', by: ['month'],
    share: { flag: 'exploitation', of: 'contacts received in the period' },
    words: `Contacts of the period where exploitation is a concern, as a share of all contacts of the same period. ${CONCERN}`,
  },
  children: {
    title: 'Children they are about', unit: 'children', at: 'in', fact: 'child', by: ['sex', 'age', 'ethnicity', 'school'],
    words: 'Children named in the period’s exploitation contacts, each once however many contacts there were. Records that were judged to be one child are one. Age is that on the day of the first of those contacts.',
  },
  exploitation_source: {
    title: 'Where exploitation contacts came from', unit: 'contacts', at: 'in', fact: 'contact', among: ['exploitation'], within: [], by: ['source_group', 'source', 'agency'],
    words: `Exploitation contacts of the period by who told us. ${CONCERN} Local authority is every source coded 5; housing counts as other, because the code does not tell council landlords from associations.`,
  },
  exploitation_outcome: {
    title: 'Where exploitation contacts went', unit: 'contacts', at: 'in', fact: 'contact', among: ['exploitation'], within: [], by: ['outcome'],
    words: 'Exploitation contacts of the period by what was decided. Each is counted once, under the highest of its outcomes: progressed (CATE or safeguarding), another agency, information and advice.',
  },
  decided_in_time: {
    title: 'Decided within one working day', unit: 'contacts', at: 'in', fact: 'contact', among: ['decided'], within: [], by: ['month'],
    share: { flag: 'in_time', of: 'contacts received in the period and decided' },
    words: 'Of the contacts that were received in the period and have been decided, those decided by the same London time on the next working day after receipt. One that came outside office hours counts from the next opening.',
  },
  missing_reports: {
    title: 'Missing reports', unit: 'reports', at: 'in', fact: 'missing_report', by: ['screened'],
    words: 'Reports of a missing child that reached the front door in the period, by what somebody answered when asked whether exploitation is a concern. Every one of them is asked about.',
  },
} as const satisfies Record<string, Definition>
