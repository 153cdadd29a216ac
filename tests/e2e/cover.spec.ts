import { expectAccessible } from './support/axe'
import { field, formReady, tick } from './support/contact-form'
import { fillDay } from './support/plan'
import { expect, test } from './support/test'

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
  await field(page, 'Who tells the young person?').fill('Maya, on Thursday')
  await field(page, 'What are they told?').fill('Maya is away for a week and Callum comes')
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
