import { ROLES, type Role } from './roles'

const yes = true
const no = false

type OneFor<T extends readonly unknown[]> = { readonly [K in keyof T]: boolean }
type Answers = OneFor<typeof ROLES>
/** One answer for each role, in the order of ROLES: leaving one out does not compile. */
const answers = (...given: Answers): Answers => given

/**
 * What each role may do (DOMAIN 4). The policies of the database decide *which rows* a permitted role reaches:
 * a practitioner's own cases, a partner's own contacts, nobody's other area.
 */
const TABLE = {
  //                                 advis edt   safeg pract catem chair partn polic licen manag audit analy admin systm
  /** one's own page, session and roles */
  'own:use':                 answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no),
  /** one's own unfinished work */
  'draft:keep':              answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  yes,  no,   no,   no),
  'contact:log':             answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  'contact:list':            answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  'contact:read':            answers(yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  no,   no,   yes,  no,   no,   no),
  'contact:decide':          answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** what one's own agency told the front door, without what came of it */
  'contact:list-own-agency': answers(no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** the change of shift between Family Connect and the Emergency Duty Team */
  'handover:read':           answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  'handover:sign':           answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** who told us, where it is to be withheld from the family; everybody else is told that it is withheld */
  'referrer:know':           answers(yes,  yes,  yes,  yes,  yes,  no,   no,   yes,  no,   no,   yes,  no,   no,   no),
  /** a call recorded on an open case: its writer, who holds the case, and those who answer for both */
  'case-note:read':          answers(yes,  yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  'child:search':            answers(yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  no,   no,   yes,  no,   no,   no),
  /** name and reference alone, to choose whose entries in the audit log to see */
  'child:identify':          answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  'child:read':              answers(yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  no,   no,   yes,  no,   no,   no),
  'child:edit':              answers(yes,  yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** records that may be one child, with what speaks for it */
  'child:match':             answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** to say that two records are not the same child */
  'child:tell-apart':        answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** to join two records of one child, and to undo what was judged of two (decision 0010) */
  'child:merge':             answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  'referral:read':           answers(yes,  yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** open an enquiry, judge what it brings and decide the route out */
  'enquiry:lead':            answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** the whole of an enquiry, every agency's entries */
  'enquiry:read':            answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** what one's own agency is asked, and its answer; the council answers through its lead and CATE manager */
  'enquiry:answer':          answers(no,   no,   yes,  no,   yes,  no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** that an enquiry is open about a child, and nothing of it */
  'enquiry:see-open':        answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** the enquiry as it came with a referral */
  'enquiry:read-snapshot':   answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  'referral:open-case':      answers(no,   no,   no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** as its receiver; for a service outside Waymark the front door writes down what it said */
  'referral:answer':         answers(yes,  yes,  yes,  no,   yes,  no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** send one on, and tell whoever told us what came of it */
  'referral:send':           answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** what was sent to one's own agency, as it was shared */
  'referral:receive':        answers(no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** choose what is shared about a child, or decide not to share */
  'sharing:decide':          answers(yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  'challenge:raise':         answers(yes,  yes,  yes,  no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  'challenge:answer':        answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  'case:read':               answers(no,   no,   yes,  yes,  yes,  yes,  no,   yes,  no,   no,   yes,  no,   no,   no),
  'case:allocate':           answers(no,   no,   no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** write and finish a risk assessment: by whoever holds the case, and the team's manager */
  'assessment:write':        answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  'assessment:read':         answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   yes,  no,   no,   no),
  /** the session log, and what was told in a session: by whoever holds the case, and the team's manager */
  'casework:write':          answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  'casework:read':           answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** as supervisor; a social-work-qualified manager (Rec 33) */
  'supervision:write':       answers(no,   no,   yes,  no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** one's own, on either side; the CATE manager the team's */
  'supervision:read':        answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** ask an agency for its own part of an assessment: whoever holds the case, the team's manager, safeguarding */
  'assessment:ask':          answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** what one's own agency is asked for an assessment, and its answer; nothing else of the assessment */
  'assessment:answer':       answers(no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** the indicators that assessments are made with: no case content */
  'indicator:manage':        answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no),
  /** actions: one's own, one's agency's, and those of the cases one sees */
  'action:read':             answers(no,   no,   yes,  yes,  yes,  yes,  yes,  yes,  no,   no,   yes,  no,   no,   no),
  'action:answer':           answers(no,   no,   yes,  yes,  yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no),
  /** agree actions at a panel, in a plan, at a meeting or a review */
  'action:agree':            answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no),
  'case-action:read':        answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   yes,  no,   no,   no),
  /** hold a review, and propose that a case closes or falls to Low */
  'review:hold':             answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  'review:read':             answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   yes,  no,   no,   no),
  /** answer such a proposal as the second agency */
  'exit:answer':             answers(no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  'case:close':              answers(no,   no,   no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** write, issue and add actions to a safety plan: by whoever holds the case, and the team's manager */
  'plan:write':              answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  'plan:read':               answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   yes,  no,   no,   no),
  /** call a strategy meeting: the lead, and those who work the case (DOMAIN 2) */
  'strategy:call':           answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  'strategy:read':           answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** write down who was there: whoever takes notes */
  'strategy:write':          answers(no,   no,   yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** say what an agency knows, or that it does not agree; an invited agency for itself */
  'strategy:say':            answers(no,   no,   yes,  yes,  yes,  no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** decide, issue the minutes and take an invitation back: the lead, who chairs */
  'strategy:decide':         answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** what one's own agency is invited to, and what it was given of the decision */
  'strategy:attend':         answers(no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** the agenda, meeting and minutes of a risk panel; a practitioner those of own cases */
  'panel:read':              answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   yes,  no,   no,   no),
  /** plan one, build its agenda and invite agencies */
  'panel:build':             answers(no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no),
  /** hold it: open, attendance, close, check and issue the minutes */
  'panel:run':               answers(no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no),
  'panel:note':              answers(no,   no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no),
  /** as the chair or the deputy of that panel */
  'panel:decide':            answers(no,   no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no),
  /** what a panel asks of one's own agency, and its answer; the council answers through its lead and CATE manager */
  'panel:answer':            answers(no,   no,   yes,  no,   yes,  no,   yes,  yes,  no,   no,   no,   no,   no,   no),
  /** the pack of one's own agency, while it is invited; whoever builds the agenda that of any invited agency */
  'panel:pack':              answers(no,   no,   yes,  no,   yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no),
  /** a conflict of interest of one's own */
  'panel:declare':           answers(no,   no,   yes,  yes,  yes,  yes,  yes,  yes,  no,   no,   no,   no,   no,   no),
  'caseload:read':           answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** open for a short time a case of the team that one neither holds nor covers, with a reason (decision 0032) */
  'record:break-glass':      answers(no,   no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** end it: whoever opened it, and the team's manager */
  'break-glass:end':         answers(no,   no,   no,   yes,  yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** what was opened so, by the reference of its case, and what the review found */
  'break-glass:list':        answers(no,   no,   yes,  no,   yes,  no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** why one was opened, and what the review says of it */
  'break-glass:read':        answers(no,   no,   yes,  no,   yes,  no,   no,   no,   no,   no,   yes,  no,   no,   no),
  'break-glass:review':      answers(no,   no,   no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** who carries how much: numbers by practitioner, no child */
  'workload:read':           answers(no,   no,   no,   no,   yes,  no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** what is late: references and dates, no child */
  'oversight:read':          answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  'figures:read':            answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  yes,  no,   no),
  /** take a list that one sees as a file (decision 0027) */
  'list:export':             answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no),
  /** bring records in from an earlier system: its report, which quotes nothing (decision 0027) */
  'import:run':              answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  'import:read':             answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** ask for a file of records that leaves Waymark; a second person lets it out, and each of the two may take it (decision 0030) */
  'release:ask':             answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  'release:answer':          answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  'release:take':            answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  'release:read':            answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** the rows behind a figure: references and dates, no child */
  'figures:rows':            answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** the report for the board, which is for the board alone */
  'figures:report':          answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** make a year’s summary public, and take it back */
  'figures:publish':         answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  'audit:read':              answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** quality audits: what was drawn and what was found, in numbers (decision 0028) */
  'quality-audit:read':      answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** draw one, give its records to auditors, and write down the talk with a provider that tells us little */
  'quality-audit:draw':      answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  /** draw again from the seed, and what providers tell us by their size */
  'quality-audit:check':     answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  /** open a record that was drawn and say what one found: those who read the whole record */
  'quality-audit:answer':    answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** say what is seen across the records of an audit */
  'quality-audit:conclude':  answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** the questions of audits, and the sizes of providers: no case content */
  'quality-audit:set-up':    answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no),
  /** the board's action plan: no case content */
  'action-plan:read':        answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes,  no,   no,   no),
  'action-plan:write':       answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no,   no),
  /** requests to see what is held about a child: those who read the whole record (decision 0029) */
  'subject-access:read':     answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** log one, take the record for it, decide what is withheld, hand the copy over */
  'subject-access:prepare':  answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no),
  /** read what another person decided, and agree or send it back */
  'subject-access:second':   answers(no,   no,   yes,  no,   no,   no,   no,   no,   no,   no,   yes,  no,   no,   no),
  /** what the system says or asks: one's own, and more for the front door and safeguarding */
  'alert:read':              answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  yes,  no,   no,   no),
  'alert:acknowledge':       answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  no,   no,   no,   no),
  'people:manage':           answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  yes),
  /** the scripts for calls that recur: no case content */
  'template:manage':         answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no),
  /** background jobs: whether they ran, and running one again */
  'jobs:manage':             answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no),
  /** later work, such as chasing what is overdue: the system's alone */
  'job:run':                 answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes),
  /** the directory of services, which holds nothing about anybody (decision 0007) */
  'service:read':            answers(yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  no,   yes,  no),
  'service:edit':            answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes,  no),
  /** set an area up: agencies, demo people, the seeded year */
  'area:seed':               answers(no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   no,   yes),
} as const satisfies Record<string, Answers>

export type Permission = keyof typeof TABLE

export const PERMISSIONS = Object.keys(TABLE) as Permission[]

/** Whether the role may do it. The default is no. */
export function may(role: Role, permission: Permission): boolean {
  return TABLE[permission][ROLES.indexOf(role)] === true
}
