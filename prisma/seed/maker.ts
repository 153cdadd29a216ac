import type { AreaCode } from './agencies'
import type { Calendar } from './calendar'
import type { Random } from './random'
import type { Referrers } from './referrers'
import type { Staff } from './staff'

/** What every part of a seeded year is made with. */
export type Maker = {
  readonly area: { readonly id: string; readonly code: AreaCode }
  readonly calendar: Calendar
  readonly staff: Staff
  readonly referrers: Referrers
  readonly random: Random
}
