import type { Actor } from '../../lib/access/actor'
import { answerPart } from '../../lib/assessments/answer-part'
import { askPart } from '../../lib/assessments/ask-part'
import { beginAssessment, finishAssessment, saveBlock } from '../../lib/assessments/commands'
import { listAssessments, readAssessment } from '../../lib/assessments/queries'
import type { answerPartSchema } from '../../lib/assessments/part-schema'
import { remindParts } from '../../lib/assessments/remind-parts'
import type { blockSchema, finishSchema } from '../../lib/assessments/schema'
import type { Block } from '../../lib/pathway/indicators'
import { londonDay } from '../../lib/pathway/london'
import { LEVELS, type Level } from '../../lib/pathway/levels'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, officeBefore, type Hand, type In } from './hand'
import { agencyOf, type Found } from './hand-found'
import { ASSESSED, AGENCIES_ASKED, type Assessed, type AskedAgency } from './hand-assessed'
import { uuidOf } from './random'
import { about } from './wording'

type Case = Found['assessed'][number]
type Answers = In<typeof blockSchema>['answers']

/**
 * Risk assessments of open cases: finished at several levels, one of them against the suggestion and one with signs
 * of harm, and one under way; with what other agencies were asked. Who holds the case writes it.
 */
export async function assessmentsInHand(hand: Hand, found: Found): Promise<void> {
  const taken = new Set<string>()
  for (const plan of ASSESSED) {
    const mine = found.assessed.filter(({ id, allocatedTo }) => !taken.has(id) && allocatedTo?.email === `${plan.holder}@demo.test`)
    // the oldest two of each are left to be assessed for the first time
    const one = mine.length > 2 ? mine[0] : undefined
    if (!one) continue
    taken.add(one.id)
    await assess(hand, found, one, plan)
  }
  await doAs(remindParts, hand.system, hand.anchor.getTime(), {})
}

async function assess(hand: Hand, found: Found, one: Case, plan: Assessed): Promise<void> {
  const who = demoPerson(hand.demo, plan.holder)
  const at = officeBefore(hand.anchor.getTime() - plan.daysAgo * DAY, hand.system.settings)
  const known = (await doAs(listAssessments, who, at, { caseId: one.id })) ?? []
  if (known.some(({ finished }) => finished)) return
  const begun = await doAs(beginAssessment, who, at, { caseId: one.id })
  if (!begun) return
  const read = () => doAs(readAssessment, who, at, { assessmentId: begun.id })
  for (const [block, said] of Object.entries(plan.blocks) as [Block, Assessed['blocks'][Block]][]) {
    const page = await read()
    if (!page || !said) continue
    const ids = page.set.indicators.filter((indicator) => indicator.block === block).map(({ id }) => id)
    await doAs(saveBlock, who, at, { assessmentId: begun.id, version: page.version, block, answers: answersOf(ids, said, one, plan) })
  }
  await parts(hand, found, one, begun.id, plan, at)
  const page = await read()
  if (plan.finish && page?.suggestion) await finish(who, page.suggestion.level, at + 2 * HOUR, one, { assessmentId: begun.id, version: page.version }, plan.finish)
}

/** What is not said of a finished one is answered no, except what the plan leaves open; what is under way is left as far as it is. */
function answersOf(ids: readonly string[], said: NonNullable<Assessed['blocks'][Block]>, { child }: Case, plan: Assessed): Answers {
  const bare = { when: '' as const, evidence: '', source: '', nature: '' as const }
  return Object.fromEntries(ids.flatMap((id): [string, Answers[string]][] => {
    const one = said[id]
    if (one) return [[id, { answer: one.suspected ? 'suspected' : 'yes', when: one.earlier ? 'earlier' : 'now', evidence: about(one.evidence, child.sex), source: one.source, nature: one.opinion ? 'opinion' : 'fact' }]]
    return plan.finish ? [[id, { ...bare, answer: plan.notKnown?.includes(id) ? 'not_known' : 'no' }]] : []
  }))
}

async function finish(who: Actor, suggested: Level, at: number, { child }: Case, of: { assessmentId: string; version: number }, plan: NonNullable<Assessed['finish']>): Promise<void> {
  const step = LEVELS[LEVELS.indexOf(suggested) + (plan.override?.steps ?? 0)] ?? suggested
  const heard = (view: string | null, notHeard: string, tried: string): In<typeof finishSchema>['young'] =>
    view ? { heard: 'yes', view: about(view, child.sex), notHeard: '', plan: '' } : { heard: 'no', view: '', notHeard: about(notHeard, child.sex), plan: about(tried, child.sex) }
  await doAs(finishAssessment, who, at, {
    ...of,
    models: [...plan.models],
    young: heard(plan.young, '', ''),
    parents: heard(plan.parents, 'Did not answer three calls and was not in at two visits.', 'A visit on Saturday, with {her} grandmother.'),
    section47: plan.section47 ? 'under_way' : '',
    section47Note: plan.section47 ?? '',
    level: step,
    levelReason: about(plan.reason, child.sex),
    overrideReason: step === suggested ? '' : about(plan.override?.why ?? '', child.sex),
  })
}

/** Asks agencies for their parts and lets those answer that have. A question asked already is left as it is. */
async function parts(hand: Hand, found: Found, { child }: Case, assessmentId: string, { holder, asked = [] }: Assessed, at: number): Promise<void> {
  for (const { agency, days, answer } of asked) {
    const [year = '', month = '', day = ''] = londonDay(new Date(at + days * DAY)).split('-')
    const request = await doAs(askPart, demoPerson(hand.demo, holder), at, {
      assessmentId, agencyId: agencyOf(found, AGENCIES_ASKED[agency]), due: { day, month, year },
      question: about('What do you know of {her} since September, and which level do you see?', child.sex),
    })
    if (request && answer) await doAs(answerPart, demoPerson(hand.demo, agency), at + HOUR, partOf(request.requestId, agency, answer, child.sex))
  }
}

function partOf(requestId: string, agency: keyof typeof AGENCIES_ASKED, answer: NonNullable<AskedAgency['answer']>, sex: Case['child']['sex']): In<typeof answerPartSchema> {
  const nothing = answer === 'nothing_known'
  const text = (block: Block) => (nothing ? '' : about(answer.known[block] ?? '', sex))
  return {
    requestId, submissionKey: uuidOf(`part ${requestId} ${agency}`), supersedesId: '', answer: nothing ? 'nothing_known' : 'known',
    known: { vulnerability: text('vulnerability'), risk: text('risk'), harm: text('harm'), protective: text('protective') },
    level: nothing ? '' : answer.level, levelReason: nothing ? '' : about(answer.why, sex),
  }
}
