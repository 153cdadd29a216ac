import fs from 'node:fs'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveImport, submitImport } from '../../lib/imports/commands'
import { readImport } from '../../lib/imports/queries'
import { workImports } from '../../lib/imports/run'
import { takeRelease } from '../../lib/releases/commands'
import { checkImport, letIn, type Files } from '../support/imports'
import { fileOf, publishedSet } from '../support/published-set'
import { filesFolder, opened, release, tableIn } from '../support/releases'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** What an area takes away comes in again elsewhere: children, contacts and cases by the columns of an import. */
let world: World
const folder = filesFolder()
beforeAll(async () => {
  world = await makeWorld()
  await letIn(world, await checkImport(world, publishedSet([world.as.practitioner.email], { contacts: 400, children: 300 })))
}, 120_000)
afterAll(async () => {
  await world.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Row = Record<string, unknown>
const say = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** The rows of an archive in the columns of an import. */
function asFiles(texts: Record<string, string>): Files {
  const rows = (name: string) => tableIn(texts, name)
  const byId = (name: string, key = 'id') => new Map(rows(name).map((row) => [row[key], row]))
  const all = (list: readonly Row[], key: string, id: unknown) => list.filter((row) => row[key] === id)
  const [children, contacts, decisions, people] = [byId('child'), byId('contact'), byId('contact_decision', 'contact_id'), byId('user_account')]
  const [aliases, addresses, referrals] = [rows('child_alias'), rows('child_address'), rows('referral')]
  const sent = byId('referral')
  const ref = (map: Map<unknown, Row>, id: unknown) => say(map.get(id)?.reference)
  return {
    'children.csv': fileOf('children.csv', [...children.values()].map((row) => ({
      child_ref: say(row.reference), given_name: say(row.given_name), family_name: say(row.family_name), aliases: all(aliases, 'child_id', row.id).map((one) => [one.given_name, one.family_name].filter(Boolean).join(' ')).join('|'),
      date_of_birth: say(row.date_of_birth), sex: say(row.sex), ethnicity: say(row.ethnicity), postcode: say(all(addresses, 'child_id', row.id)[0]?.postcode), school: say(row.school), nhs_number: say(row.nhs_number), upn: say(row.upn), legal_status: say(row.legal_status),
    }))),
    'contacts.csv': fileOf('contacts.csv', [...contacts.values()].map((row) => {
      const own = all(referrals, 'contact_id', row.id)
      const told = decisions.get(row.id)
      return {
        contact_ref: say(row.reference), received_at: say(row.received_at), channel: say(row.channel), source_code: say(row.source_code), source_organisation: say(row.referrer_organisation), referrer_name: say(row.referrer_name), child_ref: ref(children, row.child_id),
        concern_types: (row.concerns as string[]).join('|'), exploitation: say(row.exploitation), level_of_need: say(row.level_of_need), outcome: told ? (told.outcomes as string[]).join('|') : 'pending', decided_at: say(told?.decided_at), to_service: say(own.find((one) => one.to_service)?.to_service), summary: say(row.what_was_said),
      }
    })),
    'cases.csv': fileOf('cases.csv', rows('cate_case').map((row) => ({
      case_ref: say(row.reference), child_ref: ref(children, row.child_id), contact_ref: ref(contacts, sent.get(row.referral_id)?.contact_id), referred_at: say(row.referred_at), allocated_to: say(people.get(row.allocated_to_id)?.email),
      stage: say(row.stage), level: say(row.level), panel_at: say(row.panel_held_at), closed_at: say(row.closed_at), closure_reason: say(row.closure_reason),
    }))),
  }
}

const CONTENT = {
  child: 'given_name, family_name, date_of_birth, sex, ethnicity, school, nhs_number, upn, legal_status, exploitation',
  contact: 'received_at, channel, source_code, referrer_name, concerns, exploitation, level_of_need, what_was_said, decision_due',
  contact_decision: 'decided_at, reported_as, outcomes',
  cate_case: 'referred_at, stage, level, panel_held_at, closed_at, closure_reason, allocated_to_id',
} as const

it('comes in again as it was, in another area', async () => {
  const { texts } = opened(fs.readFileSync((await takeRelease.run(world.as.manager, request(), { releaseId: await release(world, 'archive') })).file))
  const manager = await makePerson(world.sql, world.b, { role: 'manager', name: 'Manny Jerr' })
  await makePerson(world.sql, world.b, { role: 'practitioner', name: world.as.practitioner.name })
  const files = Object.entries(asFiles(texts)).map(([name, content]) => ({ name, content }))
  const { batchId } = await submitImport.run(manager, request(), { submissionKey: randomUUID(), files })
  await workImports(world.b.system, request())
  const checked = await readImport.run(manager, request(), { batchId })
  expect(checked.report?.problems).toEqual([])
  await approveImport.run(manager, request(), { batchId, version: checked.version, leave: [] })
  await workImports(world.b.system, request())
  for (const [table, columns] of Object.entries(CONTENT)) {
    const of = async (area: string) => (await world.sql.query(`SELECT ${columns} FROM ${table} WHERE area_id = $1 ORDER BY ${columns}`, [area])).rows
    const before = await of(world.a.id)
    expect(before.length).toBeGreaterThan(50)
    expect(await of(world.b.id)).toEqual(before)
  }
}, 120_000)
