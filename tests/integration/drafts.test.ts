import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logContact } from '../../lib/contacts/commands'
import { discardDraft, saveDraft } from '../../lib/drafts/commands'
import { listDrafts } from '../../lib/drafts/queries'
import { readToday } from '../../lib/today/queries'
import { contactForm } from '../support/inputs'
import { setClock } from '../support/clock'
import { makeDraft } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Nothing typed is lost, and nobody else reads it. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const save = (draftId: string, content: Record<string, string | boolean | string[]>, who = world.as.advisor) => saveDraft.run(
  who, request(), { draftId, kind: 'contact', content },
)
const list = (who = world.as.advisor, kind: 'contact' | 'decision' = 'contact') => listDrafts.run(who, request(), { kind })
const stored = async (id: string) => (await world.sql.query('SELECT user_id, content FROM draft WHERE id = $1', [id])).rows[0]

it('a draft is kept as it stands, over and over, and listed with the newest first', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  setClock('2026-11-19T09:00:00Z')
  await save(first, { whatWasSaid: 'She s' })
  setClock('2026-11-19T09:01:00Z')
  await save(second, { whatWasSaid: '' })
  setClock('2026-11-19T09:02:00Z')
  expect(await save(first, { whatWasSaid: 'She said', concerns: ['missing'], anonymous: false })).toEqual({
    savedAt: '2026-11-19T09:02:00.000Z',
  })
  const drafts = await list()
  expect(drafts.map((draft) => draft.id)).toEqual([first, second])
  expect(drafts[0]).toMatchObject({
    kind: 'contact', content: { whatWasSaid: 'She said', concerns: ['missing'], anonymous: false },
    updatedAt: '2026-11-19T09:02:00.000Z',
  })
  expect((await listDrafts.run(world.as.advisor, request(), { kind: 'contact', draftId: second })).map((draft) => draft.id)).toEqual(
    [second],
  )
  expect(await list(world.as.advisor, 'decision')).toEqual([])
})

it('a colleague neither sees it, nor writes over it, nor throws it away', async () => {
  const id = await makeDraft(world, world.as.advisor, { whatWasSaid: 'mine' })
  expect((await list(world.as.edt)).map((draft) => draft.id)).not.toContain(id)
  expect(await listDrafts.run(world.as.edt, request(), { kind: 'contact', draftId: id })).toEqual([])
  await expect(save(id, { whatWasSaid: 'theirs' }, world.as.edt)).rejects.toMatchObject({ kind: 'conflict' })
  await discardDraft.run(world.as.edt, request(), { draftId: id }).catch(() => undefined)
  expect(await stored(id)).toEqual({ user_id: world.as.advisor.userId, content: { whatWasSaid: 'mine' } })
})

it('saving the form drops its draft in the same step, and leaves the others', async () => {
  const form = contactForm()
  const other = await makeDraft(world, world.as.advisor)
  await save(form.submissionKey, { whatWasSaid: 'half' })
  await logContact.run(world.as.advisor, request(), form)
  expect(await stored(form.submissionKey)).toBeUndefined()
  expect(await stored(other)).toBeDefined()
})

it('a form that could not be saved keeps its draft', async () => {
  const form = contactForm({ child: { kind: 'known', childId: randomUUID() } })
  await save(form.submissionKey, { whatWasSaid: 'half' })
  await expect(logContact.run(world.as.advisor, request(), form)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await stored(form.submissionKey)).toMatchObject({ content: { whatWasSaid: 'half' } })
})

it('an autosave that arrives after the form was saved does not bring the draft back', async () => {
  const form = contactForm()
  await logContact.run(world.as.advisor, request(), form)
  await expect(save(form.submissionKey, { whatWasSaid: 'late' })).rejects.toMatchObject({ kind: 'conflict' })
  expect(await stored(form.submissionKey)).toBeUndefined()
})

it('is thrown away at its writer’s word', async () => {
  const id = await makeDraft(world, world.as.edt)
  await discardDraft.run(world.as.edt, request(), { draftId: id })
  expect(await stored(id)).toBeUndefined()
})

it('stands on today’s page by its first words', async () => {
  await save(randomUUID(), { whatWasSaid: `A long call. ${'and more '.repeat(60)}` }, world.as.safeguarding)
  const today = await readToday.run(world.as.safeguarding, request(), {})
  expect(today).toMatchObject({ kind: 'front_door', drafts: [{ about: expect.stringMatching(/^A long call\. .{20,140}…$/) }] })
})

it.each([
  ['text', { whatWasSaid: 'with a null \u0000 in it' }],
  ['a name', { ['key\u0000']: 'x' }],
  ['half a character', { whatWasSaid: 'half \ud83d of a face' }],
  ['half a character, the other half', { whatWasSaid: '\ude00 of a face' }],
])('that cannot be stored is refused in plain words: %s', async (_, content) => {
  await expect(save(randomUUID(), content as Record<string, string>)).rejects.toMatchObject({ kind: 'invalid' })
})

it('takes a text in which somebody spells out such a character', async () => {
  const id = randomUUID()
  await save(id, { whatWasSaid: 'The message read \\u0000 and \\ud83d, she said' })
  expect((await stored(id)).content.whatWasSaid).toBe('The message read \\u0000 and \\ud83d, she said')
})

it('that is longer than a form can be, or endlessly nested, is refused', async () => {
  await expect(save(randomUUID(), { whatWasSaid: 'x'.repeat(100_001) })).rejects.toMatchObject({ kind: 'invalid' })
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  await expect(save(randomUUID(), { whatWasSaid: deep })).rejects.toMatchObject({ kind: 'invalid' })
})
