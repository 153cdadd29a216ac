/**
 * What may need withholding in a passage, with reasons. Suggestions: people decide, and a second person reads what they
 * decided. What would show a referrer whose identity is to be withheld is marked beforehand (DOMAIN 2, Contact), and
 * giving it asks for a reason. Matching words over-counts and misses; neither is a decision.
 */
import { CAVEATS, type Caveat } from './caveats'
import { namesIn } from './names'
import { occurrencesOf, type Blackout, type Decision } from './redaction'
import { groundOf, type Ground, type Requester } from './subject-access'

/** Somebody known beforehand, by the words that would show who it is: a name, a phone, an e-mail address. */
export type KnownPerson = { readonly words: string; readonly who: 'withheld_referrer' | 'other_child' | 'referrer' | 'around' | 'professional' }

export type Proposal = {
  /** The words; null for the whole passage. */
  readonly words: string | null
  readonly ground: Ground
  readonly why: string
  /** Chosen beforehand: giving it asks for a reason. */
  readonly marked: boolean
}

export type PassageFacts = {
  readonly text: string
  /** What the agency that wrote it asked for; null where nothing was asked. */
  readonly caveat: Caveat | null
  /** Whether the police gave it. */
  readonly police: boolean
  /** Whether it is what the young person told of abuse. */
  readonly disclosure: boolean
  /** Whether somebody wrote it: what looks like a name in a form's own fields is a school or a street. */
  readonly written: boolean
}

const WHY: Readonly<Record<KnownPerson['who'], string>> = {
  withheld_referrer: 'Told us something, and who told us is to be withheld',
  other_child: 'Another child on record',
  referrer: 'Told us something about the young person',
  around: 'Somebody in the young person’s life',
  professional: 'A professional, named in their work: usually given',
}

const LEGAL = /\b(?:legal advice|legal services|solicitors?|barristers?|counsel(?:’s|'s)? (?:opinion|advice)|privileged)\b/i

/**
 * What is proposed for a passage. `own` are the names of the young person, which are never proposed as somebody
 * else's. Each stretch of words once, in the order: the whole passage, then people by how much depends on them.
 */
export function proposalsFor(passage: PassageFacts, known: readonly KnownPerson[], own: readonly string[], requester: Requester): Proposal[] {
  return [...wholeProposals(passage, requester), ...people(passage, known, own)]
}

function wholeProposals({ text, caveat, police, disclosure }: PassageFacts, requester: Requester): Proposal[] {
  const whole = (ground: Ground, why: string): Proposal => ({ words: null, ground, why, marked: false })
  const label = CAVEATS.find(({ id }) => id === caveat)?.label
  return [
    ...(caveat && caveat !== 'none' ? [whole(caveat === 'police_only' ? 'crime' : 'caveat', `Its agency asked: ${label}. Ask them first`)] : []),
    ...(police && caveat !== 'police_only' ? [whole('crime', 'The police gave it: ask them before it is given')] : []),
    ...(disclosure && requester !== 'young_person' ? [whole('child_abuse', 'What the young person told of abuse, and somebody else asks for it')] : []),
    ...(LEGAL.test(text) ? [whole('privilege', 'It speaks of legal advice')] : []),
  ]
}

const ORDER = ['withheld_referrer', 'other_child', 'referrer', 'around', 'professional'] as const satisfies readonly KnownPerson['who'][]
const alike = (words: string) => words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

function people({ text, written }: PassageFacts, known: readonly KnownPerson[], own: readonly string[]): Proposal[] {
  const ownWords = new Set(own.flatMap((name) => [alike(name), ...alike(name).split(' ')]))
  const found = new Map<string, Proposal>()
  const propose = (words: string, who: KnownPerson['who'] | null) => {
    const key = alike(words)
    if (found.has(key) || ownWords.has(key) || !occurrencesOf(text, words).length) return
    found.set(key, { words, ground: who === 'withheld_referrer' ? 'identity_withheld' : 'third_party', why: who ? WHY[who] : 'Looks like a name', marked: who === 'withheld_referrer' })
  }
  for (const who of ORDER) {
    for (const { words } of known.filter((one) => one.who === who)) {
      // who told us, where that is withheld, is looked for in small letters too
      const hidden = who === 'withheld_referrer'
      propose(hidden && !words.includes(' ') ? words.toLowerCase() : words, who)
      // one part of a name may stand alone: 'Gwen said'
      for (const part of partsOf(words)) {
        const as = hidden ? part.toLowerCase() : part
        if (occurrencesOf(text, as).length > occurrencesOf(text, words).length) propose(as, who)
      }
    }
  }
  for (const { kind, shown } of written ? namesIn(text) : []) {
    const names = [...found.keys()]
    if (kind === 'person' && !shown.split(/\s/).every((part) => ownWords.has(alike(part))) && !names.some((name) => name.includes(alike(shown)) || alike(shown).includes(name))) propose(shown, null)
  }
  return [...found.values()]
}

const partsOf = (words: string): string[] => (/[\d@]/.test(words) ? [] : words.split(/\s+/).filter((part) => part.length > 2 && words.includes(' ')))

/** The proposals that are chosen beforehand, as the form begins with them. */
export function markedOf(proposals: readonly Proposal[]): Blackout[] {
  return proposals.flatMap(({ words, ground, marked }) => (marked && words !== null ? [{ words, ground }] : []))
}

/**
 * What is wrong with a decision, by the field of the form; empty where nothing is. Words that are not in the passage
 * are refused, because whoever typed them would believe them gone.
 */
export function decisionProblems(text: string, proposals: readonly Proposal[], { verdict, ground, blackouts, note }: Decision): Record<string, string> {
  const problems: Record<string, string> = {}
  if (verdict === 'whole' && !ground) problems.ground = 'Choose why it is withheld'
  if (verdict === 'part' && !blackouts.length) problems.blackouts = 'Choose words to black out, or give all of it'
  if (verdict === 'part') {
    for (const [at, { words }] of blackouts.entries()) if (!occurrencesOf(text, words).length) problems[`blackouts.${at}.words`] = `“${words}” is not in this passage: check how it is written there`
  }
  if (verdict === 'whole' || note) return problems
  const kept = verdict === 'part' ? blackouts.flatMap(({ words }) => occurrencesOf(text, words)) : []
  for (const { words } of markedOf(proposals)) {
    const open = occurrencesOf(text, words).some((at) => !kept.some(({ start, end }) => start <= at.start && at.end <= end))
    if (open) problems.note = `Say why “${words}” is given: ${groundOf('identity_withheld').label.toLowerCase()}`
  }
  return problems
}
