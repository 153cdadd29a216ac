import type { Sex } from '../../lib/pathway/codes'
import { londonDay } from '../../lib/pathway/london'
import type { CaseStage } from '../../lib/pathway/states'
import type { Child, Nursery } from './children'
import { notable } from './notable'
import type { Random } from './random'
import type { Fate, Size } from './sizes'

/** The children of a year, by the part they have in it. */
export type Cohort = {
  /** One for each referral to CATE, in the order of the size's list. */
  readonly referred: readonly Child[]
  /** Those whose case was open before the year began, with where it stands now. */
  readonly before: readonly { readonly child: Child; readonly stage: CaseStage }[]
  /** Others about whom exploitation was a concern this year. */
  readonly concern: readonly Child[]
  /** Everybody else. */
  readonly ordinary: readonly Child[]
}

/** Makes the children of a year. Those with an open case meet the published table of sex, ethnicity and age exactly. */
export function makeCohort(size: Size, nursery: Nursery, random: Random): Cohort {
  const exploited = (): Child => nursery.make({ ages: [12, 17], girls: 0.82 })
  const stages = Object.entries(size.before).flatMap(([stage, count]) => Array<CaseStage>(count).fill(stage as CaseStage))
  const openBefore = stages.filter((stage) => stage !== 'closed')

  // whoever has been with the team longest is, mostly, older
  const open = openChildren(size, nursery, random)
    .map((child) => ({ child, order: child.age + random.next() * 2.5 }))
    .sort((a, b) => b.order - a.order)
    .map(({ child }) => child)
  const longest = open.slice(0, openBefore.length)
  const thisYear = random.shuffle(open.slice(openBefore.length))

  const closedOrNever = new Set<Fate>(['sent', 'declined', 'closed'])
  const referred = size.referrals.map(({ fate }) => (closedOrNever.has(fate) ? exploited() : (thisYear.pop() ?? exploited())))
  const closedBefore = stages
    .filter((stage) => stage === 'closed')
    .map((stage) => ({ child: nursery.make({ ages: [15, 18], girls: 0.85 }), stage }))
  const before = [...random.shuffle(openBefore).map((stage, at) => ({ child: longest[at] as Child, stage })), ...closedBefore]
  const concern = Array.from({ length: size.exploitation.children - size.referrals.length }, exploited)

  const year = Number(londonDay(nursery.calendar.anchor).slice(0, 4))
  const famous = notable(nursery.area, year).map((one) => nursery.make({ ages: [0, 18], ...one }))
  const siblings = siblingsOf(size.families, [...referred, ...concern], famous, nursery, random)
  const made = referred.length + before.length + concern.length + famous.length + siblings.length
  const others = Array.from({ length: Math.max(0, size.children - made) }, () => nursery.make({ ages: [0, 18] }))
  return { referred, before, concern, ordinary: [...famous, ...siblings, ...others] }
}

function openChildren({ open }: Size, nursery: Nursery, random: Random): Child[] {
  const listed = <K extends string>(counts: Readonly<Record<K, number>>): K[] =>
    random.shuffle(Object.entries<number>(counts).flatMap(([key, count]) => Array<K>(count).fill(key as K)))
  const sexes = listed<Sex>({ ...open.sexes, U: 0 })
  const ethnicities = listed(open.ethnicities)
  return listed(open.ages as Record<string, number>).map((age, at) =>
    nursery.make({ ages: [Number(age), Number(age)], sex: sexes[at] ?? 'F', ethnicity: ethnicities[at] ?? 'WBRI' }),
  )
}

/** Brothers and sisters: half of the families have a child about whom exploitation is a concern, a few have three children. */
function siblingsOf(families: number, exploited: readonly Child[], others: readonly Child[], nursery: Nursery, random: Random): Child[] {
  const firsts = [...random.shuffle(exploited).slice(0, Math.ceil(families / 2)), ...random.shuffle(others).slice(0, Math.floor(families / 2))]
  return firsts.flatMap((siblingOf, at) => Array.from({ length: at % 4 === 3 ? 2 : 1 }, () => nursery.make({ ages: [2, 17], siblingOf })))
}
