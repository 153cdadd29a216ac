/**
 * What an audit asks, as versioned data: a change is another version, and an answer names the set it was given to.
 * Ids are stable. Source: DOMAIN 2, Assurance (Rec 11, 23), and 3.
 */
export const AUDIT_KINDS = [
  { id: 'contacts', label: 'Exploitation contacts', one: 'contact', population: 'Contacts received in the period with exploitation a concern (yes or suspected)', strata: 'outcome' },
  { id: 'safety_plans', label: 'Safety plans: involvement', one: 'safety plan', population: 'Safety plans of which a version was issued in the period', strata: 'level of the case' },
  { id: 'assessments', label: 'Risk assessments: quality', one: 'risk assessment', population: 'Risk assessments finished in the period', strata: 'level recorded' },
  { id: 'closed_cases', label: 'Closed cases', one: 'closed case', population: 'CATE cases closed in the period', strata: 'reason for closing' },
  { id: 'break_glass', label: 'Break-glass: openings and their reviews', one: 'opening', population: 'Cases opened by breaking glass in the period', strata: 'what the review found' },
] as const
export type AuditKindId = (typeof AUDIT_KINDS)[number]['id']
export const auditKind = (id: string) => AUDIT_KINDS.find((one) => one.id === id)

/** How a question is answered: out of four and with what shows it, by a date, or in words. */
export const ANSWER_WAYS = [
  { id: 'judge', label: 'Yes, partly, no or cannot tell, with what shows it' },
  { id: 'date', label: 'A date' },
  { id: 'words', label: 'In words' },
] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]['id']

export const JUDGEMENTS = [
  { id: 'yes', label: 'Yes' },
  { id: 'partly', label: 'Partly' },
  { id: 'no', label: 'No' },
  { id: 'cannot_tell', label: 'Cannot tell from the record' },
] as const
export type Judgement = (typeof JUDGEMENTS)[number]['id']

export type AuditQuestion = { readonly id: string; readonly label: string; readonly hint: string; readonly answer: AnswerWay }

/** `ref` is 'waymark-1' for the built-in set, 'area-2' for the second of the area's own. */
export type QuestionSet = { readonly ref: string; readonly questions: readonly AuditQuestion[] }

/** What one person found: for a question to judge, which and what shows it; for a date, 'YYYY-MM-DD' or empty; or words. */
export type AuditAnswer = { readonly judgement?: Judgement; readonly on?: string | null; readonly words?: string }
export type AuditAnswers = Readonly<Record<string, AuditAnswer>>

const judge = (id: string, label: string, hint = ''): AuditQuestion => ({ id, label, hint, answer: 'judge' })
const words = (id: string, label: string, hint = ''): AuditQuestion => ({ id, label, hint, answer: 'words' })
const NOTES = words('notes', 'Notes', 'Anything else worth saying. Do not name the child, the family or a colleague')

/** The built-in sets, first version. A change of one is another version beside it, never an edit. */
const FIRST: Readonly<Record<AuditKindId, readonly AuditQuestion[]>> = {
  contacts: [
    judge('follow_up', 'Was the follow-up action taken?', 'What was decided should have happened, and not only have been sent'),
    { id: 'follow_up_on', label: 'By when was it taken?', hint: 'Leave empty where it was not taken, or the record does not say', answer: 'date' },
    judge('level_right', 'Was the level of need right?', 'On what was known then'),
    judge('child_heard', 'Was the child heard?', 'Their own words, or why they could not be asked'),
    judge('referrer_told', 'Was whoever told us told what came of it?'),
    NOTES,
  ],
  safety_plans: [
    judge('young_involved', 'Does the plan show how the young person was involved?', 'And what they said; or a reason, and what will be tried'),
    judge('parents_involved', 'Does it show how each parent was involved?', 'And what they said; or a reason'),
    judge('changed_by_them', 'Did what they said change the plan?'),
    judge('their_words', 'Would the young person recognise themselves in its words?'),
    judge('actions_owned', 'Does each action have an owner and a date?'),
    NOTES,
  ],
  assessments: [
    judge('evidence', 'Does each answer say what shows it, and from whom?'),
    judge('not_known', 'Is “not known” kept apart from “no”?'),
    judge('harm_considered', 'Where there was any sign of harm, was a strategy discussion considered and the answer given?'),
    judge('voice', 'Are the young person’s own view and the parents’ there?'),
    judge('level_explained', 'Is the level explained by what was found?'),
    NOTES,
  ],
  closed_cases: [
    judge('reduced', 'Does the record show a sustained reduction of risk?'),
    judge('agreed', 'Did the panel agree that it ends?'),
    judge('heard', 'Were the young person and the parents heard about the ending?'),
    judge('support', 'Is there a named contact, and support that goes on, past 18 too?'),
    judge('way_back', 'Does it say what would bring the case back?'),
    NOTES,
  ],
  break_glass: [
    judge('real_reason', 'Was the reason a real one?', 'Would it have convinced somebody who could be asked beforehand?'),
    judge('no_more', 'Was no more looked at than was needed?', 'The pages opened meanwhile, beside the reason given'),
    judge('in_time', 'Was it reviewed in time, by somebody else?'),
    judge('young_person_told', 'Was the young person told, where it mattered?', 'Yes also where the record says why it did not matter'),
    NOTES,
  ],
}

export function builtInQuestions(kind: AuditKindId): QuestionSet {
  return { ref: 'waymark-1', questions: FIRST[kind] }
}
