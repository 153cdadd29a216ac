import type { Outcome } from '../../lib/pathway/routing'
import type { Sex } from '../../lib/pathway/codes'
import type { ConcernId } from '../../lib/pathway/words'

// The rest of what is written on a contact and a decision. Ours, like all of the demo's words.

const PRONOUNS: Readonly<Record<Sex, Readonly<Record<string, string>>>> = {
  F: { She: 'She', she: 'she', Her: 'Her', her: 'her', him: 'her', him_self: 'herself', was: 'was', has: 'has' },
  M: { She: 'He', she: 'he', Her: 'His', her: 'his', him: 'him', him_self: 'himself', was: 'was', has: 'has' },
  U: { She: 'They', she: 'they', Her: 'Their', her: 'their', him: 'them', him_self: 'themselves', was: 'were', has: 'have' },
}

/** A sentence with the words for that child in place of {She}, {her} and the like. */
export function about(sentence: string, sex: Sex): string {
  return sentence.replace(/\{(\w+)\}/g, (token, word: string) => PRONOUNS[sex][word] ?? token)
}

export const CHILD_WORDS: readonly string[] = [
  'I just want it to stop.',
  'I don’t want my mum to be cross.',
  'I didn’t know who to tell.',
  'I feel safe at my nan’s.',
  'Can you not tell the whole school?',
  'I want to go back to football.',
  'It’s quieter when I stay in my room.',
  'Can my brother come too?',
]

/** Words of a child who is being exploited, or may be. */
export const EXPLOITED_WORDS: readonly string[] = [
  'He said nobody would believe me.',
  'They are nice to me and then they are not.',
  'I said I was at my friend’s but I wasn’t.',
  'They said I owed them.',
  'He gets angry if I don’t answer.',
]

export const WHEREABOUTS: readonly string[] = [
  'At home with a parent',
  'Staying with a grandparent',
  'With an aunt in Ferrowby',
  'At home with both parents',
]
export const WHEREABOUTS_FOUND: readonly string[] = [
  'Back home since this morning',
  'Back home, asleep',
  'Found at a friend’s house and taken home',
  'Not known; the police are looking',
  'With an older cousin, who is bringing the child home',
]
export const OTHERS_AT_RISK: readonly string[] = [
  'A younger sister at the same address',
  'Two younger brothers',
  'A friend of the same age, name not known',
  'A cousin who visits at weekends',
  'Another girl in the same year group',
]
export const FAMILY_VIEWS: readonly string[] = [
  'Mum is worried and wants help.',
  'Dad was surprised and would like to talk it through.',
  'The parents feel judged and asked for a plain explanation.',
  'The carers agree that something has changed.',
  'Mum says that things are better this week and still wants support.',
  'The family would like to be seen together.',
]
export const NOT_ASKED: readonly string[] = [
  'Asking first could put the child at more risk.',
  'The family could not be reached.',
  'The person who told us had no chance to ask.',
  'It was not the caller’s place to ask.',
]
export const NOT_ASKED_BY_POLICE = 'Nobody is to be told until the officers have finished their first enquiries.'
export const DANGER_ACTION: readonly string[] = [
  'The police were called at once and are with the family.',
  'The child was taken to a relative’s home, agreed with the duty social worker.',
  'The child is staying at the hospital until a social worker has come.',
  'School is keeping the child with a known adult until the duty social worker arrives.',
]

export const UNIDENTIFIED: readonly string[] = [
  'A girl of about 14 in a dark school coat, first name perhaps Ella, seen by the bus station.',
  'A boy of perhaps 12 who rides a red bicycle near the precinct.',
  'A young person who gave the name Jay and said they were 15.',
  'Two girls of secondary-school age, one with a green rucksack.',
  'A small child heard crying in the flat above; nobody knows the family.',
  'A girl who uses a nickname in a game and says she is at school in Wrenmoor.',
]

export const RATIONALE: Readonly<Record<Outcome, readonly string[]>> = {
  cate: [
    'Several signs of exploitation together, and an adult who is not known to the family. The specialist team is best placed to build trust.',
    'What the young person said points to exploitation. One consistent worker and one plan between the agencies are needed.',
    'The pattern over the last weeks is of exploitation and it is getting more frequent.',
    'Exploitation is likely to play a part. The team will assess with the young person and bring it to the panel.',
  ],
  safeguarding: [
    'The threshold for an assessment is met: the child may be suffering harm at home.',
    'A strategy discussion is needed today. What was said is specific and recent.',
    'The child’s needs are complex and nobody is yet coordinating them.',
    'The risk comes from an adult with access to the child, so a child-protection response is needed.',
  ],
  other_service: [
    'The family wants support and a service is well placed to give it.',
    'No sign of significant harm. A targeted service can meet the need, and we will hear if that changes.',
    'The need is clear and so is the service. The referrer agrees.',
    'Early support should stop this from growing.',
  ],
  advice: [
    'The referrer is already doing the right things. We talked through what to watch for and when to ring again.',
    'Nothing said so far calls for a service. What was said is on record for the next contact.',
    'Advice given and services signposted. The family will ask if they need more.',
    'We spoke about what would change our view and agreed how it would reach us.',
  ],
}

/** The reason given for an assessment where this is not the first contact. */
export const NOT_THE_FIRST = 'Earlier contacts and this one together call for a social work assessment.'

/** The reason given where a contact about exploitation goes to no team of its own. */
export const EXPLOITATION_RATIONALE: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  safeguarding: [
    'A strategy discussion is needed: what was said is specific, and an adult has access to the young person.',
    'The police and health need to meet today. Whether exploitation is confirmed is for that meeting to say.',
    'A social worker knows the family well and will assess; the specialist team has been told and will advise.',
    'The risk is immediate enough for a child-protection response first. A referral to the team follows if it is confirmed.',
  ],
  other_service: [
    'Possible grooming online was noticed early. A named worker will do focused work with {him} and tell us if anything grows.',
    'The parents are protective and acting. Sexual health and school support are in place, and we review in four weeks.',
  ],
  advice: [
    'A suspicion without detail. School knows what to watch for and will ring; this is kept so that the next contact makes sense.',
    'Already known to a worker who will take it up this week. Advice given on keeping messages as evidence.',
  ],
}

/** Which service helps with what; early help with everything else. */
export const SERVICES: Readonly<Partial<Record<ConcernId, readonly string[]>>> = {
  self_harm: ['CAMHS', 'Hollowlight Counselling'],
  change_in_mood: ['CAMHS', 'School nurse', 'Hollowlight Counselling'],
  substance_use: ['Young people’s substance use service'],
  school_absence: ['Education welfare'],
  domestic_abuse: ['Domestic abuse support', 'Early help'],
  housing: ['Housing options'],
  sexual_health: ['Sexual health service'],
  online_contact: ['Early help', 'School nurse'],
}

export const SUMMARY: Readonly<Record<Exclude<Outcome, 'advice'>, readonly string[]>> = {
  cate: [
    'Signs of exploitation over recent weeks; see the contact for what was said. The young person trusts one adult at school.',
    'Please assess. The young person has not been told of this referral yet; a parent has, and agrees.',
    'Concern about an older person, and about what happens in the evenings. The police know.',
  ],
  safeguarding: [
    'Please consider an assessment. What was said and by whom is on the contact.',
    'Strategy discussion asked for. The referrer can join.',
    'Assessment asked for: home circumstances and who is protective.',
  ],
  other_service: [
    'The family would like support and agrees to be called.',
    'Support asked for; please tell us when you have made contact.',
    'Please offer an appointment. A text message is the best way to reach them.',
  ],
}

export const TOLD_YES: readonly string[] = [
  'Told by phone what was decided and why.',
  'Told by e-mail, and how to ring again.',
  'Told what happens next and roughly when.',
]
export const TOLD_CANNOT: readonly string[] = [
  'No name or number was left.',
  'Telling them now could put the child at risk.',
]

export const DECLINED: readonly string[] = [
  '{She} {has} a worker from the neighbouring authority who knows {him} well and will carry on. We have agreed to talk each month.',
  'What was seen is explained by a cousin’s visits, checked with the police and school. Early help stays in touch; send it again if that changes.',
]
