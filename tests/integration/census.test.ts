import fs from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeRelease } from '../../lib/releases/commands'
import { makeCase, makeChild, makeContact, makeReferral } from '../support/records'
import { filesFolder, opened, release } from '../support/releases'
import { decideMeetingRows, makeMeeting } from '../support/strategy'
import { makeWorld, request, type World } from '../support/world'

let world: World
const folder = filesFolder()
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(async () => {
  await world.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const referenceOf = async (id: string) => (await world.sql.query('SELECT reference FROM child WHERE id = $1', [id])).rows[0].reference as string

it('gives the codes of a period, by reference and without a name, of that area alone', async () => {
  const girl = await makeChild(world, world.a, { family_name: 'Notnamed', upn: null, sex: 'F', ethnicity: 'WBRI', disabilities: ['LD'], date_of_birth: '2011-02-03' })
  const told = await makeContact(world, { child: girl, source_code: '2A', exploitation: 'suspected', concerns: ['missing'], state: 'decided' })
  const sent = await makeReferral(world, { child: girl, contact: told, state: 'accepted', sent_at: '2026-03-31T23:30:00Z', responded_at: '2026-04-02' })
  const held = await makeCase(world, { child: girl, holder: world.as.practitioner, stage: 'closed', referral: sent, closed_at: '2026-09-01T10:00:00Z', closure_reason: 'RC7' })
  await decideMeetingRows(world, await makeMeeting(world, { held, child: girl, bare: true }), held, world.a)
  // outside the period, sent on in place of another, to another service, and of another area
  const boy = await makeChild(world, world.a, { family_name: 'Before' })
  await makeReferral(world, { child: boy, sent_at: '2026-03-31T22:30:00Z' })
  await makeReferral(world, { child: girl, contact: told, sent_at: '2026-05-02', follows_id: sent })
  await makeReferral(world, { child: boy, outcome: 'other_service', sent_at: '2026-05-02', to_service: 'CAMHS' })
  await makeReferral(world, { area: world.b, child: await makeChild(world, world.b), sent_at: '2026-05-02' })

  const id = await release(world, 'census', ['2026-04-01', '2027-03-31'])
  const asked = request()
  const { texts, manifest } = opened(fs.readFileSync((await takeRelease.run(world.as.safeguarding, asked, { releaseId: id })).file))
  const rows = (name: string) => parse<Record<string, string>>(texts[name] ?? '', { columns: true, bom: true })
  const reference = await referenceOf(girl)
  expect(rows('children.csv')).toEqual([expect.objectContaining({ la_child_id: reference, upn: '', upn_missing: 'not_recorded', date_of_birth: '2011-02-03', sex: 'F', ethnicity: 'WBRI', disabilities: 'LD' })])
  expect(rows('referrals.csv')).toEqual([expect.objectContaining({
    la_child_id: reference, referral_date: '2026-04-01', referral_source: '2A', sent_to: 'cate', no_further_action: '0', primary_need: '', factors_recorded: '10A|11A', closure_date: '2026-09-01', closure_reason: 'RC7',
  })])
  expect(rows('section47.csv')).toEqual([expect.objectContaining({ la_child_id: reference, s47_start_date: '2026-11-18', icpc_date: '', icpc_not_required: '0' })])
  expect(rows('dictionary.csv').filter(({ file }) => file === 'referrals.csv').map(({ column }) => column)).toEqual(Object.keys(rows('referrals.csv')[0] ?? {}))
  expect(texts['README.txt']).toContain('Primary need')
  expect(Object.values(texts).join('')).not.toContain('Notnamed')
  expect(manifest.files.find(({ name }) => name === 'referrals.csv')?.rows).toBe(1)

  const { rows: events } = await world.sql.query(`SELECT e.kind, e.detail, (SELECT array_agg(c.child_id) FROM audit_event_child c WHERE c.seq = e.seq) AS children FROM audit_event e WHERE e.record_id = $1 ORDER BY e.seq`, [id])
  expect(events.map(({ kind }) => kind)).toEqual(['release.asked', 'release.answered', 'release.written', 'release.made', 'release.taken'])
  expect(events[2]).toMatchObject({ children: [girl], detail: { terms: { counts: { 'children.csv': 1, 'referrals.csv': 1 } } } })
})
