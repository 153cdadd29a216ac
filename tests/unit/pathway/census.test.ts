import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHILD_COLUMNS, factorsOf, PROTECTION_COLUMNS, REFERRAL_COLUMNS, upnMissing, type CensusReferral } from '../../../lib/pathway/census'
import { ASSESSMENT_FACTORS } from '../../../lib/pathway/codes'
import { CONCERN_TYPES } from '../../../lib/pathway/concerns'
import { MODELS } from '../../../lib/pathway/indicators'

const referral: CensusReferral = {
  child: 'WRN-C-00042', contact: 'WRN-26-00001', sentOn: '2026-05-03', source: '2A', outcome: 'cate', taken: true, exploitation: 'suspected', concerns: ['missing'], models: [],
  case: 'WRN-K-00007', closedOn: '2026-09-01', closureReason: 'RC7',
}
const row = (over: Partial<CensusReferral> = {}) => Object.fromEntries(REFERRAL_COLUMNS.map(({ name, cell }) => [name, cell({ ...referral, ...over })]))

describe('a referral of the census', () => {
  it('has the codes as they are stored, and nothing for what is not kept', () => {
    expect(row()).toEqual({
      la_child_id: 'WRN-C-00042', contact_reference: 'WRN-26-00001', referral_date: '2026-05-03', referral_source: '2A', sent_to: 'cate', no_further_action: '0', primary_need: '',
      factors_recorded: '10A|11A', case_reference: 'WRN-K-00007', closure_date: '2026-09-01', closure_reason: 'RC7',
    })
  })

  it('says that nothing further was done only where its receiver declined it', () => {
    expect([true, false, null].map((taken) => row({ taken }).no_further_action)).toEqual(['0', '1', ''])
  })

  it('gives no reason for a case that had not closed by then', () => {
    expect(row({ closedOn: null })).toMatchObject({ closure_date: '', closure_reason: '' })
  })
})

describe('factors', () => {
  it.each([
    [{ exploitation: 'no', concerns: [] }, []],
    [{ exploitation: 'yes', concerns: [] }, ['11A']],
    [{ exploitation: 'no', concerns: ['self_harm', 'neglect', 'missing'] }, ['10A', '15A', '16A']],
    [{ exploitation: 'yes', concerns: ['trafficked_or_moved'] }, ['11A', '12A']],
    [{ exploitation: 'suspected', concerns: [], models: ['gang', 'organised'] }, ['11A', '12A', '13A']],
    [{ outcome: 'safeguarding', exploitation: 'yes', concerns: ['criminal_exploitation'] }, ['24A']],
    [{ outcome: 'cate', exploitation: 'yes', concerns: ['criminal_exploitation'] }, ['11A', '24A']],
  ] as [Partial<CensusReferral>, string[]][])('of %j are %j', (given, expected) => {
    expect(factorsOf({ ...referral, concerns: [], ...given })).toEqual(expected)
  })

  it('are codes of the census, in order, once each, never "none", and more with every sign', () => {
    const some = fc.record({ exploitation: fc.constantFrom('yes' as const, 'suspected' as const, 'no' as const), outcome: fc.constant('cate' as const), concerns: fc.subarray(CONCERN_TYPES.map(({ id }) => id as string)), models: fc.subarray(MODELS.map(({ id }) => id as string)) })
    fc.assert(fc.property(some, some, (a, b) => {
      const found = factorsOf(a)
      expect(found).toEqual([...new Set(found)].sort())
      for (const code of found) expect(ASSESSMENT_FACTORS.map((one) => one.code)).toContain(code)
      expect(found).not.toContain('21')
      const both = factorsOf({ ...a, concerns: [...a.concerns, ...b.concerns], models: [...a.models, ...b.models] })
      expect(both).toEqual(expect.arrayContaining(found))
    }))
  })
})

describe('a child of the census', () => {
  it('is a reference and codes, and no name', () => {
    const child = { reference: 'WRN-C-00042', upn: null, dateOfBirth: '2011-02-03', birthEstimated: true, sex: 'F', ethnicity: 'WBRI', disabilities: ['LD', 'AUT'] }
    expect(Object.fromEntries(CHILD_COLUMNS.map(({ name, cell }) => [name, cell(child)]))).toEqual({
      la_child_id: 'WRN-C-00042', upn: '', upn_missing: 'not_recorded', date_of_birth: '2011-02-03', date_of_birth_estimated: '1', sex: 'F', ethnicity: 'WBRI', disabilities: 'LD|AUT',
    })
  })

  it('says why there is no number to use', () => {
    expect([null, '', 'X00180001701A', 'P207000016049'].map(upnMissing)).toEqual(['not_recorded', 'not_recorded', 'temporary', ''])
  })
})

it('tells of a section 47 when it began and what came of the conference', () => {
  const cells = (over: object) => PROTECTION_COLUMNS.map(({ cell }) => cell({ child: 'C', case: 'K', beganOn: '2026-05-03', conferenceOn: null, conferenceNotNeeded: false, ...over }))
  expect(cells({ conferenceOn: '2026-05-20' })).toEqual(['C', 'K', '2026-05-03', '2026-05-20', '0'])
  expect(cells({ conferenceNotNeeded: true })).toEqual(['C', 'K', '2026-05-03', '', '1'])
})
