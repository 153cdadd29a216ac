import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Conflict, Invalid, Stale } from '../../lib/access/errors'
import { decideContact } from '../../lib/contacts/decide'
import { addService, changeService, restoreService, retireService } from '../../lib/services/commands'
import { listServices, readService, readSheet } from '../../lib/services/queries'
import { decisionForm, serviceForm } from '../support/inputs'
import { makeContact, makeService } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** The directory: kept by administrators, read by everybody with work to do, and named by referrals. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const add = (over: Parameters<typeof serviceForm>[0] = {}) => addService.run(world.as.admin, request(), serviceForm(over))
const read = (serviceId: string) => readService.run(world.as.advisor, request(), { serviceId })
const list = async (filter: Parameters<typeof listServices.run>[2] = {}, who = world.as.advisor) => (await listServices.run(who, request(), filter)).map((one) => one.id)

describe('a service', () => {
  it('is kept as it was entered, with who changed it and when', async () => {
    const { id } = await add({
      name: '  Clinic  ', agencyId: world.a.agencies.health, help: ['sexual_health', 'isva'], needs: ['complex', 'acute'], forWhom: ['young_people', 'parents'],
      ageFrom: '13', phone: '', web: 'clinic.example.org', openingHours: 'Every day', access: 'Step-free',
    })
    expect(await read(id)).toMatchObject({
      name: 'Clinic', provider: 'Testford Health Trust', help: ['sexual_health', 'isva'], needs: ['complex', 'acute'], forWhom: ['young_people', 'parents'],
      ageFrom: 13, ageTo: null, phone: null, web: 'https://clinic.example.org', openingHours: 'Every day', access: 'Step-free',
      retired: false, version: 1, updatedBy: 'Ad Minn',
    })
  })

  it('is added once, however often its form is sent', async () => {
    const form = serviceForm()
    const sent = await Promise.all([1, 2, 3].map(() => addService.run(world.as.admin, request(), form)))
    expect(sent).toEqual([1, 2, 3].map(() => ({ id: form.serviceId })))
    const { rows } = await world.sql.query('SELECT count(*)::int AS n FROM service WHERE name = $1', [form.name])
    expect(rows[0].n).toBe(1)
    const events = await world.sql.query(`SELECT kind FROM audit_event WHERE record_id = $1 AND kind = 'service.added'`, [form.serviceId])
    expect(events.rowCount).toBe(1)
  })

  it.each([
    ['no way to reach it', { phone: '', web: '', address: '' }, 'phone'],
    ['ages the wrong way round', { ageFrom: '18', ageTo: '11' }, 'ageTo'],
    ['an age in words', { ageFrom: 'ten' }, 'ageFrom'],
    ['no kind of help', { help: [] }, 'help'],
    ['a kind of help twice', { help: ['isva', 'isva'] as const }, 'help'],
    ['a phone number with words', { phone: 'ask Robin' }, 'phone'],
    ['a script for a website', { web: 'javascript:alert(1)' }, 'web'],
    ['a website that is none', { web: 'https://' }, 'web'],
    ['nothing that it offers', { offers: '  ' }, 'offers'],
  ])('is refused with %s', async (_, over, field) => {
    await expect(add(over as never)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.any(String) } })
  })

  it('is changed over the version that was read; a stale change is refused with the newer one', async () => {
    const { id } = await add()
    const form = { ...serviceForm({ serviceId: id }), version: 1 }
    await changeService.run(world.as.admin, request(), { ...form, offers: 'A walk and a talk' })
    const late = changeService.run(world.as.admin, request(), { ...form, offers: 'A talk' })
    await expect(late).rejects.toBeInstanceOf(Stale)
    await expect(late).rejects.toMatchObject({ current: { version: 2, offers: 'A walk and a talk', ageFrom: '' } })
    expect((await read(id)).offers).toBe('A walk and a talk')
    const { rows } = await world.sql.query(`SELECT detail FROM audit_event WHERE record_id = $1 AND kind = 'service.changed'`, [id])
    expect(rows).toHaveLength(1)
    expect(rows[0].detail).toMatchObject({ before: { offers: 'Somebody to talk to' }, after: { offers: 'A walk and a talk' } })
    expect(Object.keys(rows[0].detail.after).sort()).toEqual(['name', 'offers'])
  })

  it('is changed by one of many at once, and the others are told', async () => {
    const { id } = await add()
    const racing = await Promise.allSettled(Array.from({ length: 6 }, (_, at) => changeService.run(world.as.admin, request(), { ...serviceForm({ serviceId: id }), offers: `Offer ${at}`, version: 1 })))
    expect(racing.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of racing) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Stale)
    expect((await read(id)).version).toBe(2)
  })

  it('is retired and brought back, and never deleted', async () => {
    const { id } = await add()
    const at = (version: number) => ({ serviceId: id, version })
    await retireService.run(world.as.admin, request(), at(1))
    expect(await list()).not.toContain(id)
    expect(await list({ show: 'retired' })).not.toContain(id)
    expect(await list({ show: 'retired' }, world.as.admin)).toContain(id)
    expect(await read(id)).toMatchObject({ retired: true, version: 2 })
    await expect(retireService.run(world.as.admin, request(), at(1))).rejects.toBeInstanceOf(Conflict)
    await restoreService.run(world.as.admin, request(), at(2))
    expect(await list()).toContain(id)
    const gone = world.sql.query('SELECT 1 FROM service WHERE id = $1', [id])
    expect((await gone).rowCount).toBe(1)
  })

  it('does not come back under a name that another has now', async () => {
    const name = `Once ${randomUUID()}`
    const old = await makeService(world, world.a, { name, retired_at: '2026-11-01' })
    await add({ name })
    await expect(restoreService.run(world.as.admin, request(), { serviceId: old, version: 1 })).rejects.toBeInstanceOf(Conflict)
    expect((await read(old)).retired).toBe(true)
  })

  it('is not seen from another area, nor by an analyst', async () => {
    const theirs = await makeService(world, world.b)
    expect(await list()).not.toContain(theirs)
    await expect(read(theirs)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(listServices.run(world.as.analyst, request(), {})).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('the list', () => {
  it('is narrowed by level of need, by whom it is for and by kind, and stands by name', async () => {
    const tag = randomUUID()
    const made = await Promise.all([
      makeService(world, world.a, { name: `c ${tag}`, needs: ['acute'], for_whom: ['parents'], help: ['housing'] }),
      makeService(world, world.a, { name: `a ${tag}`, needs: ['acute', 'complex'], for_whom: ['young_people'], help: ['isva', 'housing'] }),
      makeService(world, world.a, { name: `b ${tag}`, needs: ['universal'], for_whom: ['young_people', 'parents'], help: ['education'] }),
    ])
    const [c, a, b] = made
    const mine = async (filter: Parameters<typeof list>[0]) => (await list(filter)).filter((id) => made.includes(id))
    expect(await mine({})).toEqual([a, b, c])
    expect(await mine({ need: 'acute' })).toEqual([a, c])
    expect(await mine({ whom: 'parents' })).toEqual([b, c])
    expect(await mine({ help: 'housing', whom: 'young_people' })).toEqual([a])
    expect(await mine({ help: 'camhs' })).toEqual([])
  })

  it('refuses what is no filter', async () => {
    await expect(listServices.run(world.as.advisor, request(), { words: 'x' } as never)).rejects.toBeInstanceOf(Invalid)
  })
})

describe('a sheet', () => {
  it('has the chosen services in the order they were chosen, once each, and none that is retired or of elsewhere', async () => {
    const [one, two] = [await makeService(world), await makeService(world)]
    const gone = await makeService(world, world.a, { retired_at: '2026-11-01' })
    const theirs = await makeService(world, world.b)
    const sheet = await readSheet.run(world.as.health, request(), { ids: [two, gone, one, theirs, two] })
    expect(sheet.map((service) => service.id)).toEqual([two, one])
    const { rows } = await world.sql.query(`SELECT row_ids FROM audit_event WHERE kind = 'service.sheet_made'`)
    expect(rows[0].row_ids).toEqual([two, one])
  })
})

describe('a referral to a service', () => {
  const decide = async (over: object) => {
    const contactId = await makeContact(world)
    const decided = decideContact.run(world.as.advisor, request(), decisionForm(contactId, {
      outcomes: ['other_service'], summary: 'They need somebody to talk to', ...over,
    }))
    await decided
    const { rows } = await world.sql.query('SELECT to_service, to_service_id FROM referral WHERE contact_id = $1', [contactId])
    return rows[0] as { to_service: string; to_service_id: string | null }
  }

  it('keeps which of the directory it is, under the name that the directory has', async () => {
    const id = await makeService(world, world.a, { name: 'Hollowlight' })
    expect(await decide({ service: 'hollowlight', serviceId: id })).toEqual({ to_service: 'Hollowlight', to_service_id: id })
  })

  it('may go to one that is in no directory', async () => {
    expect(await decide({ service: 'An aunt’s youth club' })).toEqual({ to_service: 'An aunt’s youth club', to_service_id: null })
    expect(await decide({ service: 'A choir', serviceId: '' })).toEqual({ to_service: 'A choir', to_service_id: null })
  })

  it('goes to none that is retired or of another area', async () => {
    for (const serviceId of [await makeService(world, world.a, { retired_at: '2026-11-01' }), await makeService(world, world.b), randomUUID()]) {
      await expect(decide({ service: 'x', serviceId })).rejects.toMatchObject({ kind: 'invalid', fields: { service: expect.stringContaining('directory') } })
    }
  })
})
