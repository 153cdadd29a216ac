import { fileOf } from '../support/published-set'
import { expectAccessible } from './support/axe'
import { one } from './support/database'
import { expect, test } from './support/test'

const child = (ref: string, over = {}) => ({ child_ref: ref, given_name: 'Robin', family_name: 'Brought-In', date_of_birth: '2004-05-06', sex: 'F', ethnicity: 'WBRI', ...over })
const contact = (ref: string, over = {}) => ({ contact_ref: ref, received_at: '2016-05-03T09:00:00Z', channel: 'phone', source_code: '2A', referrer_name: 'A. Made-Up', child_ref: 'S1', exploitation: 'no', level_of_need: 'early_help', outcome: 'advice', decided_at: '2016-05-03T11:00:00Z', summary: '=1+1', ...over })
const file = (name: 'children.csv' | 'contacts.csv', rows: Record<string, string>[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(fileOf(name, rows)) })

test('a manager brings files in: sees what is refused and why, leaves two rows out, and the rest is in Waymark', async ({ as }) => {
  const page = await as('manager', { viewport: { width: 1280, height: 900 } })
  await page.goto('/admin/import')
  await expect(page.getByRole('heading', { level: 1, name: 'Bring data in' })).toBeVisible()
  await expectAccessible(page)
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await page.getByLabel('Choose children.csv, contacts.csv and cases.csv').setInputFiles([
    file('children.csv', [child('S1'), child('S2', { nhs_number: '1234567890' })]),
    file('contacts.csv', [contact('T1'), contact('T2', { exploitation: 'perhaps' })]),
  ])
  await page.getByRole('button', { name: 'Check the files' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checked, nothing brought in yet' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('rowheader', { name: 'This is not an NHS number: its check digit is wrong' })).toBeVisible()
  await expect(page.getByText('1234567890')).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })

  const bring = page.getByRole('button', { name: 'Bring 2 rows in' })
  await bring.click()
  await expect(page.getByRole('alert').getByRole('link', { name: /^2 refused rows are not among those you leave out/ })).toBeVisible()
  await page.getByLabel('children.csv, line 3').check()
  await page.getByLabel('contacts.csv, line 3').check()
  await bring.click()
  await expect(page.getByText('The records are in Waymark')).toBeVisible({ timeout: 20_000 })
  expect(await one(`SELECT count(*)::int AS brought FROM child WHERE family_name = 'Brought-In'`)).toMatchObject({ brought: 1 })

  const answer = await page.request.get('/export/audit/csv?kind=import.written')
  expect(answer.headers()['content-type']).toContain('text/csv')
  expect(await answer.text()).toContain('brought records in')
})

test('records leave when a second person lets them out, once for each of the two', async ({ as }) => {
  const manager = await as('manager')
  await manager.goto('/admin/take-out')
  await expect(manager.locator('form[data-ready]')).toBeVisible()
  await manager.getByRole('button', { name: 'Ask a safeguarding lead to let it out' }).click()
  await expect(manager.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await manager.getByLabel('Children-in-need census codes').check()
  for (const [group, day] of [['First day', '1 4 2026'], ['Last day', '31 3 2027']] as const) {
    for (const [at, part] of ['Day', 'Month', 'Year'].entries()) await manager.getByRole('group', { name: group }).getByLabel(part).fill(day.split(' ')[at] ?? '')
  }
  await manager.getByLabel('Why does it leave, and into whose hands?').fill('For the return')
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'Ask a safeguarding lead to let it out' }).click()
  await expect(manager.getByText('Waits for a second person')).toBeVisible()
  await expect(manager.getByRole('button', { name: 'Send the answer' })).toHaveCount(0)
  // and another may be asked for
  await expect(manager.getByRole('button', { name: 'Ask a safeguarding lead to let it out' })).toBeVisible()

  const lead = await as('safeguarding', { viewport: { width: 390, height: 844 } })
  await lead.goto('/admin/take-out')
  await expect(lead.locator('form[data-ready]')).toBeVisible()
  await lead.getByRole('button', { name: 'Send the answer' }).click()
  await lead.getByRole('link', { name: 'Choose whether it may leave' }).press('Enter')
  await expect(lead.getByLabel('Let it out')).toBeFocused()
  await lead.getByLabel('Let it out').check()
  await lead.getByRole('button', { name: 'Send the answer' }).click()
  await expect(lead.getByText('Ready to take')).toBeVisible({ timeout: 20_000 })
  await expectAccessible(lead)
  const [taken] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('button', { name: 'Take the file' }).click()])
  expect(taken.suggestedFilename()).toMatch(/^waymark-census-WRN-.*\.zip$/)
  await expect(lead.getByRole('button', { name: 'Take the file' })).toHaveCount(0)
  await expect(manager.getByText('Harjit Sandiford', { exact: true })).toBeVisible()
})
