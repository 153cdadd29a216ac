import { REFERRAL_STATE_LABELS, REFERRAL_STATES } from '@/lib/pathway/states'
import type { FilterField } from '../list/list-filter'
import type { SelectOption } from '../ui/field'

/** What any list of referrals is narrowed by. */
export const REFERRAL_FILTER_FIELDS: readonly FilterField[] = [
  { name: 'state', label: 'State', any: 'Any state', options: REFERRAL_STATES.map((value) => ({ value, label: REFERRAL_STATE_LABELS[value] })) },
  { name: 'due', label: 'Next word', any: 'Late or in time', options: [{ value: 'late', label: 'Late' }, { value: 'in_time', label: 'Still in time' }] },
]

const SENT: readonly SelectOption[] = [
  { value: 'sent', label: 'Sent, oldest first' },
  { value: '-sent', label: 'Sent, newest first' },
]
const DUE: readonly SelectOption[] = [
  { value: 'due', label: 'Due, soonest first' },
  { value: '-due', label: 'Due, latest first' },
]

/** What it is sorted by; by what is due only where every row waits for a word. */
export const referralSorts = (byDue: boolean): readonly SelectOption[] => (byDue ? [...SENT, ...DUE] : SENT)
