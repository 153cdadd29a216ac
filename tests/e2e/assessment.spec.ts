import { expectAccessible } from './support/axe'
import { card, field, formReady, tick, type } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

test('a practitioner assesses risk over two sittings, says why, and compares with the next assessment', async ({ as }) => {
  test.setTimeout(180_000)
  const held = await one<{ id: string }>(`
    SELECT c.id FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND c.closed_at IS NULL ORDER BY c.reference LIMIT 1`)
  const page = await as('practitioner')
  await page.goto(`/cases/${held.id}`)
  await formReady(page)
  await page.getByRole('button', { name: 'Begin the risk assessment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Risk assessment' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Risk', exact: true }).click()
  await formReady(page)
  await tick(page, 'Late home', 'Suspected')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  // what is said to be there asks for what shows it
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await expectAccessible(page)
  await tick(page, 'When?', 'Now, or in the last 6 months')
  await type(page, 'What shows it?', 'Home after eleven on three nights')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && Boolean(answer.request().postData()?.includes('"Her mother"')))
  await type(page, 'Who or what does it come from?', 'Her mother')
  await kept
  // the second sitting
  await page.reload()
  await formReady(page)
  await expect(field(page, 'What shows it?')).toHaveValue('Home after eleven on three nights')
  await tick(page, 'Is this a fact or an opinion?', 'Fact')
  await page.getByRole('button', { name: 'Save and go on' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Possible current harm' })).toBeVisible()
  await formReady(page)
  await tick(page, 'Hotel, flat or party attendance', 'Suspected')
  await tick(page, 'When?', 'Now, or in the last 6 months')
  await type(page, 'What shows it?', 'A key card in her bag')
  await type(page, 'Who or what does it come from?', 'Her mother')
  await tick(page, 'Is this a fact or an opinion?', 'Fact')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Protective factors' })).toBeVisible()
  await formReady(page)
  await page.getByRole('button', { name: 'Save and go on' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Views, level and why' })).toBeVisible()
  await formReady(page)
  await tick(page, 'Has the young person been heard?', 'Yes')
  await type(page, 'What do they say?', 'She says she is tired of being asked')
  await tick(page, 'Have the parents or carers been heard?', 'Not yet')
  await type(page, 'Why not?', 'Her mother works nights')
  await type(page, 'How and when will you try to hear them?', 'A call on Saturday')
  await tick(page, 'Which level do you record?', 'Medium')
  await type(page, 'Why this level?', 'Late nights and the key card, with a mother who looks for her')
  await page.getByRole('button', { name: /^Finish/ }).click()
  // a sign of harm asks for its answer, whatever the total
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await expectAccessible(page)
  await tick(page, 'Strategy discussion / section 47 considered?', 'Considered, and not asked for now')
  await type(card(page, 'The level'), 'Why?', 'The lead was asked by telephone today')
  const override = page.getByLabel(/than suggested\. Why\?$/)
  if (await override.count()) await override.fill('One sign alone, and it is being looked into')
  await page.getByRole('button', { name: /^Finish/ }).click()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()
  await expect(page.getByText('She says she is tired of being asked')).toBeVisible()
  await expect(page.getByText('A call on Saturday')).toBeVisible()
  await expectAccessible(page)
  const address = new URL(page.url()).pathname

  // another day: the mother looks for her, and what changed is shown beside the first
  await page.goto(`/cases/${held.id}`)
  await formReady(page)
  await page.getByRole('button', { name: 'Assess again' }).click()
  await page.getByRole('link', { name: 'Risk', exact: true }).click()
  await formReady(page)
  await tick(page, 'Late home', 'No')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Possible current harm' })).toBeVisible()
  await page.getByRole('link', { name: 'The whole assessment' }).click()
  const compared = page.getByRole('table').filter({ hasText: 'Late home' })
  await expect(compared).toBeVisible()
  await expectAccessible(page)

  for (const who of ['safeguarding', 'auditor'] as const) {
    const other = await as(who)
    await other.goto(address)
    await expect(other.getByText('A key card in her bag')).toBeVisible()
  }
  for (const who of ['advisor', 'police', 'practitioner2', 'manager'] as const) {
    const other = await as(who)
    expect((await other.request.get(address)).status(), who).toBe(404)
  }
})
