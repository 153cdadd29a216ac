import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partiesOf } from '../../lib/pathway/plan'
import { differenceOf, differencesOf } from '../../lib/plans/difference'
import { flat, flatLabels, formOf } from '../../lib/plans/flat'
import { planSchema } from '../../lib/plans/schema'

const said = (pieces: readonly { kind: string; text: string }[], ...kinds: string[]) => pieces.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join('')

describe('two versions of a text', () => {
  it('differ word by word', () => {
    expect(differenceOf('Home by ten on Friday', 'Home by nine on Friday')).toEqual([
      { kind: 'same', text: 'Home by ' }, { kind: 'removed', text: 'ten' }, { kind: 'added', text: 'nine' }, { kind: 'same', text: ' on Friday' },
    ])
  })

  it('lose nothing of either', () => {
    const text = fc.string({ unit: fc.constantFrom('one', 'two', ' ', '\n', '.', 'Zoë', '“', '7'), maxLength: 40 })
    fc.assert(fc.property(text, text, (was, is) => {
      const pieces = differenceOf(was, is)
      expect([said(pieces, 'same', 'removed'), said(pieces, 'same', 'added')]).toEqual([was, is])
    }))
  })
})

const EMPTY = { sections: {}, withheld: [], involvement: [], reviewOn: null, agreedWith: '', copiedTo: '' }
const PARTIES = partiesOf('Robin', [{ id: 'm', name: 'Ann', relationship: 'mother', parentalResponsibility: true }])

describe('two versions of a plan', () => {
  it('differ by part, involvement and what is withheld among them', () => {
    const was = formOf(EMPTY, PARTIES)
    const is = formOf({ ...EMPTY, sections: { worries: 'Late **nights**' }, withheld: ['worries'], involvement: [{ party: 'm', name: 'Ann', involved: 'no', how: '', on: null, words: '', whyNot: 'At work', willTry: 'A visit', withheld: false }] }, PARTIES)
    expect(differencesOf(flat(was), flat(is), flatLabels(PARTIES)).map(({ label, pieces }) => [label, said(pieces, 'added')])).toEqual([
      ['Worries', 'Late nights'], ['How Ann was involved', 'Not involved: At work\nA visit'], ['Withheld from the family', 'Worries'],
    ])
  })

  it('is what the form sends: an empty plan may be saved as a draft', () => {
    expect(planSchema.safeParse({ caseId: '00000000-0000-4000-8000-000000000000', version: 1, note: '', ...formOf(EMPTY, PARTIES) }).success).toBe(true)
  })
})
