import { expectAccessible } from './support/axe'
import { field, formReady, tick } from './support/contact-form'
import { one, sql } from './support/database'
import { fillDay } from './support/plan'
import { expect, test } from './support/test'

// what was opened to Callum is shut again, whatever became of the test: other specs look at who is shut out
test.afterEach(async () => {
  await sql(`UPDATE case_cover SET ended_at = arranged_at, end_why = 'The test is over' FROM user_account u WHERE u.id = cover_id AND u.email = 'practitioner2@demo.test' AND ended_at IS NULL`)
  await sql(`UPDATE break_glass SET ended_at = opened_at + interval '1 minute' WHERE ended_at IS NULL`)
})

test('cover is arranged with how the young person hears of it, and whoever covers finds the case', async ({ as }) => {
  test.setTimeout(60_000)
  const page = await as('cateManager')
  await page.goto('/cases?view=board')
  await page.getByRole('link', { name: /Arrange cover or hand over.*Maya Thistlewood/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cover for Maya Thistlewood' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^For some days/ }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Arrange cover' })).toBeVisible()
  await formReady(page)
  await tick(page, 'Who covers?', 'Callum Nwachukwu')
  await fillDay(page, 'First day', ['19', '11', '2026'])
  await fillDay(page, 'Last day', ['27', '11', '2026'])
  const why = page.getByLabel('Why go over the maximum?')
  if (await why.count()) await why.fill('A week, and he knows her')
  await page.getByRole('button', { name: 'Arrange cover' }).click()
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('Say who tells the young person')
  await expectAccessible(page)
  await field(page, 'Who tells the young person?').fill('Her own worker, on Thursday')
  await field(page, 'What are they told?').fill('Her worker is away for a week and Callum comes')
  await field(page, 'What do they think of it?').fill('Only if he texts first')
  await field(page, 'How is the change made?').fill('They visit together')
  await page.getByRole('button', { name: 'Arrange cover' }).click()
  await expect(page.getByText('Callum Nwachukwu, 19 Nov 2026 to 27 Nov 2026')).toBeVisible()

  const callum = await as('practitioner2')
  await callum.goto('/cases')
  await expect(callum.getByText('Covering for Maya Thistlewood')).toBeVisible()
  await callum.getByRole('row').filter({ hasText: 'Covering for Maya Thistlewood' }).getByRole('link').last().click()
  await expect(callum.getByText('Only if he texts first')).toBeVisible()
})

test('a colleague’s case is opened for a short time with a reason, and the manager reviews it', async ({ as, allow }) => {
  allow(/status of 404/)
  test.setTimeout(60_000)
  const { name, holder } = await one<{ name: string; holder: string }>(`SELECT c.given_name || ' ' || c.family_name AS name, u.name AS holder FROM cate_case k JOIN area a ON a.id = k.area_id JOIN child c ON c.area_id = k.area_id AND c.id = k.child_id
    JOIN user_account u ON u.id = k.allocated_to_id WHERE a.code = 'WRN' AND k.closed_at IS NULL AND u.name <> 'Callum Nwachukwu'
    AND NOT EXISTS (SELECT FROM case_cover v WHERE v.case_id = k.id) ORDER BY k.reference LIMIT 1`)
  const callum = await as('practitioner2')
  await callum.goto('/cases')
  await callum.getByRole('link', { name: 'Open a colleague’s case' }).click()
  const found = callum.getByRole('list', { name: 'Cases found' })
  const box = callum.getByLabel('Whose case?')
  // typed before the page listens, a letter would be lost
  await expect(async () => {
    await box.fill('')
    await box.pressSequentially(name)
    await expect(found).toContainText(`With ${holder}`, { timeout: 2_000 })
  }).toPass()
  await expectAccessible(callum)
  await callum.getByRole('button', { name: `Choose the case of ${name}` }).first().click()
  await formReady(callum)
  await field(callum, 'Why do you need this record now?').fill('Urgent')
  await callum.getByRole('button', { name: 'Open for 2 hours' }).click()
  await expect(callum.getByRole('alert', { name: 'There is a problem' })).toContainText('in a whole sentence')
  await expectAccessible(callum)
  await field(callum, 'Why do you need this record now?').fill('The police rang: she is missing and nobody can be reached')
  await callum.getByRole('button', { name: 'Open for 2 hours' }).click()
  const banner = callum.getByRole('region', { name: /Open to you until/ })
  await expect(banner).toContainText('nobody can be reached')
  await expectAccessible(callum)
  const shut = callum.url()
  await banner.getByRole('button', { name: 'Close it now' }).click()
  await expect(callum.getByRole('heading', { level: 1, name: 'Open a colleague’s case' })).toBeVisible()
  expect((await callum.goto(shut))?.status()).toBe(404)

  const manager = await as('cateManager')
  await manager.goto('/alerts')
  await manager.getByRole('listitem').filter({ hasText: 'opened by breaking glass' }).getByRole('link').first().click()
  await formReady(manager)
  await expectAccessible(manager)
  await manager.getByLabel('Needed and proportionate').check()
  await field(manager, 'What shows it, and what follows?').fill('Spoke with Callum: she was found within the hour')
  await manager.getByRole('button', { name: 'Save the review' }).click()
  await expect(manager.getByText('Spoke with Callum')).toBeVisible()
})
