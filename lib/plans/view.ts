import type { SafetyPlanInvolvement, SafetyPlanVersion } from '../database/models'
import { dayOf } from '../children/view'
import type { Involvement, PlanState, SectionId } from '../pathway/plan'

export type InvolvementView = Involvement & { name: string; withheld: boolean }

/** One version of a plan, as it was saved or issued. */
export type VersionView = {
  number: number
  at: string
  by: string
  state: PlanState
  sections: Partial<Record<SectionId, string>>
  withheld: string[]
  involvement: InvolvementView[]
  /** 'YYYY-MM-DD' */
  reviewOn: string | null
  agreedWith: string
  copiedTo: string
  /** Ids of the parts that differ from the version before it: a section, 'involvement', 'reviewOn', ... */
  changed: string[]
  note: string
}

export const versionInclude = { by: { select: { name: true } }, involvement: { orderBy: { id: 'asc' } } } as const
export type VersionRow = SafetyPlanVersion & { by: { name: string }; involvement: SafetyPlanInvolvement[] }

export function viewVersion(row: VersionRow, state: PlanState): VersionView {
  return {
    number: row.number,
    at: row.at.toISOString(),
    by: row.by.name,
    state,
    sections: row.sections as VersionView['sections'],
    withheld: row.withheld,
    involvement: row.involvement.map(({ party, name, involved, how, on, words, whyNot, willTry, withheld }) => ({
      party, name, involved: involved === null ? '' : involved ? 'yes' : 'no', how, on: dayOf(on), words, whyNot, willTry, withheld,
    })),
    reviewOn: dayOf(row.reviewOn),
    agreedWith: row.agreedWith,
    copiedTo: row.copiedTo,
    changed: row.changed,
    note: row.note,
  }
}
