import type { SourceGroup } from '../../lib/pathway/codes'
import type { Level } from '../../lib/pathway/levels'
import type { ReportedOutcome } from '../../lib/pathway/routing'
import type { CaseStage } from '../../lib/pathway/states'

/** What became of a referral to CATE: not answered yet, declined, or a case that stands at a stage. */
export type Fate = 'sent' | 'declined' | CaseStage

/** How many of everything a seeded year has. Every number is met exactly. */
export type Size = {
  readonly contacts: number
  readonly children: number
  /** Contacts that wait for a decision at the end; none is about exploitation. */
  readonly undecided: { readonly late: number; readonly close: number; readonly onTime: number }
  readonly exploitation: {
    readonly children: number
    readonly sources: Readonly<Record<SourceGroup, number>>
    readonly outcomes: Readonly<Record<ReportedOutcome, number>>
  }
  /** Referrals to CATE, newest first: days before the end of the year, and what became of each. */
  readonly referrals: readonly { readonly daysAgo: number; readonly fate: Fate }[]
  /** Cases that were open before the year began, by where they stand now. */
  readonly before: Readonly<Partial<Record<CaseStage, number>>>
  /** Of the open cases, by how the young person is described, and by level where there is one. */
  readonly open: {
    readonly sexes: Readonly<Record<'F' | 'M', number>>
    readonly ethnicities: Readonly<Record<string, number>>
    readonly ages: Readonly<Record<number, number>>
    readonly levels: Readonly<Record<Level, number>>
  }
  /** What each practitioner carries, in high-priority cases: one of them more than the maximum of ten. */
  readonly loads: readonly number[]
  /** Families with two children or more on record, joined. */
  readonly families: number
  /** Whether work is in hand at the end: alerts, enquiries, answered referrals, a hand-over, a child written down twice. */
  readonly inHand: boolean
}

// of 58 referrals: how many in each twelfth of the year but the last, oldest first
const BY_TWELFTH = [5, 4, 6, 3, 5, 6, 4, 6, 5, 3]
const A_TWELFTH = 365 / 12

/** Evenly spread inside each twelfth: in no month more than eight or fewer than three. */
function spread(): number[] {
  return BY_TWELFTH.flatMap((count, at) => Array.from({ length: count }, (_, one) => 365 - (at + (one + 0.5) / count) * A_TWELFTH))
}

/** The fates of the older referrals, newest first: work in every stage, some closed, one declined. */
function olderFates(count: number): Fate[] {
  const closed = new Set([14, 19, 24, 29, 34, 39, 44])
  const exits = new Set([23, 32, 41, 46])
  return Array.from({ length: count }, (_, at): Fate => {
    if (closed.has(at)) return 'closed'
    if (at === 9) return 'declined'
    if (exits.has(at)) return 'exit'
    if (at === 3 || at === 12 || at === 20) return 'panel'
    return at === 7 || at === 16 ? 'assessment' : 'plan'
  })
}

const older = spread().sort((a, b) => a - b)

/** The published year: 12,173 contacts, 337 about exploitation, 58 referrals, 68 open cases. */
export const FULL: Size = {
  contacts: 12_173,
  children: 9_000,
  undecided: { late: 2, close: 3, onTime: 4 },
  exploitation: {
    children: 224,
    sources: { local_authority: 146, police: 91, education: 58, other: 42 },
    outcomes: { progressed: 189, other_agency: 74, advice: 74 },
  },
  referrals: [
    { daysAgo: 0.8, fate: 'sent' },
    { daysAgo: 2.2, fate: 'sent' },
    { daysAgo: 4.2, fate: 'sent' },
    { daysAgo: 7.2, fate: 'allocation' },
    { daysAgo: 9.5, fate: 'allocation' },
    { daysAgo: 20, fate: 'assessment' },
    { daysAgo: 33, fate: 'assessment' },
    { daysAgo: 39, fate: 'panel' },
    { daysAgo: 46, fate: 'assessment' },
    { daysAgo: 52, fate: 'panel' },
    { daysAgo: 57, fate: 'declined' },
    ...older.map((daysAgo, at) => ({ daysAgo, fate: olderFates(older.length)[at] ?? 'plan' })),
  ],
  before: { assessment: 1, panel: 1, plan: 16, exit: 4, closed: 9 },
  open: {
    sexes: { F: 62, M: 6 },
    ethnicities: { WBRI: 54, MWBC: 3, MWAS: 1, MWBA: 1, MOTH: 1, WOTH: 2, WROM: 1, APKN: 2, ABAN: 1, BCRB: 1, BAFR: 1 },
    ages: { 13: 7, 14: 12, 15: 16, 16: 17, 17: 14, 18: 2 },
    levels: { low: 6, low_medium: 11, medium: 18, medium_high: 15, high: 13 },
  },
  loads: [9, 11, 9, 8.5, 8.25, 7.25],
  families: 12,
  inHand: true,
}

/** The same shapes for tests, in a second or two. */
export const SMALL: Size = {
  contacts: 400,
  children: 300,
  undecided: { late: 2, close: 3, onTime: 4 },
  exploitation: {
    children: 9,
    sources: { local_authority: 5, police: 3, education: 2, other: 2 },
    outcomes: { progressed: 8, other_agency: 2, advice: 2 },
  },
  referrals: [
    { daysAgo: 2.2, fate: 'sent' },
    { daysAgo: 7.2, fate: 'allocation' },
    { daysAgo: 33, fate: 'assessment' },
    { daysAgo: 52, fate: 'panel' },
    { daysAgo: 110, fate: 'declined' },
    { daysAgo: 200, fate: 'plan' },
  ],
  before: { plan: 4, exit: 1, panel: 1, closed: 2 },
  open: {
    sexes: { F: 9, M: 1 },
    ethnicities: { WBRI: 7, MWBC: 1, APKN: 1, WOTH: 1 },
    ages: { 13: 1, 14: 2, 15: 2, 16: 2, 17: 2, 18: 1 },
    levels: { low: 1, low_medium: 1, medium: 2, medium_high: 2, high: 2 },
  },
  loads: [2.5, 2, 1.5, 1, 0.75, 0.5],
  families: 3,
  inHand: false,
}

/** The neighbour, so that it can be seen that one area never shows in another. */
export const NEIGHBOUR: Size = {
  contacts: 80,
  children: 60,
  undecided: { late: 0, close: 1, onTime: 2 },
  exploitation: {
    children: 4,
    sources: { local_authority: 2, police: 1, education: 1, other: 1 },
    outcomes: { progressed: 3, other_agency: 1, advice: 1 },
  },
  referrals: [
    { daysAgo: 35, fate: 'assessment' },
    { daysAgo: 150, fate: 'plan' },
  ],
  before: { plan: 1 },
  open: {
    sexes: { F: 2, M: 1 },
    ethnicities: { WBRI: 2, MWBC: 1 },
    ages: { 14: 1, 15: 1, 16: 1 },
    levels: { low: 0, low_medium: 1, medium: 0, medium_high: 0, high: 1 },
  },
  loads: [3],
  families: 1,
  inHand: false,
}
