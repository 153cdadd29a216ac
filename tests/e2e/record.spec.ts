import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, field, formReady, type } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

type Held = { child: string; reference: string; name: string; case: string }

/** The young person with the longest history of those that Maya Thistlewood holds, whose level was agreed more than once if any was; nobody else's by another spec. */
const held = () =>
  one<Held>(`
    SELECT c.id AS child, c.reference, c.given_name AS name, k.id AS case FROM cate_case k JOIN child c ON c.area_id = k.area_id AND c.id = k.child_id
      JOIN user_account u ON u.id = k.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND k.stage = 'plan' AND NOT EXISTS (SELECT FROM case_cover v WHERE v.case_id = k.id AND v.ended_at IS NULL)
    ORDER BY (SELECT count(*) FROM case_level l WHERE l.case_id = k.id) DESC, (SELECT count(*) FROM contact t WHERE t.child_id = c.id) DESC, c.reference LIMIT 1`)

const list = (page: Page) => page.getByRole('list', { name: 'Chronology, newest first' })

test('a practitioner reads a record in a minute, writes down how to speak with her, and narrows what happened', async ({ as }) => {
  test.setTimeout(90_000)
  const { child, reference } = await held()
  const page = await as('practitioner')
  await page.goto(`/children/${child}/edit`)
  await formReady(page)
  await field(page, 'Pronouns').fill('she/her')
  await type(page, 'Communication needs', 'Short sentences, and time to answer.')
  await type(page, 'They are missing', 'She rings her gran first.')
  await type(page, 'It is night', 'Her gran, who is up until one.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save details' }).press('Enter')
  await page.waitForURL(`/children/${child}`)

  const glance = page.getByRole('region', { name: 'At a glance' })
  await expect(glance.getByText('she/her')).toBeVisible()
  await expect(card(page, 'What to do if…')).toContainText('She rings her gran first.')
  await expect(card(page, 'What to do if…')).toContainText('Not written down yet')
  await expect(card(page, 'Level and case')).toContainText('practitioner@demo.test')
  await expectAccessible(page)

  await card(page, 'What happened lately').getByRole('link', { name: 'The whole chronology' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Chronology' })).toBeVisible()
  await expect(page).toHaveTitle('Chronology – Waymark')
  await expectAccessible(page)
  // by the keyboard alone, to an address that says codes and no names
  await page.locator('summary').filter({ hasText: 'Filter and sort' }).press('Enter')
  await page.getByLabel('Kind').focus()
  await page.keyboard.type('Lev')
  await page.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(page).toHaveURL(/\/chronology\?kind=level$/)
  await expect(list(page)).toContainText('Level agreed: ')
  for (const line of await list(page).getByRole('listitem').allTextContents()) expect(line).toContain('Level agreed: ')
  await expectAccessible(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as a spreadsheet file' }).press('Enter')
  const file = await saved
  expect(file.suggestedFilename()).toBe(`chronology-${reference}.csv`)
  const csv = fs.readFileSync(await file.path(), 'utf8')
  expect(csv.split('\r\n').length - 2).toBe(await list(page).getByRole('listitem').count())
  await page.getByRole('link', { name: 'Take away: Kind: Level' }).press('Enter')
  await expect(page).toHaveURL(/\/chronology$/)
  await expect(page.getByRole('list', { name: 'Chosen filters' })).toHaveCount(0)
  await expect(list(page).getByRole('listitem').first()).toBeVisible()

  await page.getByRole('link', { name: 'All on one page, to print' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Official, sensitive. Printed by Maya Thistlewood')).toBeVisible()
  await expect(page.getByRole('search')).toBeHidden()
  await page.emulateMedia({ media: null })

  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of [`/children/${child}`, `/children/${child}/chronology`]) {
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
  await expectAccessible(page)
})

test('the front door sees that a case is open and to whom, and not how it goes; whom the record is shut to gets no file', async ({ as }) => {
  const { child, name } = await held()
  const advisor = await as('advisor')
  await advisor.goto(`/children/${child}`)
  await expect(card(advisor, 'Level and case')).toContainText('Maya Thistlewood')
  await expect(card(advisor, 'Level and case')).not.toContainText(/Low|Medium|High/)
  await advisor.goto(`/children/${child}/chronology?kind=level`)
  await expect(advisor.getByText('No entries match these filters')).toBeVisible()
  await expectAccessible(advisor)
  await advisor.goto(`/children/${child}/chronology?kind=case`)
  await expect(list(advisor)).toContainText('Open, with Maya Thistlewood')
  expect((await advisor.request.get(`/children/${child}/chronology/export?kind=level`)).status()).toBe(200)
  for (const who of ['practitioner2', 'school', 'manager'] as const) {
    const other = await as(who)
    const answer = await other.request.get(`/children/${child}/chronology/export`)
    expect(answer.status(), who).toBe(404)
    expect(await answer.text()).not.toContain(name)
  }
})
