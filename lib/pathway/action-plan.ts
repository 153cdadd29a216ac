/** The board's action plan: what states it has, when it is late, and how a table of it is read. Source: DOMAIN 2, Assurance. */
import { formatDate } from './dates'

export const PLAN_STATUSES = [
  { id: 'not_started', label: 'Not started', open: true },
  { id: 'under_way', label: 'Under way', open: true },
  { id: 'behind', label: 'Behind', open: true },
  { id: 'done', label: 'Done', open: false },
  { id: 'not_going_on', label: 'Not going on', open: false },
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]['id']

export const MILESTONES = [
  { id: 'six_months', label: 'At 6 months', months: 6 },
  { id: 'twelve_months', label: 'At 12 months', months: 12 },
  { id: 'between', label: 'In between', months: null },
] as const
export type Milestone = (typeof MILESTONES)[number]['id']

/** The pages whose figures show whether an action had an effect. */
export const PLAN_FIGURES = [
  { id: 'all', label: 'Figures', href: '/oversight' },
  { id: 'who', label: 'How many and who?', href: '/oversight/who' },
  { id: 'from', label: 'From whom?', href: '/oversight/from' },
  { id: 'where', label: 'Where did they go?', href: '/oversight/where' },
  { id: 'on_time', label: 'Are we on time?', href: '/oversight/on-time' },
  { id: 'who_carries', label: 'Who carries what?', href: '/oversight/who-carries' },
  { id: 'change', label: 'What changes for children?', href: '/oversight/change' },
  { id: 'voice', label: 'Does the plan have their voice?', href: '/oversight/voice' },
  { id: 'partners', label: 'What do partners do?', href: '/oversight/partners' },
  { id: 'providers', label: 'Schools and housing providers that tell us little', href: '/quality-audits/providers' },
  { id: 'audits', label: 'Quality audits', href: '/quality-audits' },
] as const
export type PlanFigure = (typeof PLAN_FIGURES)[number]['id']

type Update = { readonly status: PlanStatus; readonly milestone: Milestone; readonly newDue: string | null }
/** A row with its updates, the earliest first. Days are 'YYYY-MM-DD'. */
export type PlanRow = { readonly dueOn: string; readonly addedOn: string; readonly updates: readonly Update[] }

export const statusOf = ({ updates }: PlanRow): PlanStatus => updates.at(-1)?.status ?? 'not_started'

/** When it is due: the last date that was agreed. */
export const dueOf = ({ dueOn, updates }: PlanRow): string => updates.findLast(({ newDue }) => newDue)?.newDue ?? dueOn

const isOpen = (row: PlanRow) => PLAN_STATUSES.find(({ id }) => id === statusOf(row))?.open === true

/** Whether it is past its date and neither done nor ended. It may be done on the day itself. */
export const isOverdue = (row: PlanRow, today: string): boolean => isOpen(row) && dueOf(row) < today

/** The updates at 6 and 12 months that are wanted by now and are not there; none of what has ended. */
export function updatesWanted(row: PlanRow, today: string): Milestone[] {
  if (!isOpen(row)) return []
  return MILESTONES.filter(({ id, months }) => months !== null && monthsAfter(row.addedOn, months) <= today && !row.updates.some(({ milestone }) => milestone === id)).map(({ id }) => id)
}

/** So many months after a day, 'YYYY-MM-DD'; the month's last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Why a status cannot be said so; null where it can. What is done says what shows it. */
export function statusProblem(status: PlanStatus, evidence: string): string | null {
  return status === 'done' && !evidence ? 'Say what shows that it is done' : null
}

export const dueText = (row: PlanRow): string => {
  const due = dueOf(row)
  return due === row.dueOn ? formatDate(due) : `${formatDate(due)} (was ${formatDate(row.dueOn)})`
}
