import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, field, formReady, tick, type } from './support/contact-form'
import { one, sql } from './support/database'
import { shipped } from './support/shipped'
import { expect, test } from './support/test'

const SCHOOL = 'Brindmoor High School'

/** A file of the site, as whoever is signed in there gets it. */
async function file(page: Page, path: string): Promise<[number, string | undefined, string]> {
  const answer = await page.request.get(path)
  return [answer.status(), answer.headers()['content-type'], (await answer.body()).subarray(0, 5).toString()]
}
const PDF = [200, 'application/pdf', '%PDF-']

test('a panel is built, answered, held by the keyboard, decided with one who does not agree, minuted, and leaves its papers', async ({ as }) => {
  test.setTimeout(150_000)
  const chair = await as('chair')
  await expect(chair.getByText('Risk panels ahead')).toBeVisible()
  await chair.goto('/panels')
  await expectAccessible(chair)
  await chair.getByRole('link', { name: 'Plan a panel' }).click()
  await formReady(chair)
  await expectAccessible(chair)
  await type(chair, 'Where', 'Room 2')
  await field(chair, 'Deputy').selectOption({ label: 'Nerys Okonjo' })
  await chair.getByRole('button', { name: 'Plan the panel' }).click()
  await chair.waitForURL(/\/panels\/[0-9a-f-]{36}$/)
  const path = new URL(chair.url()).pathname
  const panelId = path.split('/')[2] ?? ''
  const agenda = chair.locator('#agenda li')
  for (const count of [1, 2]) {
    await chair.getByRole('button', { name: /^Put .* on the agenda$/ }).first().click()
    await expect(agenda).toHaveCount(count)
  }
  await expectAccessible(chair)

  // the school answers about the first and knows nothing of the second; it sees nothing of anybody else's
  const school = await as('school')
  await school.goto(path)
  await expect(school.getByText('2 wait for you')).toBeVisible()
  expect(await file(school, `${path}/pack`)).toEqual(PDF)
  await school.locator('section[data-card] li a').first().click()
  await formReady(school)
  await expectAccessible(school)
  await tick(school, 'Does your agency know anything?', 'Yes, I write it down here')
  await type(school, 'What your agency knows', 'Late on six mornings, and back by lunch')
  const first = new URL(school.url()).pathname
  await school.getByRole('button', { name: 'Send to the panel' }).click()
  await school.waitForURL(({ pathname }) => pathname.includes('/answer/') && pathname !== first)
  await expect(school.getByText('Late on six mornings')).toHaveCount(0)
  await formReady(school)
  await tick(school, 'Does your agency know anything?', 'Nothing known')
  await school.getByRole('button', { name: 'Send: nothing known' }).click()
  await school.waitForURL((url) => url.pathname === path)
  const items = await sql<{ id: string; case_id: string }>('SELECT id, case_id FROM panel_item WHERE panel_id = $1 ORDER BY position', [panelId])
  for (const item of items) expect((await school.request.get(`${path}/meeting/${item.id}`)).status()).toBe(404)

  // who is there: two by hand, the rest as they come
  await chair.goto(path)
  await chair.getByRole('button', { name: 'Open the meeting' }).click()
  await expect(chair.getByText('Meeting now')).toBeVisible()
  const table = chair.locator('#attendance')
  await formReady(chair)
  await field(table, 'Speaks for').selectOption({ label: 'Chair' })
  await field(table, 'Who').selectOption(await field(table, 'Who').locator('option', { hasText: 'Tobias Venkataraman' }).getAttribute('value'))
  await table.getByRole('button', { name: 'They are here' }).click()
  await expect(table).toContainText('Missing: CATE')
  for (const seat of ['cate', 'social_care', 'police', 'health']) {
    await sql(`INSERT INTO panel_attendance (area_id, id, panel_id, seat, name, arrived_at, by_id) SELECT area_id, gen_random_uuid(), id, $2, 'Somebody for ' || $2, now(), chair_id FROM panel WHERE id = $1`, [panelId, seat])
  }

  // through the agenda by the keyboard, with two who take notes
  await chair.goto(`${path}/meeting/${items[0]?.id}`)
  await expect(chair.getByText('Case 1 of 2')).toBeVisible()
  await formReady(chair)
  await chair.locator('h1').click()
  await chair.keyboard.press('ArrowRight')
  await expect(chair.getByText('Case 2 of 2')).toBeVisible()
  await chair.keyboard.press('ArrowLeft')
  await expect(chair.getByText('Case 1 of 2')).toBeVisible()
  await formReady(chair)
  await expect(chair.getByText('Last seen')).toBeVisible()
  await expect(card(chair, 'What the agencies say').getByText('Late on six mornings')).toBeVisible()
  const lead = await as('safeguarding')
  await lead.goto(`${path}/meeting/${items[0]?.id}`)
  await formReady(lead)
  await field(lead, 'Next line').fill('The lead writes too')
  await field(lead, 'Next line').press('Enter')
  await type(chair, 'Next line', 'Her aunt has a bed for her')
  await field(chair, 'Next line').press('Enter')
  for (const page of [chair, lead]) await expect(page.locator('#notes li')).toHaveCount(2)

  await tick(chair, 'Which level does the panel agree?', 'High')
  await type(chair, 'Why this level?', 'A new adult, and late on six mornings')
  await tick(chair, 'Is a strategy meeting called?', 'Yes: safeguarding is told now')
  await chair.getByRole('button', { name: 'Write down that an agency does not agree' }).click()
  await field(chair, 'Agency').selectOption({ label: SCHOOL })
  await type(chair, 'What they said', 'We would have said Medium-High')
  await expectAccessible(chair)
  await chair.getByRole('button', { name: /^Decide/ }).click()
  await expect(card(chair, 'Decided').getByText(`${SCHOOL} does not agree:`)).toBeVisible()
  await lead.reload()
  await expect(lead.getByRole('link', { name: 'Say when the strategy meeting is' })).toHaveAttribute('href', `/strategy/new/${items[0]?.case_id}?from=level`)

  // put off, closed, checked by one and issued by another
  await chair.goto(path)
  await formReady(chair)
  const second = agenda.nth(1)
  await second.locator('summary').press('Enter')
  await type(second, 'Why is it put off?', 'Her worker is ill')
  await second.getByRole('button', { name: 'Put it off' }).click()
  await expect(second.getByText('Put off: Her worker is ill')).toBeVisible()
  await chair.getByRole('button', { name: 'Close the meeting' }).click()
  await expect(chair.getByText('Held: minutes to be checked')).toBeVisible()
  const manager = await as('cateManager')
  await manager.goto(`${path}/minutes`)
  await formReady(manager)
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'The minutes are checked' }).click()
  await expect(manager.getByText('Minutes checked')).toBeVisible()
  await chair.goto(`${path}/minutes`)
  await chair.getByRole('button', { name: 'Issue the minutes' }).click()
  await expect(chair.getByText('Minutes issued')).toBeVisible()

  // the letter to the GP, and the pack that is handed over
  await chair.goto(path)
  await formReady(chair)
  const letters = card(chair, 'Letters to GPs')
  await field(letters, 'Who does the practice ring?').fill('The CATE team, 01632 960 140')
  await letters.getByRole('button', { name: 'Make the letter' }).click()
  const letter = letters.getByRole('link', { name: /^Letter about/ })
  await expect(letter).toBeVisible()
  expect(await file(chair, (await letter.getAttribute('href')) ?? '')).toEqual(PDF)
  await letters.locator('summary').press('Enter')
  await letters.getByRole('button', { name: /^Post/ }).click()
  await expect(letters.getByText('Sent', { exact: true })).toBeVisible()
  await expectAccessible(chair)
  const { id: schoolId } = await one<{ id: string }>('SELECT agency_id AS id FROM panel_invitation v JOIN agency a ON a.id = v.agency_id WHERE v.panel_id = $1 AND a.name = $2', [panelId, SCHOOL])
  expect(await file(chair, `${path}/pack?agency=${schoolId}`)).toEqual(PDF)
  expect((await school.request.get((await letter.getAttribute('href')) ?? '')).status()).toBe(404)
  expect((await school.request.get(`${path}/pack?agency=${panelId}`)).status()).toBe(404)
  expect(await shipped(school, path)).not.toContain('Her aunt has a bed')
  await chair.goto(`/cases/${items[0]?.case_id}`)
  await expect(card(chair, 'Risk panel').getByText('A new adult, and late on six mornings')).toBeVisible()
})
