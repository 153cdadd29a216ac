import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONCERN_TYPES } from '../../../lib/pathway/concerns'
import { LEVELS_OF_NEED } from '../../../lib/pathway/need-levels'
import { HELP_KINDS, suggestServices } from '../../../lib/pathway/services'

const service = (name: string, help: string[], needs: string[] = ['early_help']) => ({ name, help, needs })
const names = (suggested: { service: { name: string } }[]) => suggested.map((one) => one.service.name)

describe('which services may help', () => {
  const clinic = service('Clinic', ['sexual_health'], ['universal'])
  const talk = service('A talk', ['counselling'], ['complex'])
  const home = service('Homes', ['housing'])
  const both = service('Both', ['counselling', 'isva'], ['universal'])

  it('puts first what may help with most of what was told, then what serves the level of need, then by name', () => {
    const told = { concerns: ['sexual_abuse', 'self_harm'], levelOfNeed: 'complex' } as const
    expect(names(suggestServices([home, clinic, both, talk], told))).toEqual(['A talk', 'Both', 'Clinic', 'Homes'])
  })

  it('says why, in words', () => {
    const [first] = suggestServices([home], { concerns: ['housing'], levelOfNeed: 'early_help' })
    expect(first?.reasons).toEqual(['May help with: Unsuitable or insecure housing', 'For early help need'])
    expect(suggestServices([talk], { concerns: ['housing'], levelOfNeed: 'acute' })[0]?.reasons).toEqual([])
  })

  const someServices = fc.array(fc.record({
    name: fc.string(),
    help: fc.subarray(HELP_KINDS.map(({ id }) => id as string)),
    needs: fc.subarray([...LEVELS_OF_NEED] as string[]),
  }), { maxLength: 15 })
  const concerns = fc.array(fc.oneof(fc.constantFrom(...CONCERN_TYPES.map(({ id }) => id as string)), fc.string()), { maxLength: 8 })
  const need = fc.constantFrom(...LEVELS_OF_NEED)

  it('leaves none out and adds none', () => {
    fc.assert(fc.property(someServices, concerns, need, (services, told, levelOfNeed) => {
      const suggested = suggestServices(services, { concerns: told, levelOfNeed })
      expect(new Set(suggested.map((one) => one.service))).toEqual(new Set(services))
      expect(suggested).toHaveLength(services.length)
    }))
  })

  it('never takes a reason away when more is told', () => {
    fc.assert(fc.property(someServices, concerns, concerns, need, (services, told, more, levelOfNeed) => {
      const reasons = (all: string[]) => new Map(suggestServices(services, { concerns: all, levelOfNeed }).map((one) => [one.service, one.reasons]))
      const [before, after] = [reasons(told), reasons([...told, ...more])]
      for (const [one, given] of before) expect(after.get(one)).toEqual(expect.arrayContaining(given))
    }))
  })
})
