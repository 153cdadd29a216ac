/**
 * The safety plan: what is in it, who has to have been part of it, and when it may be issued. Source: DOMAIN 2,
 * Safety plan. It is made with the young person and the parents, so a plan that does not say how is not issued.
 */
import { formatDate } from './dates'
import { reviewDue, type Level } from './levels'
import { londonDay, type IsoDay } from './london'

export type PlanSection = {
  readonly id: string
  readonly label: string
  /** Questions to think along, for whoever writes. */
  readonly prompts: readonly string[]
  /** On the family copy unless somebody withholds it. */
  readonly family: boolean
  /** Its heading there, in plain words to the young person. */
  readonly heading: string
  /** A plan without it is not issued. */
  readonly required: boolean
}

const section = <const I extends string>(id: I, label: string, heading: string, prompts: readonly string[], { required = false, family = true } = {}) =>
  ({ id, label, heading, prompts, family, required })

export const PLAN_SECTIONS = [
  section('works_well', 'What works well', 'What is going well', ['What are they good at, and glad of?', 'What has kept them safer so far?', 'What do they want to keep?'], { required: true }),
  section('worries', 'Worries', 'What we are worried about', ['What is the young person worried about?', 'What are the parents or carers worried about?', 'What are we worried about, said so that the young person can read it?'], { required: true }),
  section('triggers', 'Triggers', 'What can make things harder', ['Which days, feelings, messages or arguments come before?', 'What are the first signs, and who notices them?']),
  section('places', 'Places, people, online', 'Places, people and your phone', ['Where do they feel safe, and where not?', 'Who is good for them, and who is not?', 'Which accounts and apps, and what has been agreed about them?']),
  section('trusted', 'Trusted adults', 'People you can trust', ['Whom do they choose, and how do they reach them?', 'Do those adults know that they are named here?'], { required: true }),
  section('missing', 'When missing', 'If you are away from home', ['What has the young person agreed to do, such as one message by ten?', 'Whom do we call, in which order, and when the police?', 'Where to look first'], { required: true }),
  section('health', 'Health offer', 'Help with your health', ['Sexual health, CAMHS, therapy: what was offered, and what is wanted?', 'Who goes along?']),
  section('education', 'Education', 'School or college', ['Who is their person there?', 'What helps them to be there and stay?']),
  section('family', 'Support for parents and siblings', 'Help for your family', ['What do the parents or carers need?', 'Who sees the brothers and sisters?']),
  section('contingency', 'Contingency', 'If things get worse', ['What would tell us that the plan is not working?', 'What happens then, and who decides?'], { required: true }),
  section('night', 'Who to call at night', 'Who to call at night', ['The number of the Emergency Duty Team', 'Who in the family is awake and near'], { required: true }),
  section('professionals', 'For professionals only', '', ['What the family must not read, and why', 'Never on the family copy'], { family: false }),
] as const
export type SectionId = (typeof PLAN_SECTIONS)[number]['id']
export const SECTION_IDS = PLAN_SECTIONS.map(({ id }) => id)

/** A version is written, then issued; an issued one is followed by another and stays as it was. */
export const PLAN_STATES = ['draft', 'issued', 'superseded'] as const
export type PlanState = (typeof PLAN_STATES)[number]
export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = { draft: 'Draft', issued: 'Issued', superseded: 'Superseded' }

/** The state of each version, newest first as they are given: the last issued stands, those before it are superseded. */
export function planStates(versions: readonly { readonly issued: boolean }[]): PlanState[] {
  const standing = versions.findIndex(({ issued }) => issued)
  return versions.map(({ issued }, at) => (!issued ? 'draft' : at === standing ? 'issued' : 'superseded'))
}

/** Who has to have been part of it: the young person, and each parent or carer. */
export type Party = { readonly key: string; readonly name: string; readonly as: string }

/** Stands for the parents where nobody is on record as one. */
export const SOME_PARENT: Party = { key: 'parent', name: 'A parent or carer', as: 'Parent or carer, none is on record' }

const PARENTS: Readonly<Record<string, string>> = { mother: 'Mother', father: 'Father', carer: 'Carer', step_parent: 'Step-parent' }

/** Those who have to have been part of a plan, out of the people around a child: parents, carers and whoever has parental responsibility. */
export function partiesOf(child: string, people: readonly { readonly id: string; readonly name: string; readonly relationship: string; readonly parentalResponsibility: boolean }[]): Party[] {
  const parents = people
    .filter(({ relationship, parentalResponsibility }) => relationship in PARENTS || parentalResponsibility)
    .map(({ id, name, relationship }) => ({ key: id, name, as: PARENTS[relationship] ?? 'Has parental responsibility' }))
  return [{ key: 'young', name: child, as: 'The young person' }, ...(parents.length ? parents : [SOME_PARENT])]
}

/** How somebody was part of it: how, when and in their words; or why not, and what will be tried. */
export type Involvement = {
  readonly party: string
  /** Empty until somebody has said which. */
  readonly involved: 'yes' | 'no' | ''
  readonly how: string
  readonly on: IsoDay | null
  readonly words: string
  readonly whyNot: string
  readonly willTry: string
}

export type PlanContent = {
  readonly sections: Readonly<Record<string, string>>
  readonly involvement: readonly Involvement[]
  readonly reviewOn: IsoDay | null
}

/** A problem by where it is put right, as the form names it: 'sections.missing', 'involvement.young'. */
export type PlanProblem = { readonly at: string; readonly message: string }

/** What is missing before a plan may be issued; nothing where it may. `today` is the London day. */
export function issueProblems(plan: PlanContent, parties: readonly Party[], { today, latestReview }: { today: IsoDay; latestReview: IsoDay }): PlanProblem[] {
  const sections = PLAN_SECTIONS.filter(({ id, required }) => required && !plan.sections[id]?.trim())
  return [
    ...sections.map(({ id, label }) => ({ at: `sections.${id}`, message: `Write “${label}”` })),
    ...parties.flatMap((party) => involvementProblem(party, plan.involvement.find((one) => one.party === party.key), today)),
    ...reviewProblem(plan.reviewOn, today, latestReview),
  ]
}

function involvementProblem({ key, name }: Party, said: Involvement | undefined, today: IsoDay): PlanProblem[] {
  const problem = (part: string, message: string) => ({ at: `involvement.${key}.${part}`, message })
  if (!said?.involved) return [problem('involved', `Say how ${lower(name)} was involved, or why not and what will be tried`)]
  if (said.involved === 'no') {
    return [
      ...(said.whyNot.trim() ? [] : [problem('whyNot', `Say why ${lower(name)} was not involved`)]),
      ...(said.willTry.trim() ? [] : [problem('willTry', `Say what will be tried to involve ${lower(name)}`)]),
    ]
  }
  return [
    ...(said.how.trim() ? [] : [problem('how', `Say how ${lower(name)} was involved`)]),
    ...(!said.on ? [problem('on', `Say when ${lower(name)} was involved`)] : said.on > today ? [problem('on', `The day on which ${lower(name)} was involved must not be ahead`)] : []),
    ...(said.words.trim() ? [] : [problem('words', `Write what ${lower(name)} said`)]),
  ]
}

const lower = (name: string) => (name === SOME_PARENT.name ? 'a parent or carer' : name)

function reviewProblem(on: IsoDay | null, today: IsoDay, latest: IsoDay): PlanProblem[] {
  if (!on) return [{ at: 'reviewOn', message: 'Say when the plan is reviewed' }]
  if (on <= today) return [{ at: 'reviewOn', message: 'The review must be after today' }]
  return on > latest ? [{ at: 'reviewOn', message: `The review must be by ${formatDate(latest)}: the level asks for it` }] : []
}

/** The latest day of a plan's review: by the level, or by the longest interval where none is agreed yet. */
export function latestReviewOn(level: Level | null, from: Date, settings: Parameters<typeof reviewDue>[2]): IsoDay {
  const longest = () => (Object.keys(settings.reviewWeeks) as Level[]).reduce((a, b) => (settings.reviewWeeks[b] > settings.reviewWeeks[a] ? b : a))
  return londonDay(reviewDue(level ?? longest(), from, settings))
}

/** The sections of the family copy, in order: written, of the family's, and not withheld. */
export function familySections(sections: Readonly<Record<string, string>>, withheld: readonly string[]): { id: SectionId; heading: string; text: string }[] {
  return PLAN_SECTIONS.flatMap(({ id, family, heading }) => {
    const text = sections[id]?.trim()
    return family && text && !withheld.includes(id) ? [{ id, heading, text }] : []
  })
}
