import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { now } from '../../lib/clock'
import { seedActionPlan } from './action-plan'
import { AREAS, seedAgencies, type AreaCode } from './agencies'
import type { Actor } from '../../lib/access/actor'
import { closeConnections, openArea } from '../../lib/access/areas'
import { readStanding, SEEDING } from './area'
import { putInHand } from './in-hand'
import { hashesFor, refuseOutsideTheDemo, seedPeople } from './people'
import { seedYear } from './seed-year'
import { seedServices } from './services'
import { FULL, NEIGHBOUR, SMALL, type Size } from './sizes'
import { makeYear } from './year'

export type SeedOptions = {
  /** A few hundred contacts instead of the whole year: for tests. */
  small?: boolean
  /** When the year ends; now unless said. The same anchor gives the same rows. */
  anchor?: Date
  /** Told what is happening, a line at a time. */
  say?: (line: string) => void
}

/**
 * Seeds the demo: two areas with their agencies, one person for each role, and a lifelike year. Each step is
 * one transaction, so a run that was cut short is taken up where it stopped; a second run does nothing. Throws
 * an Error outside the demo, and where an area holds records that these seeds cannot have made.
 */
export async function seedDemo({ small = false, anchor = now(), say = () => {} }: SeedOptions = {}): Promise<void> {
  if (Number.isNaN(anchor.getTime())) throw new Error('The anchor must be a date and time, such as 2026-11-22T12:00:00Z')
  // before anything is made, so that a run in the wrong place leaves nothing behind
  refuseOutsideTheDemo()
  for (const { code, name } of AREAS) {
    await seedArea(code, name, code === 'MAR' ? NEIGHBOUR : small ? SMALL : FULL, anchor, (line) => say(`${name}: ${line}`))
  }
}

async function seedArea(area: AreaCode, name: string, size: Size, anchor: Date, say: (line: string) => void): Promise<void> {
  const actor = await openArea(area, name)
  const standing = await readStanding.run(actor, SEEDING, {})
  if (standing.agencies === 0) say(`${await seedAgencies.run(actor, SEEDING, { area })} agencies`)
  if (standing.people === 0) say(`${await seedPeople.run(actor, SEEDING, { area, hashes: await hashesFor(area) })} people who can sign in`)
  if (standing.services === 0 && area === 'WRN') say(`${await seedActionPlan.run(actor, SEEDING, { at: anchor.toISOString() })} actions in the board’s plan`)
  if (standing.services === 0) say(`${await seedServices.run(actor, SEEDING, { area, at: anchor.toISOString() })} services in the directory`)
  if (standing.contacts >= size.contacts) return standing.handovers || !size.inHand ? say('nothing to do, everything is there') : inHand(actor, anchor, say)
  if (standing.contacts > 0 || standing.children > 0) {
    throw new Error(
      `${name} holds ${standing.contacts} contacts and ${standing.children} children, fewer than the seeds make and more than none. ` +
        'Nothing was added. Start from an empty database, or leave the seeds out.',
    )
  }
  const year = makeYear({ id: actor.areaId, code: area }, size, anchor, actor.settings)
  await seedYear.run(actor, SEEDING, { year })
  say(`${year.children.length} children, ${year.contacts.length} contacts, ${year.cases.length} cases`)
  if (size.inHand) await inHand(actor, anchor, say)
}

/** The last of it: its end is the hand-over, so that a run that was cut short goes on with it. */
async function inHand(actor: Actor, anchor: Date, say: (line: string) => void): Promise<void> {
  await putInHand(actor, anchor)
  say('alerts, enquiries, referrals and a hand-over in hand')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { small: { type: 'boolean', default: false }, anchor: { type: 'string' } } })
  const started = Date.now()
  const say = (line: string) => process.stdout.write(`${line}\n`)
  await seedDemo({ small: values.small, ...(values.anchor === undefined ? {} : { anchor: new Date(values.anchor) }), say })
  say(`Seeded in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main()
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
    process.exitCode = 1
  } finally {
    await closeConnections().catch(() => {})
  }
}
