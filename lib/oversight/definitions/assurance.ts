import type { Definition } from './definition'

/** Figure 9 of DOMAIN 6: what audits found, and who tells us little. */
export const ASSURANCE = {
  contacts_audited: {
    title: 'Exploitation contacts audited', fine: true, unit: 'contacts', at: 'in', fact: 'audited', by: [],
    share: { flag: 'read', of: 'exploitation contacts received in the period' },
    words: 'Of the exploitation contacts that were received in the period, those that were drawn for a quality audit and have been read. The board asks for one in ten (Rec 23).',
  },
  audits_read: {
    title: 'Drawn records that were read', fine: true, unit: 'records', at: 'in', fact: 'audit_item', by: ['audit_kind'],
    share: { flag: 'read', of: 'records drawn for audits in the period' },
    words: 'Of the records of audits that were drawn in the period, those that somebody has read and answered for.',
  },
  audit_follow_up: {
    title: 'Audited contacts whose follow-up was taken', fine: true, unit: 'contacts', at: 'in', fact: 'audit_answer', among: ['told', 'follow_up'], by: [],
    share: { flag: 'yes', of: 'audited contacts whose record could tell' },
    words: 'Of the contacts that were audited in the period, and whose record could tell, those where the reader found that the follow-up action was taken (Rec 23).',
  },
  audit_answers: {
    title: 'What audits found', unit: 'answers', at: 'in', fact: 'audit_answer', among: ['told'], by: ['audit_question'],
    share: { flag: 'yes', of: 'answers of audits in the period where the record could tell' },
    words: 'Of the questions that first readers answered in the period by yes, partly or no, those answered by yes. What the record could not tell is in no share.',
  },
  audit_agreed: {
    title: 'Questions on which two readers agreed', fine: true, unit: 'answers', at: 'in', fact: 'audit_answer', among: ['twice'], by: ['audit_kind'],
    share: { flag: 'alike', of: 'questions that a second reader judged too' },
    words: 'Of the questions that were first answered in the period and that a second person judged too without seeing the first answer, those that both judged alike.',
  },
  providers_low: {
    title: 'Schools and housing providers that refer little', fine: true, unit: 'providers', at: 'in', fact: 'provider', among: ['sized'], by: ['provider_kind'],
    share: { flag: 'low', of: 'schools and housing providers whose size is known' },
    words: 'Of the schools and housing providers whose size is known, those that told the front door of fewer exploitation contacts in the period than their size would have us expect, and by chance alone fewer than 1 time in 20 (Rec 19, 26). It begins a conversation and proves nothing.',
  },
  providers_talked: {
    title: 'Of those, talked with since', fine: true, unit: 'providers', at: 'in', fact: 'provider', among: ['low'], by: ['provider_kind'],
    share: { flag: 'talked', of: 'providers that refer little' },
    words: 'Of the schools and housing providers that refer little, those with which somebody has talked about it since the period began.',
  },
} as const satisfies Record<string, Definition>
