import { ageOn } from '../../lib/pathway/age'
import type { SourceCode, Sex } from '../../lib/pathway/codes'
import { levelOfNeed } from '../../lib/pathway/need'
import type { ConcernId, Knows } from '../../lib/pathway/words'
import { MINUTE } from './calendar'
import type { Maker } from './maker'
import { ASKED, BESIDES, BESIDES_AT_SCHOOL, OPENINGS, TOLD } from './phrases'
import type { Planned } from './plan'
import { channelOf, type Referrer } from './referrers'
import type { ContactRow } from './rows'
import { EXPLOITATION, ORDINARY, ordinarySources, SEEN, type Scenario } from './scenarios'
import {
  about, CHILD_WORDS, DANGER_ACTION, EXPLOITED_WORDS, FAMILY_VIEWS, NOT_ASKED, NOT_ASKED_BY_POLICE, OTHERS_AT_RISK, UNIDENTIFIED,
  WHEREABOUTS, WHEREABOUTS_FOUND,
} from './wording'

/** A contact with its words, and what its decision will need to know. */
export type Told = {
  readonly planned: Planned
  readonly row: ContactRow
  readonly age: number | null
  readonly concerns: readonly ConcernId[]
}

/** Gives one planned contact its words. `reference` is the next of its year. */
export function tellContact(make: Maker, planned: Planned, reference: string): Told {
  const { random, calendar, staff, area } = make
  const { at, child, flag } = planned
  const age = child ? ageOn(child.born, new Date(at)) : null
  const source = planned.source ?? sourceFor(make, age)
  const { concerns } = scenarioFor(make, planned, source, age)
  const missing = concerns.includes('missing')
  const inOffice = calendar.isOffice(at)
  const referrer = make.referrers.pick(source, child, random)
  const immediateDanger = random.chance(flag === 'yes' ? 0.07 : flag === 'suspected' ? 0.015 : 0.012)
  const levelOfNeedThen = levelOfNeed({ concerns, exploitation: flag, immediateDanger }).level
  const loggedAt = Math.min(at + random.int(2, inOffice ? 28 : 45) * MINUTE, calendar.anchor.getTime() - MINUTE)
  const sex = child?.sex ?? 'U'
  const row: ContactRow = {
    area_id: area.id,
    id: random.uuid(at),
    reference,
    submission_key: random.uuid(at),
    received_at: iso(at),
    channel: channelOf(source, inOffice, missing, random),
    logged_by_id: inOffice ? (random.chance(0.93) ? staff.advisor : staff.safeguarding) : staff.outOfHours,
    logged_at: iso(loggedAt),
    ...columnsOf(referrer),
    source_code: source,
    child_id: child?.id ?? null,
    unidentified_child: child ? null : random.pick(UNIDENTIFIED),
    what_was_said: said(make, source, concerns, sex, child ? age : null),
    child_words: child && (age ?? 0) >= 8 ? wordsOfHers(make, planned) : null,
    concerns: [...concerns],
    exploitation: flag,
    immediate_danger: immediateDanger,
    danger_action: immediateDanger ? random.pick(DANGER_ACTION) : null,
    whereabouts: child && random.chance(missing ? 0.85 : 0.25) ? random.pick(missing ? WHEREABOUTS_FOUND : WHEREABOUTS) : null,
    others_at_risk: random.chance(flag === 'no' ? 0.06 : 0.22) ? random.pick(OTHERS_AT_RISK) : null,
    ...consent(make, planned, source),
    level_of_need: levelOfNeedThen,
    state: planned.decided ? 'decided' : 'logged',
    decision_due: iso(calendar.due(at)),
    version: planned.decided ? 2 : 1,
  }
  return { planned, row, age, concerns }
}

export const iso = (instant: number): string => new Date(instant).toISOString()

type Consent = Pick<ContactRow, 'child_knows' | 'parents_know' | 'family_views' | 'consent' | 'consent_reason'>

function sourceFor({ random }: Maker, age: number | null): SourceCode {
  // nobody can name the child: it was seen, not told by those who know her
  if (age === null) return random.weighted<SourceCode>([['6', 40], ['1B', 20], ['1D', 20], ['9', 15], ['8', 5]])
  return random.weighted(ordinarySources(age))
}

function scenarioFor({ random }: Maker, { flag }: Planned, source: SourceCode, age: number | null): Scenario {
  const years = age ?? 12
  const list = flag !== 'no' ? EXPLOITATION[flag] : age === null ? SEEN : ORDINARY
  const ofAge = list.filter(({ ages: [from, to] }) => years >= from && years <= Math.max(to, 18))
  const likely = ofAge.filter(({ from }) => !from || from.includes(source))
  // written twice, a source is twice as likely to ring about it
  const times = ({ from }: Scenario) => from?.filter((one) => one === source).length ?? 1
  return random.weighted((likely.length ? likely : ofAge).map((one) => [one, one.weight * Math.max(1, times(one))] as const))
}

function said({ random }: Maker, source: SourceCode, concerns: readonly ConcernId[], sex: Sex, age: number | null): string {
  const told = concerns.map((concern) => random.pick(TOLD[concern]))
  const sentences = [random.pick(OPENINGS[source]), ...told]
  if (age !== null && random.chance(0.75)) sentences.push(random.pick(age < 5 ? BESIDES : [...BESIDES, ...BESIDES_AT_SCHOOL]))
  if (random.chance(0.4)) sentences.push(random.pick(ASKED))
  return sentences.map((sentence) => about(sentence, sex)).join(' ')
}

function wordsOfHers({ random }: Maker, { flag }: Planned): string | null {
  if (!random.chance(flag === 'no' ? 0.05 : 0.35)) return null
  return `“${random.pick(flag === 'no' ? CHILD_WORDS : [...CHILD_WORDS, ...EXPLOITED_WORDS])}”`
}

function columnsOf(referrer: Referrer) {
  return {
    referrer_name: referrer.name,
    referrer_role: referrer.role,
    referrer_organisation: referrer.organisation,
    referrer_agency_id: referrer.agencyId,
    referrer_phone: referrer.phone,
    referrer_email: referrer.email,
    anonymous: referrer.anonymous,
    identity_withheld: referrer.identityWithheld,
  }
}

function consent({ random }: Maker, { child, flag }: Planned, source: SourceCode): Consent {
  const family = source === '1A' || source === '1C'
  const given = child !== null && random.chance(family ? 0.9 : flag === 'no' ? 0.5 : 0.35)
  const refused = !given && child !== null && random.chance(0.12)
  const answer = given ? ('given' as const) : refused ? ('refused' as const) : ('not_sought' as const)
  const asked = answer !== 'not_sought'
  return {
    child_knows: source === '1C' ? 'yes' : child ? random.weighted<Knows>([['yes', 40], ['no', 30], ['not_known', 30]]) : 'not_known',
    parents_know: asked ? 'yes' : random.weighted<Knows>([['no', 60], ['not_known', 40]]),
    family_views: asked && random.chance(0.45) ? random.pick(FAMILY_VIEWS) : null,
    consent: answer,
    consent_reason: answer === 'not_sought' ? random.pick(source === '6' ? [...NOT_ASKED, NOT_ASKED_BY_POLICE] : NOT_ASKED) : null,
  }
}
