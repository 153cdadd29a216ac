import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutsOf, givenOf, occurrencesOf, piecesOf, redacted, sentencesOf, WITHHELD_WORDS, type Blackout } from '../../../lib/pathway/redaction'
import { decisionProblems, markedOf, proposalsFor, type KnownPerson, type PassageFacts } from '../../../lib/pathway/redaction-proposals'
import { GROUNDS } from '../../../lib/pathway/subject-access'

const third = (words: string): Blackout => ({ words, ground: 'third_party' })
const out = (text: string, ...words: string[]) => redacted(text, cutsOf(text, words.map(third), []))

describe('words that are blacked out', () => {
  it('go wherever they stand, whatever their case and the space between them, as whole words', () => {
    expect(out('Gwen Hart rang. GWEN  HART was upset, and Gwen\nHart’s sister.', 'gwen hart')).toBe('[withheld] rang. [withheld] was upset, and [withheld]’s sister.')
    expect(out('Ann planned it with Annie and Ann.', 'Ann')).toBe('[withheld] planned it with Annie and [withheld].')
    expect(out('ann, Joann and anns', 'ann')).toBe('[withheld], Joann and anns')
    // where they overlap themselves, all of it goes
    expect(out('an Lee an Lee an', 'an Lee an')).toBe('[withheld]')
  })

  it('are a name where one word has a capital: Will goes, and will stays', () => {
    expect(out('Will will come. WILL said so.', 'Will')).toBe('[withheld] will come. [withheld] said so.')
    expect(out('Will will come.', 'will')).toBe('[withheld] [withheld] come.')
  })

  it('may hold any sign, and are taken as they are', () => {
    expect(out('Ring 01952 (ext. 4)* or a.b@c.test now', '01952 (ext. 4)*', 'a.b@c.test')).toBe('Ring [withheld] or [withheld] now')
    expect(occurrencesOf('anything', '  ')).toEqual([])
  })

  it.each([
    ['O’Brien rang', 'O\'Brien', '[withheld] rang'], ['o\'brien rang', 'o’brien', '[withheld] rang'], ['Anne‑Marie rang', 'anne-marie', '[withheld] rang'],
    ['Ring 07700900123.', '07700 900 123', 'Ring [withheld].'], ['Ring 07700 900-123', '07700900123', 'Ring [withheld]'], ['Ring +44 (0)7700 900123 now', '07700 900123', 'Ring [withheld] now'],
    ['Ring 07700 900123', '+447700900123', 'Ring [withheld]'], ['Ring 0044 7700 900123', '07700900123', 'Ring [withheld]'], ['Ring (01952) 555 000', '01952 555000', 'Ring ([withheld]'],
  ])('in “%s”, are the same whoever typed them: %s', (text, words, given) => {
    expect(out(text, words)).toBe(given)
  })

  it('are no part of a longer number', () => {
    expect(occurrencesOf('Ring 077009001234 or 1107700900123', '07700 900123')).toEqual([])
  })

  it('are one stretch where they meet, and what is locked is cut whatever was decided', () => {
    expect(cutsOf('ab cd ef', [third('ab cd'), { words: 'cd ef', ground: 'crime' }], [])).toEqual([{ start: 0, end: 8, ground: 'third_party' }])
    const locks = [{ start: 0, end: 4, ground: 'identity_withheld' as const }]
    expect(givenOf('Gwen rang', locks, { verdict: 'give', ground: null, blackouts: [] })).toEqual({ text: '[withheld] rang', ground: null, cuts: [{ ground: 'identity_withheld', many: 1 }] })
    expect(givenOf('Gwen rang', locks, { verdict: 'whole', ground: 'crime', blackouts: [] })).toEqual({ text: null, ground: 'crime', cuts: [] })
    // what stands in the form and was not meant is not taken
    expect(givenOf('Gwen rang', [], { verdict: 'give', ground: null, blackouts: [third('Gwen')] }).text).toBe('Gwen rang')
  })

  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', ' ', '\n', '.', '-', '(', '*'), maxLength: 40 })
  const grounds = fc.constantFrom(...GROUNDS.map(({ id }) => id))
  const blackouts = fc.array(fc.record({ words: letters, ground: grounds }), { maxLength: 5 })
  const locks = fc.array(fc.record({ start: fc.integer({ min: -3, max: 45 }), end: fc.integer({ min: -3, max: 45 }), ground: grounds }), { maxLength: 3 })

  it('account for the whole text: every letter is given or withheld with a ground, none twice', () => {
    fc.assert(fc.property(letters, blackouts, locks, (text, words, locked) => {
      const cuts = cutsOf(text, words, locked)
      const pieces = piecesOf(text, cuts)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const [at, cut] of cuts.entries()) expect(cut.start >= (cuts[at - 1]?.end ?? 0) && cut.end > cut.start).toBe(true)
      expect(redacted(text, cuts).split(WITHHELD_WORDS)).toHaveLength(cuts.length + 1)
    }))
  })

  it('are in nothing that is given', () => {
    fc.assert(fc.property(letters, blackouts, locks, (text, words, locked) => {
      const cuts = cutsOf(text, words, locked)
      const inside = (start: number, end: number) => cuts.some((cut) => cut.start <= start && end <= cut.end)
      for (const one of words) for (const { start, end } of occurrencesOf(text, one.words)) expect(inside(start, end)).toBe(true)
      for (const { start, end } of locked) if (Math.max(0, start) < Math.min(text.length, end)) expect(inside(Math.max(0, start), Math.min(text.length, end))).toBe(true)
    }))
  })
})

describe('sentences to choose from', () => {
  it('are those of the text, each once, and each found in it again', () => {
    expect(sentencesOf('She went. “Why?” he said!\nShe went. 4')).toEqual(['She went.', '“Why?”', 'he said!', '4'])
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '.', '!', '”'), maxLength: 60 }), (text) => {
      for (const sentence of sentencesOf(text)) expect(text).toContain(sentence)
    }))
  })
})

describe('what is proposed', () => {
  const facts = (over: Partial<PassageFacts> = {}): PassageFacts => ({ text: '', caveat: null, police: false, disclosure: false, written: true, ...over })
  const known: KnownPerson[] = [{ words: 'Gwen Hart', who: 'withheld_referrer' }, { words: '07700 900123', who: 'withheld_referrer' }, { words: 'Sam Chandler', who: 'other_child' }, { words: 'Mrs Oakes', who: 'referrer' }, { words: 'Pru First', who: 'professional' }]
  const words = (text: string) => proposalsFor(facts({ text }), known, ['Lily Chandler', 'Lil'], 'young_person').map((one) => [one.words, one.ground, one.marked])

  it('names who told us first, marked, with each part of the name and how to reach them', () => {
    expect(words('gwen came. Gwen Hart rang from 07700 900123.')).toEqual([['Gwen Hart', 'identity_withheld', true], ['gwen', 'identity_withheld', true], ['07700 900123', 'identity_withheld', true]])
  })

  it('names other people once each, a stranger’s name too, and never the young person', () => {
    expect(words('Lily Chandler and Sam Chandler met Darren Pike. Lil told Pru First. Chandler is her name.')).toEqual([['Sam Chandler', 'third_party', false], ['Pru First', 'third_party', false], ['Darren Pike', 'third_party', false]])
    expect(words('Sam ran off with Sam Chandler')).toContainEqual(['Sam', 'third_party', false])
    expect(proposalsFor(facts({ text: 'School: Brook High Lane', written: false }), known, [], 'young_person')).toEqual([])
  })

  it('is the whole passage for a caveat, the police, a lawyer, and what a child told where somebody else asks', () => {
    const whole = (over: Partial<PassageFacts>, requester: 'young_person' | 'parent' = 'young_person') => proposalsFor(facts(over), [], [], requester).map(({ words: none, ground }) => [none, ground])
    expect(whole({ caveat: 'not_for_family' })).toEqual([[null, 'caveat']])
    expect(whole({ caveat: 'police_only', police: true })).toEqual([[null, 'crime']])
    expect(whole({ caveat: 'none', police: true })).toEqual([[null, 'crime']])
    expect(whole({ text: 'We asked for legal advice' })).toEqual([[null, 'privilege']])
    expect(whole({ disclosure: true })).toEqual([])
    expect(whole({ disclosure: true }, 'parent')).toEqual([[null, 'child_abuse']])
  })

  it('is in the passage, whatever is known, and marks each word that would show who told us', () => {
    const names = fc.array(fc.record({ words: fc.constantFrom('Gwen Hart', 'Sam', 'Lily', 'a.b@c.test', 'Will'), who: fc.constantFrom<KnownPerson['who']>('withheld_referrer', 'other_child', 'around', 'professional') }))
    fc.assert(fc.property(fc.array(fc.constantFrom('Gwen', 'Hart', 'gwen', 'Sam', 'will', 'Lily', 'a.b@c.test', 'said', 'to'), { maxLength: 12 }), names, (parts, people) => {
      const text = parts.join(' ')
      const proposals = proposalsFor(facts({ text }), people, ['Lily Test'], 'young_person')
      for (const one of proposals) expect(occurrencesOf(text, one.words ?? '').length).toBeGreaterThan(0)
      const given = redacted(text, cutsOf(text, markedOf(proposals), []))
      for (const { words: name } of people.filter(({ who, words: called }) => who === 'withheld_referrer' && called !== 'Lily')) expect(occurrencesOf(given, name.toLowerCase())).toEqual([])
    }))
  })
})

describe('a decision', () => {
  const marked = [{ words: 'Gwen', ground: 'identity_withheld', why: '', marked: true }] as const
  const decide = (over: Partial<Parameters<typeof decisionProblems>[2]>) => decisionProblems('Gwen Hart met Sam', marked, { verdict: 'give', ground: null, blackouts: [], note: '', ...over })

  it('gives what is marked only with a reason', () => {
    expect(decide({})).toHaveProperty('note')
    expect(decide({ note: 'She agrees' })).toEqual({})
    expect(decide({ verdict: 'part', blackouts: [third('Sam')] })).toHaveProperty('note')
    // within longer words it is withheld all the same
    expect(decide({ verdict: 'part', blackouts: [third('Gwen Hart')] })).toEqual({})
    expect(decide({ verdict: 'whole', ground: 'crime' })).toEqual({})
  })

  it('has a ground, words, and words that are there', () => {
    expect(decide({ verdict: 'whole' })).toHaveProperty('ground')
    expect(decide({ verdict: 'part', note: 'x' })).toHaveProperty('blackouts')
    expect(decide({ verdict: 'part', blackouts: [third('Gwen'), third('Gwenn')] })).toEqual({ 'blackouts.1.words': '“Gwenn” is not in this passage: check how it is written there' })
  })
})
