import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { field, formReady, tick, type } from './support/contact-form'
import { one } from './support/database'
import { fillDay, involve } from './support/plan'
import { expect, test } from './support/test'

const SECRET = 'Police hold a name that the family must not hear'
const kept = (page: Page, words: string) => page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && Boolean(answer.request().postData()?.includes(words)))

test('a plan is written with the young person, refused until it says so, issued, changed and handed to the family', async ({ as }) => {
  test.setTimeout(180_000)
  const held = await one<{ id: string }>(`
    SELECT c.id FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND c.closed_at IS NULL AND NOT EXISTS (SELECT FROM safety_plan p WHERE p.case_id = c.id) ORDER BY c.reference DESC LIMIT 1`)
  const page = await as('practitioner')
  await page.goto(`/cases/${held.id}`)
  await formReady(page)
  await page.getByRole('button', { name: 'Begin the safety plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Change the safety plan' })).toBeVisible()
  await formReady(page)
  await expectAccessible(page)
  const first = kept(page, '**you**')
  await type(page, 'When missing', 'One message by ten\n\n- Then we ring **you**')
  await first
  // a second sitting
  await page.reload()
  await formReady(page)
  await expect(field(page, 'When missing')).toHaveValue('One message by ten\n\n- Then we ring **you**')
  await type(page, 'What works well', 'Dance on Tuesdays')
  await type(page, 'Worries', 'Late nights at the bus station')
  await type(page, 'Trusted adults', 'Nan')
  await type(page, 'Contingency', 'Two missed evenings and we meet')
  await type(page, 'Who to call at night', 'The Emergency Duty Team, 01632 960 999')
  await type(page, 'Triggers', 'Messages after midnight from the older boy')
  await page.getByLabel('Keep this off the family copy: Triggers').press('Space')
  await type(page, 'For professionals only', SECRET)
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Draft, version 2')).toBeVisible()

  await formReady(page)
  await page.getByRole('button', { name: 'Issue the plan' }).click()
  const summary = page.getByRole('alert', { name: 'There is a problem' })
  await expect(summary.getByText(/^Say how .* was involved, or why not and what will be tried$/).first()).toBeVisible()
  await expect(summary.getByText('Say when the plan is reviewed')).toBeVisible()
  await expectAccessible(page)

  await page.locator('a[href*="/plan/edit#involvement"]').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Change the safety plan' })).toBeVisible()
  await formReady(page)
  await involve(page, ['19', '11', '2026'])
  await fillDay(page, 'When is the plan reviewed?', ['10', '12', '2026'])
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Draft, version 3')).toBeVisible()
  await formReady(page)
  await page.getByRole('button', { name: 'Issue the plan' }).click()
  await expect(page.getByText('Issued, version 4')).toBeVisible()

  await page.getByText('Add an action', { exact: true }).click()
  await type(page, 'What is to be done?', 'Choose who to call first')
  await tick(page, 'Who does it?', 'The young person')
  await fillDay(page, 'By when?', ['1', '12', '2026'])
  await page.getByRole('button', { name: 'Add the action' }).click()
  await expect(page.getByText('The young person, by 1 Dec 2026')).toBeVisible()
  await expectAccessible(page)

  // changed after issue: a draft of its own, and the issued one stands
  await page.getByRole('link', { name: 'Change the plan' }).click()
  await formReady(page)
  await field(page, 'Worries').fill('Late nights at the arcade')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Draft, version 5')).toBeVisible()
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.locator('del', { hasText: 'bus' }).first()).toBeVisible()
  await expect(page.locator('ins', { hasText: 'arcade' }).first()).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/cases/${held.id}/plan/family`)
  await expect(page.getByRole('heading', { name: 'If you are away from home' })).toBeVisible()
  await expect(page.getByText('Late nights at the bus station')).toBeVisible()
  await expect(page.getByText('You:')).toBeVisible()
  await expectAccessible(page)
  const html = await page.content()
  for (const withheld of [SECRET, 'the older boy', 'Works nights', 'arcade']) expect(html).not.toContain(withheld)
  const file = await page.request.get(`/cases/${held.id}/plan/family/pdf`)
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')

  for (const who of ['advisor', 'police', 'practitioner2', 'manager'] as const) {
    const other = await as(who)
    for (const path of ['plan', 'plan/family', 'plan/family/pdf', 'plan/history']) expect((await other.request.get(`/cases/${held.id}/${path}`)).status(), `${who} ${path}`).toBe(404)
  }
})

test('two who write in one plan are warned, and whoever saves second sees both', async ({ as }) => {
  test.setTimeout(120_000)
  const held = await one<{ id: string }>(`
    SELECT c.id FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND c.closed_at IS NULL AND NOT EXISTS (SELECT FROM safety_plan p WHERE p.case_id = c.id) ORDER BY c.reference LIMIT 1`)
  const mine = await as('practitioner')
  await mine.goto(`/cases/${held.id}/plan`)
  await formReady(mine)
  await mine.getByRole('button', { name: 'Begin the safety plan' }).click()
  await formReady(mine)
  await type(mine, 'Worries', 'What the worker writes')
  const theirs = await as('cateManager')
  await theirs.goto(`/cases/${held.id}/plan/edit`)
  await formReady(theirs)
  await expect(mine.getByText(/has this plan open too$/)).toBeVisible()
  await expect(field(mine, 'Worries')).toHaveValue('What the worker writes')
  await type(theirs, 'Worries', 'What the manager writes')
  await type(theirs, 'Education', 'A tutor from Monday')
  await theirs.getByRole('button', { name: 'Save the plan' }).click()
  await expect(theirs.getByText('Draft, version 2')).toBeVisible()
  await expect(mine.getByText(/saved a newer version at/)).toBeVisible()

  await mine.getByRole('button', { name: 'Save the plan' }).click()
  const both = mine.getByRole('row', { name: /Worries/ })
  await expect(both).toContainText('What the manager writes')
  await expect(both).toContainText('What the worker writes')
  await expectAccessible(mine)
  await mine.getByRole('button', { name: 'Save mine over the newer version' }).click()
  await expect(mine.getByText('Draft, version 3')).toBeVisible()
  await expect(mine.getByText('What the worker writes')).toBeVisible()
  // what the other changed elsewhere was taken over
  await expect(mine.getByText('A tutor from Monday')).toBeVisible()
})
