import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, fact, field, formReady, tick, type } from './support/contact-form'
import { one, sql } from './support/database'
import { decide } from './support/decision'
import { HEALTH, HOUSING, ofContact, referTo, SCHOOL, waitingContact } from './support/referral'
import { expect, test } from './support/test'

const MINUTE = 60
const UNSAVED = 'This is what you had not saved yet'

/** Types into a field of an open form, and waits until it is kept. */
async function typeAndKeep(page: Page, label: string, words: string): Promise<void> {
  await type(page, label, words)
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
}

test('what an agency types into its answer, and the front door into a challenge and a further referral, is there again', async ({ as }) => {
  test.setTimeout(150_000)
  const contact = await waitingContact('She has stopped coming to the club.')
  const advisor = await as('advisor')
  await referTo(advisor, contact.id, HEALTH)
  const referral = await ofContact(contact.id)
  const health = await as('health')
  await health.goto(`/waiting/${referral.id}`)
  await formReady(health)
  await health.getByText('Decline this referral').press('Enter')
  await typeAndKeep(health, 'Why is it declined?', 'We see children from eleven on, and she')
  await health.reload()
  await formReady(health)
  await expect(field(health, 'Why is it declined?')).toHaveValue('We see children from eleven on, and she')
  await expect(health.getByText(UNSAVED)).toBeVisible()
  await expectAccessible(health)
  await health.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(health.getByText('Nothing more is asked of you.')).toBeVisible()

  setClock(5 * MINUTE)
  await advisor.goto(`/referrals/${referral.id}`)
  await formReady(advisor)
  await advisor.getByText('Challenge this refusal').press('Enter')
  await typeAndKeep(advisor, 'Why?', 'She is eleven in a week.')
  await advisor.reload()
  await formReady(advisor)
  await expect(field(advisor, 'Why?')).toHaveValue('She is eleven in a week.')
  await expectAccessible(advisor)

  await advisor.getByRole('link', { name: 'Send it elsewhere' }).click()
  await formReady(advisor)
  await expect(advisor.getByText(`In place of the referral that ${HEALTH} declined.`)).toBeVisible()
  await typeAndKeep(advisor, 'What they need to know', 'A warm room is what she needs.')
  await advisor.reload()
  await formReady(advisor)
  await expect(field(advisor, 'What they need to know')).toHaveValue('A warm room is what she needs.')
})

test('a further referral goes to a service of the directory, and is asked after there', async ({ as }) => {
  test.setTimeout(120_000)
  const contact = await waitingContact('Her mother would like somebody to talk to.')
  const advisor = await as('advisor')
  await advisor.goto(`/contacts/${contact.id}`)
  await formReady(advisor)
  await decide(advisor, { outcomes: ['Information and advice'], reason: 'Advice for now.', told: 'Not yet' })
  await advisor.getByRole('link', { name: 'Send a further referral' }).click()
  await formReady(advisor)
  const service = await one<{ id: string; name: string }>(`SELECT s.id, s.name FROM service s JOIN area a ON a.id = s.area_id WHERE a.code = 'WRN' AND s.retired_at IS NULL AND s.phone IS NOT NULL ORDER BY s.name LIMIT 1`)
  const form = card(advisor, 'Send it to')
  await tick(form, 'Where does it go?', 'Another service')
  await type(form, 'Which service?', service.name.slice(0, 12))
  await form.getByRole('option').filter({ hasText: service.name }).first().click()
  await expect(form.getByText('From the directory.')).toBeVisible()
  await type(form, 'What they need to know', 'She asks for an evening.')
  await type(form, 'Why does it go there?', 'They are open in the evening.')
  await expectAccessible(advisor)
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(advisor.getByRole('heading', { level: 1, name: `Referral to ${service.name}` })).toBeVisible()
  const { id } = await ofContact(contact.id)
  expect(await one('SELECT to_service_id AS id FROM referral WHERE id = $1', [id])).toEqual({ id: service.id })

  await sql(`UPDATE referral SET awaited_by = '2026-11-16T09:00:00Z' WHERE id = $1`, [id])
  await sql(
    `INSERT INTO alert (area_id, id, kind, key, owner_role, why, record_type, record_id, evidence, raised_at, raised_by_id)
     SELECT area_id, gen_random_uuid(), 'referral_overdue', 'referral:' || id || ':acknowledge.ours', 'manager', 'A referral stays overdue.', 'referral', id, '[]', '2026-11-01T09:00:00Z', sent_by_id
     FROM referral WHERE id = $1`,
    [id],
  )
  const manager = await as('manager')
  await manager.goto('/alerts')
  await manager.getByRole('link', { name: 'A referral that is overdue' }).first().click()
  await expect(manager.getByRole('heading', { level: 1, name: `Referral to ${service.name}` })).toBeVisible()
  await expect(fact(manager, 'Still to do')).toHaveText('Acknowledge it')
  await expect(fact(manager, 'The service')).toContainText(service.name)
  await expect(fact(manager, 'Front door, which asks the service')).toContainText('Bryony Achterberg')
  await expectAccessible(manager)
  const html = await (await manager.request.get(`/overdue/referrals/${id}`)).text()
  for (const hidden of [contact.name, contact.child, 'She asks for an evening.', 'Zelda Referrer']) expect(html).not.toContain(hidden)
})

test('each receiver of a decision is given what was chosen for it, and the child’s record says so', async ({ as }) => {
  test.setTimeout(120_000)
  const contact = await waitingContact('Two men wait in a car outside the school.')
  const advisor = await as('advisor')
  await advisor.goto(`/contacts/${contact.id}`)
  await formReady(advisor)
  const form = card(advisor, 'Decide where this goes')
  await tick(form, 'Where does it go?', 'Other service')
  await tick(form, 'Agencies that answer in Waymark', SCHOOL)
  await expect(form.getByLabel('Choose separately for each of them')).toBeHidden()
  await tick(form, 'Agencies that answer in Waymark', HOUSING)
  await form.getByLabel('Choose separately for each of them').press('Space')
  const each = form.getByRole('list', { name: 'What is shared with each of them?' })
  await expect(each.getByRole('listitem')).toHaveCount(2)
  await each.locator('summary').filter({ hasText: `${SCHOOL}: 3 items` }).press('Enter')
  await tick(each, `What is shared with ${SCHOOL}?`, 'The child’s own words')
  await type(each, `Why this, for ${SCHOOL}?`, 'She will talk to her form teacher about it.')
  await expect(each.getByText(`${SCHOOL}: 4 items`)).toBeVisible()
  await expectAccessible(advisor)
  await decide(advisor, { outcomes: [], summary: 'Keep an eye on the gate.', reason: 'Both can act today.', told: 'Not yet' })

  await advisor.goto(`/children/${contact.child}`)
  const shared = card(advisor, 'What was shared, and why')
  const [toSchool, toHousing] = [SCHOOL, HOUSING].map((name) => shared.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Why: ' }).first())
  if (!toSchool || !toHousing) throw new Error('nobody was given anything')
  await expect(toSchool).toContainText('Why: She will talk to her form teacher about it.')
  await expect(toHousing).toContainText('Why: Both can act today.')
  await toSchool.getByText('What they were given').press('Enter')
  await expect(toSchool).toContainText('I do not like going there any more.')
  await toHousing.getByText('What they were given').press('Enter')
  await expect(toHousing).not.toContainText('I do not like going there any more.')
  await expect(toHousing).toContainText('Not shared with them: ')
  await expectAccessible(advisor)
})
