import type { AreaCode } from './agencies'
import { landline, mobile } from './identifiers'
import type { Heritage } from './names'
import { adult } from './naming'
import type { Random } from './random'
import type { Relationship } from './rows'
import { place, type Place } from './streets'

export type Parent = {
  readonly relationship: Relationship
  readonly name: string
  readonly phone: string | null
  readonly responsible: boolean
  readonly livesWith: boolean
}

/** A home and the grown-ups of it: brothers and sisters share one. */
export type Household = {
  readonly heritage: Heritage
  readonly ethnicity: string
  readonly family: string
  readonly home: Place
  readonly before: Place | null
  readonly phone: string | null
  readonly adults: readonly Parent[]
}

type Made = Pick<Household, 'heritage' | 'ethnicity' | 'family'> & { readonly area: AreaCode; readonly lookedAfter: boolean }

/** Makes up a home. A child who is looked after lives with carers, and the parents are still hers. */
export function household({ area, heritage, ethnicity, family, lookedAfter }: Made, random: Random): Household {
  const person = (relationship: Relationship, sex: 'F' | 'M', { sameName = false, responsible = false, livesWith = false }): Parent => ({
    relationship,
    name: adult(random, { heritage, sex, ...(sameName ? { family } : {}) }),
    phone: random.chance(0.7) ? mobile(random) : null,
    responsible,
    livesWith,
  })
  const adults: Parent[] = []
  const together = !lookedAfter && random.chance(0.52)
  if (random.chance(0.93)) {
    adults.push(person('mother', 'F', { sameName: together || random.chance(0.6), responsible: true, livesWith: !lookedAfter }))
  }
  if (random.chance(together ? 0.98 : 0.45)) {
    adults.push(person('father', 'M', { sameName: random.chance(0.85), responsible: together || random.chance(0.75), livesWith: together }))
  }
  if (lookedAfter) adults.push({ ...person('carer', 'F', { livesWith: true }), phone: landline(random) })
  if (!together && !lookedAfter && random.chance(0.16)) adults.push(person('step_parent', 'M', { livesWith: true }))
  if (random.chance(0.12)) {
    const alone = adults.length === 0
    adults.push(person('grandparent', random.chance(0.7) ? 'F' : 'M', { sameName: random.chance(0.5), responsible: alone, livesWith: alone }))
  }
  return {
    heritage,
    ethnicity,
    family,
    home: place(area, random),
    before: random.chance(0.14) ? place(area, random) : null,
    phone: random.chance(0.3) ? landline(random) : null,
    adults,
  }
}
