import type { Block } from '../../lib/pathway/indicators'
import type { Level } from '../../lib/pathway/levels'

/** What is said of one indicator: yes and now, unless it says otherwise. */
type Said = { readonly evidence: string; readonly source: string; readonly suspected?: true; readonly earlier?: true; readonly opinion?: true }

export const AGENCIES_ASKED = { police: 'Tarn Valley Police', school: 'Brindmoor High School', health: 'Wrenmoor Community Health Trust', housing: 'Wrenmoor Hearth Homes' } as const

/** One agency asked for its part: until so many days after; what it said, where it has. */
export type AskedAgency = {
  readonly agency: keyof typeof AGENCIES_ASKED
  readonly days: number
  readonly answer?: 'nothing_known' | { readonly known: Partial<Record<Block, string>>; readonly level: Level; readonly why: string }
}

/** An assessment of the example year, in words of ours. Without `finish` it is under way. */
export type Assessed = {
  readonly holder: string
  readonly daysAgo: number
  readonly blocks: Partial<Record<Block, Readonly<Record<string, Said>>>>
  readonly notKnown?: readonly string[]
  readonly asked?: readonly AskedAgency[]
  readonly finish?: {
    readonly models: readonly ('boyfriend' | 'peer' | 'online' | 'gang' | 'not_known')[]
    readonly young: string
    readonly parents: string | null
    readonly reason: string
    readonly section47?: string
    readonly override?: { readonly steps: 1 | -1; readonly why: string }
  }
}

export const ASSESSED: readonly Assessed[] = [
  {
    holder: 'practitioner', daysAgo: 24, notKnown: ['online'],
    blocks: {
      vulnerability: { family_breakdown: { evidence: '{Her} parents parted in June and {she} moves between two homes', source: 'Mother' } },
      risk: {
        late_home: { evidence: 'Home after eleven on three school nights', source: 'Mother' },
        friends: { evidence: 'Two older girls whom nobody at school knows', source: 'Head of year', suspected: true },
      },
      harm: {},
      protective: { trusted_adult: { evidence: '{Her} aunt, whom {she} rings when {she} is worried', source: 'The young person' }, in_education: { evidence: '94 % this term', source: 'School' } },
    },
    finish: { models: ['not_known'], young: '“I’m fine. I just want people to stop asking where I am.”', parents: '{Her} mother looks for {him} each time and would like to know how to talk about it.', reason: 'Late nights and friends nobody knows, with an aunt and a mother who act. The online side is not known yet.' },
  },
  {
    holder: 'practitioner', daysAgo: 12, notKnown: ['substances', 'sexual_health'],
    blocks: {
      vulnerability: { isolation: { evidence: 'Eats alone and has left the choir', source: 'Form tutor', opinion: true }, abuse_or_neglect: { evidence: 'On a plan for neglect in 2019', source: 'Children’s record', earlier: true } },
      risk: {
        missing: { evidence: 'Twice in October, once overnight', source: 'Missing person reports' },
        phones: { evidence: 'A second phone under {her} mattress', source: 'Mother' },
        education: { evidence: 'Left at lunch on nine days', source: 'School' },
      },
      harm: { vehicles: { evidence: 'Picked up outside school by a man in a black hatchback', source: 'Head of year' }, unexplained_gifts: { evidence: 'Trainers and a phone that nobody bought {her}', source: 'Mother', suspected: true } },
      protective: { engaged: { evidence: 'Comes to each meeting', source: 'Practitioner' } },
    },
    asked: [
      { agency: 'school', days: 5, answer: { known: { risk: 'Leaves at lunch with a man of about nineteen. Friends call him Tez.', protective: 'Talks to the librarian.' }, level: 'high', why: 'It is most days now, and {she} comes back frightened.' } },
      { agency: 'health', days: 5, answer: 'nothing_known' },
      { agency: 'police', days: 7, answer: { known: { harm: 'The car is known from another enquiry.' }, level: 'medium_high', why: 'One car and one name so far; nothing yet links {her} to the others.' } },
    ],
    finish: {
      models: ['boyfriend', 'gang'], young: '“He’s the only one who listens. I know how that sounds.”', parents: null,
      reason: 'A man with a car meets {her} at school, and there are gifts. What the school sees most days weighs most.',
      section47: 'A strategy discussion was held by telephone on the same day; the lead chairs the meeting that follows.',
    },
  },
  {
    holder: 'practitioner2', daysAgo: 18,
    blocks: {
      vulnerability: { others_exploited: { evidence: '{Her} cousin is known to the team', source: 'Children’s record' } },
      risk: { late_home: { evidence: 'Once since the last meeting', source: 'Father', suspected: true } },
      harm: {},
      protective: { parents_protect: { evidence: 'Both fetch {her} and ring ahead', source: 'Practitioner' }, recognises: { evidence: 'Names what happened to {her} cousin', source: 'The young person' } },
    },
    finish: {
      models: ['peer'], young: '“It was my cousin, not me. But I get why you ask.”', parents: 'Both parents agree with what is written and want the visits to go on.',
      reason: 'Little stands here by itself, and it stands close to what happened to {her} cousin.',
      override: { steps: 1, why: 'The men who hurt {her} cousin know where {she} lives, which no question of the list asks.' },
    },
  },
  {
    holder: 'practitioner2', daysAgo: 4,
    blocks: {
      vulnerability: { looked_after: { evidence: 'In foster care since March, {her} second home', source: 'Social worker' } },
      risk: { online: { evidence: 'Speaks each night with somebody {she} has not met', source: 'Foster carer' } },
    },
    asked: [
      { agency: 'police', days: 7 },
      { agency: 'school', days: 6, answer: { known: { vulnerability: 'New this term, and has not made friends yet.', protective: 'Likes the art room and stays for the club.' }, level: 'low_medium', why: 'Settling in. We have seen nothing that worries us beyond that.' } },
      { agency: 'housing', days: 1 },
    ],
  },
  {
    holder: 'practitioner3', daysAgo: 33,
    blocks: {
      vulnerability: {}, risk: {}, harm: {},
      protective: { trusted_adult: { evidence: '{Her} grandmother', source: 'The young person' }, safe_friends: { evidence: 'Football twice a week', source: 'Father' }, in_education: { evidence: 'Every day this term', source: 'School' } },
    },
    finish: { models: ['online'], young: '“I blocked him. I’d tell Nan if he came back.”', parents: '{Her} father asks each evening, and {she} tells him.', reason: 'Nothing new since the account was closed, and {she} says whom {she} would tell. Low is not the same as safe.' },
  },
]
