import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIENCES, CAVEATS, isKeptFromSome, NAMEABLE, opensTo, withheldNote, type Caveat, type Caveated } from '../../../lib/pathway/caveats'

const entry = (caveat: Caveat, caveatFor: string[] = []): Caveated => ({ caveat, caveatFor, agencyId: 'police' })
const open = (caveat: Caveat, caveatFor: string[] = []) =>
  AUDIENCES.filter((audience) => opensTo(entry(caveat, caveatFor), { audience, agencyId: null }))

describe('who may read an entry (DOMAIN 2)', () => {
  it('without a caveat everybody may', () => expect(open('none')).toEqual([...AUDIENCES]))
  it('not for the family: every professional may', () => expect(open('not_for_family')).toEqual(AUDIENCES.filter((one) => one !== 'family')))
  it('police only: the police, the lead and the auditor', () => expect(open('police_only')).toEqual(['lead', 'auditor', 'police']))
  it('named: those named, the lead and the auditor', () => {
    expect(open('named', ['cate'])).toEqual(['lead', 'auditor', 'cate'])
    expect(open('named', ['panel', 'police'])).toEqual(['lead', 'auditor', 'panel', 'police'])
  })
  it('an agency reads its own, whatever the caveat', () => {
    expect(opensTo(entry('police_only'), { audience: 'professional', agencyId: 'police' })).toBe(true)
    expect(opensTo(entry('police_only'), { audience: 'professional', agencyId: 'health' })).toBe(false)
    // an agency's own is not the family's
    expect(opensTo(entry('police_only'), { audience: 'family', agencyId: 'police' })).toBe(false)
  })

  const caveated = fc.record({ caveat: fc.constantFrom(...CAVEATS.map(({ id }) => id)), caveatFor: fc.subarray(NAMEABLE.map(({ id }) => id as string)), agencyId: fc.constantFrom('a', 'b') })
  const reader = fc.record({ audience: fc.constantFrom(...AUDIENCES), agencyId: fc.constantFrom('a', 'b', null) })
  it('the lead and the auditor read everything, the family nothing that has a caveat', () =>
    fc.assert(fc.property(caveated, reader, (one, who) => {
      if (who.audience === 'lead' || who.audience === 'auditor') expect(opensTo(one, who)).toBe(true)
      if (who.audience === 'family') expect(opensTo(one, who)).toBe(one.caveat === 'none')
    })))
  it('whoever the family may learn something from, every professional may read it too', () =>
    fc.assert(fc.property(caveated, reader, (one, who) => {
      if (opensTo(one, { audience: 'family', agencyId: null })) expect(opensTo(one, who)).toBe(true)
    })))
  it('naming more people closes it to nobody', () =>
    fc.assert(fc.property(caveated, reader, fc.constantFrom(...NAMEABLE.map(({ id }) => id as string)), (one, who, more) => {
      if (opensTo(one, who)) expect(opensTo({ ...one, caveatFor: [...one.caveatFor, more] }, who)).toBe(true)
    })))

  it('is kept from some where some professional may not read it', () => {
    for (const { id } of CAVEATS) expect(isKeptFromSome(id)).toBe(!opensTo(entry(id), { audience: 'professional', agencyId: null }))
  })
  it('what is withheld says whom to ask, and to the family names no agency', () => {
    expect(withheldNote('Police', 'DS Roe', 'cate')).toBe('Police wrote something that is withheld here. Ask DS Roe.')
    expect(withheldNote('Police', 'DS Roe', 'family')).toBe('Something is not shown here. Ask the safeguarding lead.')
  })
})
