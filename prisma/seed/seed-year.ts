import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { insertRows } from './rows'
import type { Year } from './year'

/**
 * Writes a made-up year, all of it or nothing: one transaction, as the app's login under row-level security.
 * Gives how many contacts it wrote.
 */
export const seedYear = operation({
  name: 'seed.year',
  effect: 'change',
  permission: 'area:seed',
  // made by these seeds in this process a moment ago: nothing comes from outside that could be checked
  input: z.strictObject({ year: z.custom<Year>((value) => typeof value === 'object' && value !== null) }),
  audit: ['area.seeded'],
  timeout: 120_000,
  async work({ tx }, { year }) {
    await insertRows(tx, 'child', year.children)
    await insertRows(tx, 'child_alias', year.aliases)
    await insertRows(tx, 'child_address', year.addresses)
    await insertRows(tx, 'person_around', year.people)
    await insertRows(tx, 'contact', year.contacts)
    await insertRows(tx, 'contact_decision', year.decisions)
    await insertRows(tx, 'referral', year.referrals)
    await insertRows(tx, 'referral_move', year.referralMoves)
    await insertRows(tx, 'sharing', year.sharings)
    await insertRows(tx, 'cate_case', year.cases)
    await insertRows(tx, 'case_allocation', year.allocations)
    await insertRows(tx, 'case_stage_move', year.moves)
    await insertRows(tx, 'case_level', year.levels)
    await insertRows(tx, 'reference_counter', year.counters)
    const [contacts, children, cases] = [year.contacts.length, year.children.length, year.cases.length]
    return { output: contacts, kind: 'area.seeded', facts: { terms: { step: 'year', contacts, children, cases } } }
  },
})
