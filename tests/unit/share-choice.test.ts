import { describe, expect, it } from 'vitest'
import { outsideReceivers } from '../../lib/contacts/schema'
import { choiceFor, eachFields, THE_SERVICE } from '../../lib/sharing/schema'

const common = { items: ['name' as const], purpose: 'help' as const, basis: 'public_task' as const }
const own = { items: ['name' as const, 'address' as const], purpose: 'crime' as const, basis: 'legal_obligation' as const, why: 'They look for her' }

describe('what a receiver is given', () => {
  it('is the same for all unless it is chosen apart, whatever was chosen before that was taken back', () => {
    expect(choiceFor({ ...common, each: { a: own } }, 'a')).toMatchObject(common)
    expect(choiceFor({ ...common, apart: false, each: { a: own } }, 'a')).toMatchObject(common)
  })

  it('chosen apart, is its own and nobody else’s; one that was left out is given nothing by default', () => {
    expect(choiceFor({ ...common, apart: true, each: { a: own } }, 'a')).toEqual(own)
    expect(choiceFor({ ...common, apart: true, each: { a: own } }, 'b')).toBeUndefined()
    expect(choiceFor({ ...common, apart: true }, 'a')).toBeUndefined()
  })

  it('is named by its agency, or as the service', () => {
    const agency = '0192f0c4-7a51-7cc3-9a0e-3f7f8ad1c001'
    expect(outsideReceivers({ agencies: [agency], service: '' })).toEqual([agency])
    expect(outsideReceivers({ agencies: [agency], service: 'Early help' })).toEqual([agency, THE_SERVICE])
    expect(outsideReceivers({ agencies: [], service: '', serviceId: agency })).toEqual([THE_SERVICE])
    expect(eachFields.each.safeParse({ [agency]: own, [THE_SERVICE]: own }).success).toBe(true)
    for (const key of ['nobody', '']) expect(eachFields.each.safeParse(JSON.parse(`{"${key}": ${JSON.stringify(own)}}`)).success, key).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 22 }, (_, at) => [agency.slice(0, -2) + String(at + 10), own]))
    expect(eachFields.each.safeParse(many).success).toBe(false)
  })
})
