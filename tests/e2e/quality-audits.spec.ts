import { expectAccessible } from './support/axe'
import { NOW } from './support/clock'
import { card, formReady, type } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

test('an audit is drawn, read with the keyboard, read again by a second person and counted; the plan is told of it', async ({ as }) => {
  test.setTimeout(120_000)
  const manager = await as('manager')
  await manager.goto('/quality-audits/new')
  await formReady(manager)
  const [from, until] = [manager.getByRole('group', { name: 'From' }), manager.getByRole('group', { name: 'To' })]
  // by the example year's clock, and not by the newest contact: another spec may have told of one months later
  const daysBack = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString().slice(0, 10)
  const period = { from: daysBack(203), until: daysBack(3) }
  for (const [group, day] of [[from, period.from], [until, period.until]] as const) {
    const [year = '', month = '', date = ''] = day.split('-')
    await group.getByLabel('Day').fill(date)
    await group.getByLabel('Month').fill(month)
    await group.getByLabel('Year').fill(year)
  }
  // all of them: which are drawn is chance, and one of them must be nobody's work who reads it here
  await manager.getByLabel('Share of the records').fill('100')
  await manager.getByLabel('Share of those for a second opinion').fill('100')
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'Draw the records' }).click()
  await manager.waitForURL(/\/quality-audits\/[0-9a-f-]{36}$/)
  const path = new URL(manager.url()).pathname
  await expectAccessible(manager)
  await manager.getByRole('link', { name: 'Draw again from this seed' }).click()
  await expect(manager.getByText('The rows are the same')).toBeVisible()

  await manager.goto(`${path}/give`)
  await formReady(manager)
  await manager.getByLabel('Who reads them?').selectOption({ label: 'Everard Mbeki-Lowe' })
  await manager.getByRole('button', { name: /^Choose all \d+ that nobody has$/ }).click()
  const [all, chosen] = [manager.getByRole('checkbox'), manager.getByRole('checkbox', { checked: true })]
  expect(await chosen.count()).toBe((await all.count()) / 2)
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'Give the records' }).click()
  await manager.waitForURL((url) => url.pathname === path)

  // with the keyboard alone: arrows choose, tab goes on
  const auditor = await as('auditor')
  const lead = await as('safeguarding')
  const reader = await one<{ id: string }>(`
    SELECT i.id FROM quality_audit_item i JOIN contact c ON c.id = i.record_id LEFT JOIN contact_decision d ON d.contact_id = c.id, user_account u
    WHERE u.email = 'safeguarding@demo.test' AND i.audit_id = '${path.split('/').at(-1)}' AND c.logged_by_id <> u.id AND d.decided_by_id IS DISTINCT FROM u.id ORDER BY i.position LIMIT 1`)
  const item = `/quality-audits/items/${reader.id}`
  await auditor.goto(item)
  await formReady(auditor)
  await expectAccessible(auditor)
  await auditor.getByRole('radio', { name: 'Yes' }).first().focus()
  for (const [at, words] of ['The school was rung', 'As was known', 'Her own words'].entries()) {
    await auditor.keyboard.press('Space')
    await auditor.keyboard.press('Tab')
    await auditor.keyboard.type(words)
    await auditor.keyboard.press('Tab')
    // the date of the follow-up stands between the first and the second
    for (const part of at === 0 ? ['1', '9', '2026'] : []) {
      await auditor.keyboard.type(part)
      await auditor.keyboard.press('Tab')
    }
  }
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await auditor.keyboard.press(key)
  await auditor.getByRole('button', { name: 'Send what I found' }).focus()
  await auditor.keyboard.press('Enter')
  await expect(auditor.getByRole('heading', { name: /^First opinion: Everard/ })).toBeVisible()

  await lead.goto(item)
  await formReady(lead)
  await expect(lead.getByText('The school was rung')).toHaveCount(0)
  for (let at = 0; at < 4; at++) await lead.getByRole('radio', { name: at === 2 ? 'No' : 'Cannot tell from the record', exact: true }).nth(at).check()
  await lead.getByLabel(/^What shows it/).nth(2).fill('Nobody asked her')
  await lead.getByRole('button', { name: 'Send my second opinion' }).click()
  await expect(lead.getByText('The school was rung')).toBeVisible()

  await auditor.goto(`${path}/results`)
  await formReady(auditor)
  await expect(auditor.getByRole('row', { name: /Was the follow-up action taken/ }).first()).toContainText('1 of 1 (100 %)')
  await expect(auditor.getByRole('table', { name: 'Where two people read the same record' })).toBeVisible()
  await type(auditor, 'What do you see across the records?', 'Children are heard late')
  await auditor.getByRole('button', { name: 'Add this theme' }).click()
  await expect(card(auditor, 'Themes').getByText('Children are heard late').first()).toBeVisible()
  await expectAccessible(auditor)

  await manager.goto('/quality-audits/providers')
  await expect(manager.getByText(/for each thousand/)).toBeVisible()
  await expectAccessible(manager)
  await manager.goto('/action-plan')
  await expect(manager.getByText(/actions are overdue/)).toBeVisible()
  await expectAccessible(manager)
  await manager.getByRole('link', { name: /Train repairs and tenancy staff/ }).first().click()
  await formReady(manager)
  await manager.getByRole('group', { name: 'As of' }).getByLabel('Day').fill('1')
  await manager.getByRole('group', { name: 'As of' }).getByLabel('Month').fill('11')
  await manager.getByRole('group', { name: 'As of' }).getByLabel('Year').fill('2026')
  await manager.getByRole('radio', { name: 'Under way' }).check()
  await type(manager, 'What was done?', 'Repairs staff are booked')
  await manager.getByRole('button', { name: 'Save the update' }).click()
  await expect(card(manager, 'Updates').getByText('Repairs staff are booked')).toBeVisible()
})
