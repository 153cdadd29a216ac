import { z } from 'zod'
import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { Invalid } from '../access/errors'
import { may } from '../access/permissions'
import type { Fact } from './definitions'

/** What figures can be narrowed to (DOMAIN 6): one of these at a time. `words` say what counts as theirs. */
export const ONLY_BY = [
  { id: 'practitioner', label: 'Practitioner', group: 'Practitioners', words: 'Open cases that they held as the period ended; everything else of the cases that they hold now, or held when the case was closed.' },
  { id: 'team', label: 'Team', group: 'Teams', words: 'The cases of those who are in the team now, and referrals that were sent to it.' },
  { id: 'agency', label: 'Agency', group: 'Agencies', words: 'What the agency told the front door and what came of it, what it was sent and asked for, and the actions that are its own.' },
  { id: 'school', label: 'School', group: 'Schools that children go to', words: 'The children whose record names the school now, and everything about them.' },
] as const
export type OnlyBy = (typeof ONLY_BY)[number]['id']

/** Whom or what figures are narrowed to, by id. A school's id is made of its name, which is typed on a child's record. */
export type Only = { by: OnlyBy; id: string }

/** 'practitioner.0191…' of an address. */
export const onlySchema = z
  .string()
  .regex(/^(practitioner|team|agency|school)\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Choose from the list')
  .transform((text): Only => {
    const [by = '', id = ''] = text.split('.')
    return { by: by as OnlyBy, id }
  })

const OF_A_CASE: readonly OnlyBy[] = ['practitioner', 'team', 'school']

/** What each fact can be narrowed to: `figure_condition` of the database answers for the same. */
export const NARROWED: Readonly<Record<Fact, readonly OnlyBy[]>> = {
  contact: ['agency', 'school'], child: ['agency', 'school'], cate_referral: ['team', 'agency', 'school'], referral: ['team', 'agency', 'school'],
  case: OF_A_CASE, panel: OF_A_CASE, closed: OF_A_CASE, level: OF_A_CASE, review: OF_A_CASE, strategy: OF_A_CASE, conference: OF_A_CASE,
  assessment: OF_A_CASE, model: OF_A_CASE, indicator: OF_A_CASE, action: [...OF_A_CASE, 'agency'], return: ['agency'], enquiry: ['agency'], seen: [],
  audited: [], audit_item: [], audit_answer: [], missing_report: [], provider: [],
}

export type Choice = { by: OnlyBy; id: string; name: string }

/** Whom and what figures can be narrowed to, by name; nothing for whoever may not open the rows behind them. */
export async function choicesOf(tx: Tx, actor: Actor): Promise<Choice[]> {
  return may(actor.role, 'figures:rows') ? tx.$queryRaw<Choice[]>`SELECT only_by AS by, id, name FROM figure_choices()` : []
}

export type OnlyGroup = { label: string; options: { value: string; label: string }[] }

/** The choices as a list groups them, each with its value in an address. */
export function groupsOf(choices: readonly Choice[]): OnlyGroup[] {
  return ONLY_BY.map(({ id, group }) => ({ label: group, options: choices.filter(({ by }) => by === id).map((one) => ({ value: `${id}.${one.id}`, label: one.name })) })).filter(({ options }) => options.length)
}

/**
 * The one that was chosen. Throws Invalid where it is none of the area's, and for an analyst: a number for everybody
 * less those for some would give back what is withheld.
 */
export function chosen(choices: readonly Choice[], only: Only | undefined): Choice | null {
  if (!only) return null
  const found = choices.find(({ by, id }) => by === only.by && id === only.id)
  if (!found) throw new Invalid({ only: 'Choose from the list' })
  return found
}
