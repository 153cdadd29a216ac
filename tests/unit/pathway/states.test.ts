import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CASE_STAGES, CASE_STAGE_LABELS, CONTACT_STATES, CONTACT_STATE_LABELS, ForbiddenMove, REFERRAL_STATES,
  REFERRAL_STATE_LABELS, type Machine, type StateOf, assertMove, mayMove, movesFrom,
} from '../../../lib/pathway/states'

/** Every state that can be reached from `from` without setting foot in `avoiding`. */
function reach<M extends Machine>(machine: M, from: StateOf<M>, avoiding: readonly StateOf<M>[]): Set<StateOf<M>> {
  const seen = new Set<StateOf<M>>([from])
  for (const state of seen) {
    for (const next of movesFrom(machine, state)) if (!avoiding.includes(next)) seen.add(next)
  }
  return seen
}

describe('contact', () => {
  it('is decided once and not undone', () => {
    expect(mayMove('contact', 'logged', 'decided')).toBe(true)
    expect(mayMove('contact', 'decided', 'logged')).toBe(false)
  })
})

describe('referral', () => {
  it('may be answered without first being acknowledged', () => {
    expect(movesFrom('referral', 'sent')).toEqual(['acknowledged', 'accepted', 'declined'])
  })

  it.each(['accepted', 'action_taken'] as const)('cannot close without being %s', (step) => {
    expect(reach('referral', 'sent', [step]).has('closed')).toBe(false)
  })

  it('goes no further when declined unless that is reversed, and ends when closed', () => {
    expect(reach('referral', 'declined', ['accepted'])).toEqual(new Set(['declined']))
    expect(mayMove('referral', 'declined', 'closed')).toBe(false)
    expect(movesFrom('referral', 'closed')).toEqual([])
  })
})

describe('case', () => {
  it.each(['assessment', 'panel', 'exit'] as const)('cannot close without %s', (stage) => {
    expect(reach('case', 'allocation', [stage]).has('closed')).toBe(false)
    expect(reach('case', 'allocation', []).has('closed')).toBe(true)
  })

  it('cannot make a plan before the panel', () => {
    expect(reach('case', 'allocation', ['panel']).has('plan')).toBe(false)
  })

  it('closes only from exit, and reopens only at allocation', () => {
    expect(CASE_STAGES.filter((stage) => mayMove('case', stage, 'closed'))).toEqual(['exit'])
    expect(movesFrom('case', 'closed')).toEqual(['allocation'])
  })

  it('can go back for more assessment and back from exit', () => {
    expect(mayMove('case', 'panel', 'assessment')).toBe(true)
    expect(mayMove('case', 'plan', 'panel')).toBe(true)
    expect(mayMove('case', 'exit', 'plan')).toBe(true)
  })

  it('is closed only at the end of any walk that passed exit since it was last open', () => {
    fc.assert(fc.property(fc.array(fc.nat(9), { maxLength: 40 }), (choices) => {
      const walk: StateOf<'case'>[] = ['allocation']
      for (const choice of choices) {
        const moves = movesFrom('case', walk.at(-1) ?? 'allocation')
        const next = moves[choice % moves.length]
        if (next) walk.push(next)
      }
      walk.forEach((stage, at) => {
        if (stage !== 'closed') return
        const opened = walk.slice(0, at).lastIndexOf('allocation')
        const work = walk.slice(opened, at)
        expect(work).toEqual(expect.arrayContaining(['assessment', 'panel', 'exit']))
      })
    }))
  })
})

describe('every machine', () => {
  const machines = [
    ['contact', CONTACT_STATES, CONTACT_STATE_LABELS],
    ['referral', REFERRAL_STATES, REFERRAL_STATE_LABELS],
    ['case', CASE_STAGES, CASE_STAGE_LABELS],
  ] as const

  it.each(machines)('%s: states are all labelled, all reached, and never move to themselves', (name, states, labels) => {
    expect(Object.keys(labels)).toEqual([...states])
    expect([...reach(name, states[0], [])].sort()).toEqual([...states].sort())
    for (const state of states) expect(mayMove(name, state, state)).toBe(false)
  })

  it('refuses a forbidden or unknown move in plain words', () => {
    expect(() => assertMove('case', 'allocation', 'assessment')).not.toThrow()
    expect(() => assertMove('case', 'plan', 'closed')).toThrow(ForbiddenMove)
    expect(() => assertMove('case', 'plan', 'closed')).toThrow('A case cannot go from “Safety plan” to “Closed”')
    const fromOutside = 'constructor' as 'plan'
    expect(mayMove('case', fromOutside, 'closed')).toBe(false)
    expect(() => assertMove('case', fromOutside, 'closed')).toThrow(ForbiddenMove)
  })
})
