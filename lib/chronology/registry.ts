import type { Provider } from './entry'
import { ACTION_PROVIDERS } from './providers/actions'
import { CASE_PROVIDERS } from './providers/cases'
import { CASEWORK_PROVIDERS } from './providers/casework'
import { CONTACT_PROVIDERS } from './providers/contacts'
import { ENQUIRY_PROVIDERS } from './providers/enquiries'
import { MEETING_PROVIDERS } from './providers/meetings'
import { PLAN_PROVIDERS } from './providers/plans'
import { REFERRAL_PROVIDERS } from './providers/referrals'
import { REVIEW_PROVIDERS } from './providers/reviews'
import { TOLD_PROVIDERS } from './providers/told'

/** Every source of the chronology. A room that has more to tell adds its providers here, and its kinds to lib/pathway/chronology. */
export const PROVIDERS: readonly Provider[] = [
  ...CONTACT_PROVIDERS, ...REFERRAL_PROVIDERS, ...CASE_PROVIDERS, ...CASEWORK_PROVIDERS, ...PLAN_PROVIDERS, ...MEETING_PROVIDERS, ...REVIEW_PROVIDERS, ...ACTION_PROVIDERS,
  ...ENQUIRY_PROVIDERS, ...TOLD_PROVIDERS,
]
