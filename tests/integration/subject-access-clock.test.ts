import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escalateAlerts } from '../../lib/alerts/escalate'
import { listAlerts } from '../../lib/alerts/queries'
import { readChronology } from '../../lib/chronology/queries'
import { endRequest, extendRequest } from '../../lib/subject-access/end'
import { watchRequests } from '../../lib/subject-access/watch'
import { asLogin } from '../support/as-login'
import { makeCase, makeChild } from '../support/records'
import { makeAccess } from '../support/subject-access'
import { PEOPLE, request, makeWorld, type World } from '../support/world'

/** The month of a request ends: whoever answers it is told before and after, and nobody else. It is 19 November 2026. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const watch = () => watchRequests.run(world.a.system, request(), {})
const alertsOf = async (id: string) => (await world.sql.query('SELECT kind, why, owner_role, child_id, acknowledged_by_id, note FROM alert WHERE record_id = $1 ORDER BY raised_at, kind', [id])).rows
const shownTo = async (who: keyof typeof PEOPLE) => (await listAlerts.run(world.as[who], request(), { show: 'waiting' })).items.filter(({ record }) => record.type === 'subject_access').map(({ record }) => record.id)

describe('a request whose month ends', () => {
  it('is told of when it is close and when it is over, once each however often it is looked for, and names nobody', async () => {
    const [far, close, late] = await Promise.all(['2026-11-27', '2026-11-25', '2026-11-18'].map((due_on) => makeAccess(world, { due_on })))
    const told = await watch()
    expect(told).toEqual([late?.request, close?.request])
    await watch()
    expect(await alertsOf(far?.request ?? '')).toEqual([])
    expect(await alertsOf(close?.request ?? '')).toMatchObject([{ kind: 'access_close', owner_role: 'safeguarding_lead', child_id: null, why: expect.stringMatching(/^Request X-S-\d+ to see a record is to be answered by 25 Nov 2026\.$/) }])
    expect(await alertsOf(late?.request ?? '')).toMatchObject([{ kind: 'access_late', owner_role: 'safeguarding_lead', child_id: null, why: expect.stringContaining('18 Nov 2026') }])
  })

  it('is told of to those who may know that somebody asked, and passed on to nobody', async () => {
    const child = await makeChild(world)
    await makeCase(world, { child, holder: world.as.practitioner })
    const { request: id } = await makeAccess(world, { child, due_on: '2026-11-16' })
    await watch()
    await world.sql.query(`UPDATE alert SET raised_at = '2026-11-02' WHERE record_id = $1`, [id])
    await escalateAlerts.run(world.a.system, request(), {})
    for (const who of ['safeguarding', 'auditor'] as const) expect(await shownTo(who), who).toContain(id)
    for (const who of ['advisor', 'edt', 'practitioner', 'cateManager', 'manager', 'police'] as const) expect(await shownTo(who), who).toEqual([])
    const app = asLogin(world.urls.app)
    expect(await app.run(world.as.advisor, `SELECT FROM alert WHERE kind IN ('access_close', 'access_late')`)).toMatchObject({ count: 0 })
    await app.close()
    expect((await world.sql.query(`SELECT FROM alert a JOIN alert b ON b.record_id = a.id WHERE a.record_id = $1`, [id])).rows).toEqual([])
    expect(JSON.stringify(await readChronology.run(world.as.practitioner, request(), { childId: child }))).not.toContain('X-S-')
  })

  it('is told of no more once it has ended or has more time', async () => {
    const ended = await makeAccess(world, { due_on: '2026-11-20' })
    const longer = await makeAccess(world, { due_on: '2026-11-20', received_on: '2026-10-20', checked_on: '2026-10-20' })
    await watch()
    const lead = world.as.safeguarding
    await endRequest.run(lead, request(), { requestId: ended.request, version: 1, to: 'withdrawn', words: 'She rang' })
    await extendRequest.run(lead, request(), { requestId: longer.request, version: 1, why: 'It is long' })
    for (const { request: id } of [ended, longer]) expect(await alertsOf(id)).toMatchObject([{ kind: 'access_close', acknowledged_by_id: lead.userId, note: expect.any(String) }])
    const again = await watch()
    for (const { request: id } of [ended, longer]) expect(again).not.toContain(id)
  })

  it('of another area is that area’s', async () => {
    const { request: id } = await makeAccess(world, { area: world.b, due_on: '2026-11-16' })
    expect(await watch()).not.toContain(id)
    expect(await watchRequests.run(world.b.system, request(), {})).toEqual([id])
  })
})
