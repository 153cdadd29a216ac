import type { Wanted } from './figure-view'

/** What a board asks, each on a page of its own: which figures answer it, and what cannot be answered yet. */
export type Question = { id: string; title: string; lede: string; figures: readonly Wanted[]; awaited?: readonly string[] }

export const QUESTIONS = [
  {
    id: 'who', title: 'How many and who?', lede: 'What reached the front door, how much of it is about exploitation, and the children it is about.',
    figures: [
      { figure: 'contacts', by: ['month'] }, { figure: 'exploitation', by: ['month'] }, { figure: 'children', by: ['age', 'sex', 'ethnicity', 'school'] },
      { figure: 'cate_referrals', by: ['month'] }, { figure: 'open_cases', by: ['age', 'sex', 'ethnicity'] }, { figure: 'missing_reports', by: ['screened'] },
    ],
    awaited: ['Missing episodes (who with, where, found) and children placed here by other areas: they are not kept in Waymark yet. A report of a missing child that reached the front door is.'],
  },
  {
    id: 'from', title: 'From whom?', lede: 'Who tells the front door about exploitation, and whose concerns reach the CATE team.',
    figures: [{ figure: 'exploitation_source', by: ['source_group', 'source', 'agency'] }, { figure: 'cate_referrals', by: ['source_group'] }, { figure: 'providers_low', by: ['provider_kind'] }, { figure: 'providers_talked' }],
  },
  {
    id: 'where', title: 'Where did they go?', lede: 'What was decided about each contact, and what the CATE team was sent.',
    figures: [{ figure: 'exploitation_outcome', by: ['outcome'] }, { figure: 'cate_referrals', by: ['month', 'age', 'sex', 'ethnicity'] }],
  },
  {
    id: 'on-time', title: 'Are we on time?', lede: 'What was done by its limit, of all that has been done or should have been.',
    figures: [
      { figure: 'decided_in_time', by: ['month'] }, { figure: 'acknowledged_in_time', by: ['receiver'] }, { figure: 'panel_in_time', by: ['practitioner'] },
      { figure: 'reviews_in_time', by: ['practitioner'] }, { figure: 'strategy_in_time' }, { figure: 'minutes_in_time' }, { figure: 'conferences_in_time' },
      { figure: 'actions_overdue', by: ['owner'] },
    ],
    awaited: ['Return interviews within 72 hours: missing episodes are not kept in Waymark yet.'],
  },
  {
    id: 'who-carries', title: 'Who carries what?', lede: 'Open cases by level and by practitioner, beside the board’s maximum.',
    figures: [{ figure: 'open_cases', by: ['practitioner', 'level'] }],
  },
  {
    id: 'change', title: 'What changes for children?', lede: 'Levels then and now, how long the work takes, and who comes back.',
    figures: [
      { figure: 'level_change', by: ['change'] }, { figure: 'steps', by: ['step'] }, { figure: 'closed', by: ['length', 'reason'] },
      { figure: 'referred_again' }, { figure: 'assessments', by: ['model', 'indicator'] },
    ],
  },
  {
    id: 'voice', title: 'Does the plan have their voice?', lede: 'Whether safety plans and assessments say how the young person and the parents were part of them.',
    figures: [
      { figure: 'plans', by: ['practitioner'] }, { figure: 'plan_both', by: ['practitioner'] }, { figure: 'plan_young' }, { figure: 'plan_parent' },
      { figure: 'assessment_young' }, { figure: 'assessment_parent' },
    ],
  },
  {
    id: 'partners', title: 'What do partners do?', lede: 'What each agency tells, answers and does.',
    figures: [
      { figure: 'exploitation_source', by: ['agency'] }, { figure: 'acknowledged_in_time', by: ['receiver'] }, { figure: 'enquiries_in_time', by: ['agency'] },
      { figure: 'returns_in_time', by: ['agency'] }, { figure: 'actions_overdue', by: ['owner'] },
    ],
    awaited: ['Intelligence in and fed back, disruption by tool, and criminal-justice outcomes with the reasons for ending: they are not kept in Waymark yet.'],
  },
  {
    id: 'audits', title: 'What do audits find?', lede: 'How many contacts were read by somebody who did not write them, what the readers found, and where two of them agreed.',
    figures: [
      { figure: 'contacts_audited' }, { figure: 'audit_follow_up' }, { figure: 'audit_answers', by: ['audit_question'] }, { figure: 'audits_read', by: ['audit_kind'] }, { figure: 'audit_agreed', by: ['audit_kind'] },
    ],
  },
] as const satisfies readonly Question[]

export type QuestionId = (typeof QUESTIONS)[number]['id']

export const questionOf = (id: QuestionId): Question => QUESTIONS.find((one) => one.id === id) as Question
