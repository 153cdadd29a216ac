import { AGE_BANDS, ageBand } from '../../pathway/age'
import { AUDIT_KINDS } from '../../pathway/audit-questions'
import { CLOSURE_REASONS, ETHNICITY_GROUPS, ethnicityGroup, labelOf, SEXES, SOURCE_GROUPS, sourceGroup, SOURCES, type Labelled } from '../../pathway/codes'
import { MODELS } from '../../pathway/indicators'
import { LEVELS, LEVEL_LABELS } from '../../pathway/levels'
import { PROVIDER_KINDS } from '../../pathway/low-referrers'
import { REPORTED_OUTCOMES, REPORTED_OUTCOME_LABELS } from '../../pathway/routing'

/** What the database has a row for: `fact_<name>` of the migrations `oversight` and `audit_facts`; a provider is reckoned in `provider-facts`. */
export type Fact =
  | 'contact' | 'child' | 'cate_referral' | 'case' | 'panel' | 'closed' | 'level' | 'review' | 'referral' | 'action'
  | 'strategy' | 'conference' | 'assessment' | 'model' | 'indicator' | 'return' | 'enquiry' | 'seen'
  | 'audited' | 'audit_item' | 'audit_answer' | 'missing_report' | 'provider'

type Entry = { id: string; label: string }

export type Dimension = {
  header: string
  /** A column of the fact. */
  column: string
  /** The part that a value of the column belongs to; the value itself unless said. */
  group?: (value: string) => string
  /** The parts that are always shown, in their order; others stand after them. */
  parts?: readonly Entry[]
  /** The words for a part that is not among them. */
  label?: (part: string) => string
  /** Names that the area keeps: looked up by id. */
  named?: 'practitioner' | 'agency' | 'indicator' | 'audit_question'
  /** In the order of their ids, or the greatest number first; in that of `parts` unless said. */
  order?: 'id' | 'number'
  /** Where it has rows of its own: one assessment has several. */
  fact?: Fact
  /**
   * Left out where small numbers are withheld: it names people or places, or stands so near another breakdown (the
   * sources within a source group) that the two together would give back what each withholds.
   */
  fine?: true
}

const entries = (set: readonly Labelled[]): Entry[] => set.map((one) => ({ id: one.code ?? one.id ?? '', label: one.label }))
const NOT_ASSESSED = { id: 'not_assessed', label: 'Not yet assessed' }
const levels = [...LEVELS.toReversed().map((id) => ({ id, label: LEVEL_LABELS[id] })), NOT_ASSESSED]

const LENGTHS = [
  { id: '0', label: 'Under 3 months', weeks: 13 },
  { id: '13', label: '3 to 6 months', weeks: 26 },
  { id: '26', label: '6 to 12 months', weeks: 52 },
  { id: '52', label: 'One to two years', weeks: 104 },
  { id: '104', label: 'Two years and more', weeks: Infinity },
] as const

const month = (part: string) => new Date(`${part}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** What figures can be broken down by. */
export const DIMENSIONS = {
  month: { header: 'Month', column: 'month', label: month, order: 'id' },
  source_group: { header: 'Source group', column: 'source', group: sourceGroup, parts: entries(SOURCE_GROUPS) },
  source: { fine: true, header: 'Source', column: 'source', label: (part: string) => labelOf(SOURCES, part), order: 'number' },
  outcome: {
    header: 'Outcome', column: 'outcome',
    parts: [...REPORTED_OUTCOMES.map((id) => ({ id, label: REPORTED_OUTCOME_LABELS[id] })), { id: 'undecided', label: 'Waiting for a decision' }],
  },
  agency: { fine: true, header: 'Agency', column: 'agency', named: 'agency', label: () => 'Not an agency of this area', order: 'number' },
  school: { fine: true, header: 'School', column: 'school', label: (part: string) => (part === 'not_known' ? 'Not known' : part), order: 'number' },
  sex: { header: 'Sex', column: 'sex', parts: entries(SEXES) },
  ethnicity: { header: 'Ethnicity', column: 'ethnicity', group: ethnicityGroup, parts: entries(ETHNICITY_GROUPS) },
  age: { header: 'Age', column: 'age', group: (value: string) => ageBand(value === 'not_known' ? null : Number(value)), parts: AGE_BANDS },
  level: { header: 'Level', column: 'level', parts: levels },
  change: {
    header: 'Level now beside the first', column: 'change',
    parts: [{ id: 'lower', label: 'Lower than at first' }, { id: 'same', label: 'The same' }, { id: 'higher', label: 'Higher than at first' }],
  },
  step: {
    header: 'Step', column: 'step',
    parts: [{ id: 'first', label: 'First level' }, { id: 'up', label: 'Step up' }, { id: 'same', label: 'Stayed' }, { id: 'down', label: 'Step down' }],
  },
  practitioner: { fine: true, header: 'Practitioner', column: 'practitioner', named: 'practitioner', label: () => 'Not allocated', order: 'number' },
  length: { header: 'Length of work', column: 'weeks', group: (value: string) => LENGTHS.find(({ weeks }) => Number(value) < weeks)?.id ?? '104', parts: LENGTHS },
  reason: { header: 'Reason for closing', column: 'reason', label: (part: string) => labelOf(CLOSURE_REASONS, part), order: 'number' },
  receiver: { fine: true, header: 'Sent to', column: 'receiver', label: (part: string) => (part === 'not_known' ? 'Not known' : part), order: 'number' },
  owner: { fine: true,
    header: 'Owner', column: 'owner', order: 'number',
    label: (part: string) => ({ young_person: 'The young person', family: 'The family', other: 'Somebody outside Waymark', person: 'Somebody without an agency' })[part] ?? part,
  },
  model: { header: 'Kind of exploitation', column: 'model', fact: 'model', parts: entries(MODELS), label: () => 'None named', order: 'number' },
  indicator: { fine: true, header: 'Indicator', column: 'indicator', fact: 'indicator', named: 'indicator', label: (part: string) => part, order: 'number' },
  screened: {
    header: 'Exploitation a concern', column: 'answer',
    parts: [{ id: 'yes', label: 'Yes' }, { id: 'suspected', label: 'Suspected' }, { id: 'no', label: 'No sign' }, { id: 'waiting', label: 'Not answered yet' }],
  },
  audit_kind: { fine: true, header: 'Kind of audit', column: 'audit_kind', parts: AUDIT_KINDS, label: (part: string) => part },
  audit_question: { header: 'Question', column: 'audit_question', named: 'audit_question', label: () => 'A question that is asked no more', order: 'id' },
  provider_kind: { fine: true, header: 'Kind of provider', column: 'provider_kind', parts: PROVIDER_KINDS },
} as const satisfies Record<string, Dimension>

export type DimensionName = keyof typeof DIMENSIONS

export const dimensionOf = (name: DimensionName): Dimension => DIMENSIONS[name]
