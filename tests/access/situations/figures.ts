import { randomUUID } from 'node:crypto'
import { now } from '../../../lib/clock'
import { transaction } from '../../../lib/database/client'
import { summaryOf } from '../../../lib/oversight/public-summary'
import { digestOf } from '../../../lib/oversight/publish'
import { makePublished, nextYear } from '../../support/published'
import { makeCase, makeChild } from '../../support/records'
import { inAreaB, nobody, none, oddName, type Makers } from '../cells'
import type { World } from '../../support/world'

const forAgency = (input: object) => Object.fromEntries((['a', 'b'] as const).map((of) => [`for an agency of area ${of.toUpperCase()}`, (world: World) => ({ input: { ...input, only: `agency.${world[of].agencies.school}` } })]))
const rows = (make: typeof nobody, sees: 'contact' | 'family') => async (world: World) => ({ input: { figure: 'contacts' }, sees: (await make(world))[sees] })

/** A year that nobody published, with the copy that a manager looked at, or another. */
const ofAYear = (looked: boolean) => async (world: World) => {
  const year = String(nextYear())
  const [from, until, { manager }] = [`${year}-01-01`, `${year}-12-31`, world.as]
  // past the door, which may be shut where this is brought about
  const digest = digestOf(await transaction(manager.assignmentId, (tx) => summaryOf(tx, manager, now(), { from, until })))
  return { input: { submissionKey: randomUUID(), from, until, digest: looked ? digest : '0'.repeat(64), confirmed: 'yes' } }
}

/** A case that has waited longest to see its young person. */
async function unseen(world: World) {
  const family = oddName()
  const child = await makeChild(world, world.a, { family_name: family })
  const opened_at = new Date(Date.parse('2025-01-01T09:00:00Z') - ++made * 86_400_000)
  return { family, held: await makeCase(world, { child, holder: world.as.practitioner, opened_at, level: 'high' }) }
}
let made = 0

export const FIGURES: Readonly<Record<string, Makers>> = {
  'oversight.question': {
    'the last year': () => ({ input: { question: 'who', compare: 'yes' } }),
    'a contact of area A': async (world) => ({ input: { question: 'who' }, sees: (await nobody(world)).contact }),
    ...forAgency({ question: 'who' }),
  },
  'oversight.rows': {
    'a contact of area A': rows(nobody, 'contact'),
    'the name of its child': rows(nobody, 'family'),
    'a contact of area B': rows(inAreaB, 'contact'),
    'by what the figure is not broken down by': () => ({ input: { figure: 'contacts', by: 'practitioner', part: 'none' } }),
    ...forAgency({ figure: 'contacts' }),
  },
  'oversight.pivot': {
    'age by sex': () => ({ input: { figure: 'children', rows: 'age', columns: 'sex' } }),
    'by practitioner': () => ({ input: { figure: 'open_cases', rows: 'practitioner', columns: 'sex' } }),
  },
  'oversight.live': {
    'a case whose young person was not seen': async (world) => ({ input: {}, sees: (await unseen(world)).held }),
    'the name of its child': async (world) => ({ input: {}, sees: (await unseen(world)).family }),
    'a case of area B': async (world) => ({ input: {}, sees: (await inAreaB(world)).case }),
  },
  'oversight.report': { 'the last year': none },
  'oversight.published': Object.fromEntries((['a', 'b'] as const).map((of) => [`of area ${of.toUpperCase()}`, async (world: World) => ({ input: {}, sees: await makePublished(world, { area: world[of] }) })])),
  'oversight.preview-summary': { 'the last year': none },
  'oversight.publish-summary': { 'a year': ofAYear(true), 'a year that was not looked at': ofAYear(false) },
  'oversight.withdraw-summary': Object.fromEntries((['a', 'b'] as const).map((of) => [`of area ${of.toUpperCase()}`, async (world: World) => ({ input: { summaryId: await makePublished(world, { area: world[of] }), reason: 'A mistake' } })])),
  'oversight.summary': { 'the last year': none },
}
