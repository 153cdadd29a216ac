import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintsIn, quotedSpans, withAllBetter, withBetter } from '../../../lib/pathway/language'
import { LANGUAGE_RULES } from '../../../lib/pathway/language-rules'

/** Each phrase of DOMAIN 4, Words, and others of the kind, with what it is answered by. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ['She puts herself at risk.', 'She is put at risk by others.'],
  ['He was putting himself in danger again', 'He was being put at risk by others again'],
  ['They placed themselves at risk', 'They was put at risk by others'],
  ['She is promiscuous', 'She is at risk of sexual exploitation'],
  ['Promiscuous behaviour was reported', 'Signs of sexual exploitation was reported'],
  ['It is a lifestyle choice', 'It is a sign of grooming or control'],
  ['with her much older boyfriend Daz', 'with an older person who presents as a partner Daz'],
  ['Her 24-year-old boyfriend has a car', 'A 24-year-old person who presents as a partner has a car'],
  ['Her boyfriend drove her', 'A person who presents as a partner drove her'],
  ['She is hard to engage', 'She is not yet able to trust services'],
  ['He won’t engage and didn\'t engage last year', 'He is not yet able to trust services and was not yet able to trust services last year'],
  ['She absconds on Fridays', 'She goes missing on Fridays'],
  ['ABSCONDED twice', 'Went missing twice'],
  ['He is an absconder', 'He is a child who goes missing'],
  ['She recruits other girls', 'She is made to bring other girls'],
  ['a child prostitute', 'being sexually exploited'],
  ['attention-seeking and streetwise', 'asking for help and used to coping alone'],
  ['puts\n herself  at risk', 'is put at risk by others'],
]

/** Much like the phrases, and right as it stands. */
const FINE = [
  'She was recruited by a group of men', 'He is being recruited', 'the recruitment fair', 'engaged to be married', 'the abscondment-free unit',
  'others put her at risk', 'her friend', 'boyfriends', 'a mature tree', 'The choice of lifestyle magazines', '',
]

describe('a hint', () => {
  it.each(EXAMPLES)('%j could be %j', (text, better) => expect(withAllBetter(text)).toBe(better))

  it.each(FINE)('is not given for %j', (text) => expect(hintsIn(text)).toEqual([]))

  it('says where, what and why, in the order of the text', () => {
    const text = 'He absconds. She is promiscuous.'
    const hints = hintsIn(text)
    expect(hints.map(({ start, end }) => text.slice(start, end))).toEqual(['absconds', 'promiscuous'])
    expect(hints.every(({ why, better, found }) => why.length > 10 && better && found)).toBe(true)
  })

  it('has a rule for each of the words that DOMAIN names', () => {
    expect(new Set(LANGUAGE_RULES.map(({ id }) => id))).toEqual(new Set([
      'puts_self_at_risk', 'promiscuous', 'lifestyle', 'boyfriend', 'engage', 'absconds', 'recruits',
      'prostitute', 'pornography', 'attention', 'streetwise', 'mature',
    ]))
  })
})

describe('a quotation', () => {
  it.each([
    '“my boyfriend absconds, and her boyfriend too”', '"She recruits other girls," he said', "He said 'it is a lifestyle choice' twice",
    '‘She is promiscuous’, he wrote', '«He absconds»', 'Open still: “she absconds, she said', 'Open still: "she absconds',
    "She said: 'I don't care, he absconds'", '‘the boys’ flat is her lifestyle choice’', '(‘absconds’)', '“One.\n\nHe absconds.”',
  ])('is left alone: %s', (text) => expect(hintsIn(text)).toEqual([]))

  it.each([
    ['don’t say she absconds, it isn’t so', 1], ["don't say the boys' friend absconds, it isn't so", 1], ['“quoted” absconds “quoted”', 1],
    ['‘one’ absconds and ‘two’', 1], ["'one' absconds and 'two'", 1], ['6" tall.\n\nHe absconds', 1], ['O’Brien absconds from the O’Neills’', 1],
  ] as const)('does not reach beyond its marks: %s', (text, count) => expect(hintsIn(text)).toHaveLength(count))

  it('gives its spans with their marks', () => expect(quotedSpans('a “b” c "d"')).toEqual([{ start: 2, end: 5 }, { start: 8, end: 11 }]))
})

const phrases = EXAMPLES.map(([text]) => text)
const pieces = fc.oneof(
  fc.constantFrom(...phrases, ...FINE), fc.constantFrom('“', '”', '"', "'", '‘', '’', '\n\n', ' ', '. ', 'don’t', 'İ', 'ß', '👩🏽'), fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const texts = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(' '))
const MARKS = [['“', '”'], ['‘', '’'], ['"', '"'], ["'", "'"], ['«', '»']] as const

describe('whatever is typed', () => {
  it('hints never overlap each other or a quotation, and are where they say', () => {
    fc.assert(fc.property(texts, (text) => {
      const hints = hintsIn(text)
      hints.forEach((hint, at) => {
        expect(text.slice(hint.start, hint.end)).toBe(hint.found)
        expect(hint.start).toBeGreaterThanOrEqual(hints[at - 1]?.end ?? 0)
        expect(quotedSpans(text).every(({ start, end }) => end <= hint.start || start >= hint.end)).toBe(true)
      })
    }), { numRuns: 500 })
  })

  it('replacing one touches nothing else, and a phrase that is gone nothing at all', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const hint of hintsIn(text)) {
        const after = withBetter(text, hint)
        expect(after.startsWith(text.slice(0, hint.start))).toBe(true)
        expect(after.endsWith(text.slice(hint.end))).toBe(true)
        expect(after).toHaveLength(text.length - hint.found.length + hint.better.length)
        expect(withBetter(`x${text}`, hint)).toBe(`x${text}`.slice(hint.start, hint.end) === hint.found ? withBetter(`x${text}`, hint) : `x${text}`)
      }
    }), { numRuns: 500 })
  })

  it('taking every hint leaves none to take', () => {
    fc.assert(fc.property(texts, (text) => {
      const once = withAllBetter(text)
      expect(withAllBetter(once)).toBe(once)
    }), { numRuns: 1000 })
  })

  it('a phrase in quotation marks of any kind is left alone, whatever stands around it', () => {
    fc.assert(fc.property(fc.constantFrom(...phrases), fc.constantFrom(...MARKS), fc.constantFrom('', 'He said ', 'Well, '), fc.constantFrom('', '.', ', and went.', ' then'), (phrase, [open, close], head, tail) => {
      const quoted = `${head}${open}${phrase}${close}${tail}`
      expect(withAllBetter(quoted)).toBe(quoted)
    }), { numRuns: 500 })
  })
})
