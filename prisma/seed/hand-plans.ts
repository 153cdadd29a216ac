import { addPlanAction } from '../../lib/plans/actions'
import { beginPlan, issuePlan, savePlan } from '../../lib/plans/commands'
import { readPlan } from '../../lib/plans/queries'
import type { PlanInput } from '../../lib/plans/schema'
import { londonDay, type IsoDay } from '../../lib/pathway/london'
import { SECTION_IDS, type Party, type SectionId } from '../../lib/pathway/plan'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, officeBefore, type Hand } from './hand'
import { agencyOf, type Found } from './hand-found'

type Sketch = { readonly daysAgo: number; readonly issued: boolean; readonly sections: Partial<Record<SectionId, string>>; readonly withheld?: SectionId[]; readonly young: string; readonly parents: readonly string[]; readonly actions: readonly { what: string; owner: 'young' | 'mum' | 'school'; inDays: number; family: boolean }[] }

/** Written to the young person, as a plan is that they read. */
const SKETCHES: readonly Sketch[] = [
  {
    daysAgo: 12, issued: true, young: 'I will say where I am if nobody shouts. I want Nan to be asked first.', parents: ['I want to know that the door will be opened, whatever the time.', 'I will drive out whenever I am rung.'],
    sections: {
      works_well: 'You go to dance on **Tuesdays** and have not missed one since summer.\n\n- Nan, who you ring when it is bad\n- Your friend Ellie', worries: 'Late evenings at the bus station, and the people who wait there.\n\nYou told us that you worry about your brother.',
      triggers: 'Arguments about your phone. Messages after midnight.', places: '- Safe: Nan’s, the youth centre, the library\n- Not safe: the bus station after nine', trusted: '- Nan\n- Mrs Hale at school', missing: 'You send one message by ten. If you do not, Mum rings you, then Nan, then your worker. After an hour we ring the police on 101.',
      health: 'The school nurse sees you on Thursdays. You can bring Ellie.', education: 'Mrs Hale keeps a quiet desk for you.', family: 'Mum talks to Pace on Mondays. Your brother has a mentor.',
      contingency: 'Two missed evenings in a week, and all of us meet the next day.', night: 'The Emergency Duty Team: **01632 960 999**, all night.', professionals: 'The police look at two men at the bus station. Not for the family while they do.',
    },
    withheld: ['triggers'],
    actions: [{ what: 'Choose who is rung first', owner: 'young', inDays: 20, family: true }, { what: 'Save a desk in the library at lunch', owner: 'school', inDays: 24, family: true }, { what: 'Talk to Pace about the nights', owner: 'mum', inDays: 26, family: true }],
  },
  {
    daysAgo: 5, issued: true, young: 'It is my phone. I said yes to the app because I chose the people on it.', parents: ['We would rather know than guess.'],
    sections: {
      works_well: 'You come to each session and you text when you are late.', worries: 'Gifts that you do not want to talk about. You are not in trouble for any of them.', places: '- Online: you chose three people who see where you are', trusted: 'Your aunt, and Kai at the youth centre', missing: 'Your aunt is rung first, at any hour. We ask the police to look after one hour.',
      health: 'A talk with somebody from CAMHS is offered. You want to think about it.', education: 'Mornings only until December.', contingency: 'If a new gift comes, we meet within two days.', night: 'The Emergency Duty Team: **01632 960 999**',
    },
    actions: [{ what: 'Ask CAMHS for a first talk at the youth centre', owner: 'school', inDays: 18, family: false }],
  },
  { daysAgo: 2, issued: false, young: '', parents: [], sections: { works_well: 'You like to cook, and you are good at it.', worries: 'Nights away that you do not remember well.', missing: 'We have not agreed this yet.' }, actions: [] },
]

/** Two safety plans that were issued, with their actions, and one that is being written and does not yet say who was part of it. */
export async function plansInHand(hand: Hand, found: Found): Promise<void> {
  const who = demoPerson(hand.demo, 'practitioner')
  for (const [at, sketch] of SKETCHES.entries()) {
    const caseId = found.planned[at]?.id
    if (!caseId) continue
    const when = officeBefore(hand.anchor.getTime() - sketch.daysAgo * DAY, hand.system.settings) - HOUR
    await doAs(beginPlan, who, when, { caseId })
    const page = await doAs(readPlan, who, when, { caseId })
    if (!page?.plan) continue
    const reached = page.plan.now.number
    if (reached === 1) await doAs(savePlan, who, when, formOf(caseId, sketch, page.parties, page.latestReview, londonDay(new Date(when))))
    if (sketch.issued && reached <= 2) await doAs(issuePlan, who, when + HOUR / 2, { caseId, version: 2 })
    if (!page.plan.actions.length) {
      for (const { what, owner, inDays, family } of sketch.actions) {
        await doAs(addPlanAction, who, when + HOUR / 2, {
          caseId, family, actions: [{ what, ownerKind: owner === 'young' ? 'young_person' : owner === 'mum' ? 'family' : 'agency', ownerName: owner === 'mum' ? 'Mum' : '', ownerAgencyId: owner === 'school' ? agencyOf(found, 'Brindmoor High School') : '', dueOn: boxes(londonDay(new Date(when + inDays * DAY))) }],
        })
      }
    }
  }
}

function formOf(caseId: string, { sections, withheld = [], issued, young, parents }: Sketch, parties: readonly Party[], review: IsoDay, today: IsoDay): PlanInput {
  const nobody = { involved: '' as const, how: '', on: boxes(null), words: '', whyNot: '', willTry: '', withheld: false }
  const said = ({ key }: Party, at: number): PlanInput['involvement'][string] => {
    const words = key === 'young' ? young : parents[at - 1]
    if (!issued) return nobody
    if (!words || key === 'parent') return { ...nobody, involved: 'no', whyNot: 'No answer to two calls and a letter.', willTry: 'A visit on Saturday morning, with the school’s family worker.' }
    return { ...nobody, involved: 'yes', how: key === 'young' ? 'Written together at the youth centre' : 'At the kitchen table, over two visits', on: boxes(today), words }
  }
  return {
    caseId, version: 1, note: '', withheld,
    sections: Object.fromEntries(SECTION_IDS.map((id) => [id, sections[id] ?? ''])) as PlanInput['sections'],
    involvement: Object.fromEntries(parties.map((party, at) => [party.key, said(party, at)])),
    reviewOn: boxes(issued ? review : null), agreedWith: issued ? 'The young person and the family' : '', copiedTo: issued ? 'The family, the school, health' : '',
  }
}

function boxes(day: IsoDay | null): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date, month, year }
}
