import type { Asking } from '../access/operation'
import type { OverdueRow } from '../action-plan/overdue'
import type { CaseSummary } from '../cases/view'
import type { PractitionerLoad } from '../cases/workload'
import type { ContactSummary } from '../contacts/view'
import type { ClockState } from '../pathway/clocks'
import type { Figures } from '../oversight/figures'
import type { LateItem } from '../oversight/late'
import type { Ahead } from '../panels/ahead'
import type { OpenAccess } from '../subject-access/count'
import type { Caseload } from '../pathway/caseload'

// eslint-disable-next-line @typescript-eslint/no-namespace -- the pages of one screen, read as Today.FrontDoor
export declare namespace Today {
  /** A contact whose decision is late or close to its limit, and who wrote it down. */
  type Pressing = { id: string; reference: string; due: string; state: ClockState; waited: string; loggedBy: string }
  /** Enquiries that wait for the answer of one's own agency, and how many of them are late. */
  type Enquiries = { waiting: number; late: number }
  type FrontDoor = {
    kind: 'front_door'
    waiting: ContactSummary[]
    counts: { waiting: number; late: number; loggedToday: number; referralsWaiting: number; alerts: number }
    /** For the safeguarding lead: what is late or close, the longest first, and how many there are. */
    pressing: { items: Pressing[]; count: number } | null
    /** For the safeguarding lead: open enquiries, those with an answer that is late, and those that ask her own agency. */
    enquiries: (Enquiries & { open: number; overdue: number }) | null
    /** For the safeguarding lead: requests to see a record; null where none is open. */
    access: OpenAccess | null
    drafts: { id: string; savedAt: string; about: string }[]
  }
  type Practitioner = { kind: 'practitioner'; cases: CaseSummary[]; load: Caseload }
  type WaitingReferral = { id: string; sentAt: string; waited: string; child: string; contact: string }
  type CateManager = { kind: 'cate_manager'; referrals: WaitingReferral[]; unallocated: CaseSummary[]; late: CaseSummary[]; team: PractitionerLoad[]; alerts: number; enquiries: Enquiries; /** Answers that panels wait for from the council, and panels to come. */ asked: Enquiries; ahead: Ahead }
  type Chair = { kind: 'panel_chair'; cases: CaseSummary[]; ahead: Ahead }
  type Partner = { kind: 'partner'; agency: string; waiting: number; late: number; contacts: number; open: number | null; enquiries: Enquiries; /** Parts of risk assessments that it is asked for. */ parts: Enquiries; /** Answers that risk panels wait for. */ asked: Enquiries }
  type Manager = { kind: 'manager'; figures: Figures; late: LateItem[]; /** Rows of the action plan past their date. */ plan: OverdueRow[]; team: PractitionerLoad[] }
  type Auditor = { kind: 'auditor'; figures: Figures; late: LateItem[]; plan: OverdueRow[]; /** Records of audits that are given to them to read. */ toRead: number; eventsToday: number; access: OpenAccess | null }
  type Analyst = { kind: 'analyst'; figures: Figures }
  type Licensing = { kind: 'licensing' }
  type Admin = { kind: 'admin'; people: number; agencies: number }
  type Page = FrontDoor | Practitioner | CateManager | Chair | Partner | Manager | Auditor | Analyst | Licensing | Admin

  /** A page, the rows it shows and the children they are about. */
  type Made = { page: Page; rows: string[]; children: string[] }
  type Maker = (asking: Asking) => Promise<Made>
}
