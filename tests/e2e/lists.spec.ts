import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { expect, test } from './support/test'

const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 390, height: 844 } }

async function openFilters(page: Page) {
  await page.locator('summary', { hasText: 'Filter and sort' }).press('Enter')
  return page.getByRole('region', { name: 'Filter and sort' })
}

test('contacts are narrowed and sorted by keyboard, and the address gives a colleague the same list', async ({ as }) => {
  const page = await as('advisor', wide)
  await page.goto('/contacts?show=all')
  const form = await openFilters(page)
  await form.getByLabel('Who told us').selectOption('Police')
  await form.getByLabel('How it came').selectOption('Phone')
  await form.getByRole('group', { name: 'Received from' }).getByLabel('Year').fill('2026')
  await form.getByRole('button', { name: 'Show' }).press('Enter')
  const chosen = page.getByRole('list', { name: 'Chosen filters' })
  await expect(chosen.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByText('Enter the day, the month and the year')).toBeVisible()
  await expectAccessible(page)
  const group = page.getByRole('group', { name: 'Received from' })
  await group.getByLabel('Day').fill('1')
  await group.getByLabel('Month').fill('3')
  await form.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(chosen.getByRole('listitem')).toHaveCount(3)
  await expect(chosen).toContainText('Received from 1 Mar 2026')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('Police')
  await page.getByRole('link', { name: 'Sort by Received' }).press('Enter')
  await expect(page.getByRole('columnheader', { name: /Received/ })).toHaveAttribute('aria-sort', 'ascending')
  await expectAccessible(page)
  const first = await rows.nth(1).innerText()

  const { pathname, search } = new URL(page.url())
  const colleague = await as('safeguarding', wide)
  await colleague.goto(`${pathname}${search}`)
  await expect.poll(() => colleague.getByRole('table').getByRole('row').nth(1).innerText()).toBe(first)
  await colleague.getByRole('link', { name: /Take away: Received from/ }).click()
  await expect(colleague.getByRole('list', { name: 'Chosen filters' }).getByRole('listitem')).toHaveCount(2)
})

test('a filter that leaves nothing says what to do, and a mistaken address shows the default list', async ({ as }) => {
  const page = await as('advisor', narrow)
  await page.goto('/contacts?show=undecided&channel=other_authority&need=acute')
  await expect(page.getByText('No contact matches')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Clear the filter' }).click()
  await expect(page.getByRole('table', { name: 'Waiting for a decision' })).toBeVisible()
  const response = await page.goto('/contacts?show=none&channel=pigeon&sort=name&after=1&from.day=x')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('table', { name: 'Waiting for a decision' })).toBeVisible()
})

test('the caseload is narrowed by practitioner and level, and sorted by its headers', async ({ as }) => {
  const page = await as('cateManager', wide)
  await page.goto('/cases')
  const rows = page.getByRole('table', { name: 'Cases' }).getByRole('row')
  const all = await rows.count()
  await page.getByRole('link', { name: 'Sort by Level' }).click()
  await page.waitForURL('/cases?sort=level')
  await page.getByRole('link', { name: 'Sort by Level' }).click()
  await page.waitForURL('/cases?sort=-level')
  await expect(rows.nth(1)).toContainText('High')
  const form = await openFilters(page)
  await form.getByLabel('Practitioner').selectOption('Maya Thistlewood')
  await form.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('list', { name: 'Chosen filters' })).toContainText('Practitioner: Maya Thistlewood')
  await expect(rows.nth(1)).toContainText('Maya Thistlewood')
  expect(await rows.count()).toBeLessThan(all)
  expect(page.url()).not.toMatch(/maya|thistlewood/i)
  await expectAccessible(page)
})

test('people are found by name, and no name is in the address', async ({ as }) => {
  const page = await as('admin', wide)
  await page.goto('/admin?role=practitioner')
  const rows = page.getByRole('table', { name: 'People and their roles' }).getByRole('row')
  await expect(rows).toHaveCount(7)
  await page.getByLabel('Find a person').fill('thistle')
  await expect(rows).toHaveCount(2)
  await expect(page.getByText('1 role', { exact: true })).toBeVisible()
  await page.getByLabel('Find a person').fill('nobody at all')
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await expectAccessible(page)
  expect(new URL(page.url()).search).toBe('?role=practitioner')
})

test('children are searched among open cases, what was typed stays, and is in no address', async ({ as }) => {
  const page = await as('safeguarding', wide)
  await page.goto('/children')
  await page.getByLabel('Find a child').fill('smith')
  await page.getByRole('link', { name: 'Open cases' }).click()
  await page.waitForURL('/children?show=open')
  await expect(page.getByLabel('Find a child')).toHaveValue('smith')
  await expectAccessible(page)
  expect(page.url()).not.toContain('smith')
})

test('an agency’s own contacts are narrowed by period, and the audit log is turned round', async ({ as }) => {
  const school = await as('school', narrow)
  await school.goto('/our-contacts?until.day=1&until.month=1&until.year=2001')
  await expect(school.getByText('Nothing in this period')).toBeVisible()
  await expectAccessible(school)
  await school.getByRole('link', { name: 'Show all' }).click()
  await expect(school.getByRole('table', { name: 'Our contacts' })).toBeVisible()

  const auditor = await as('auditor', wide)
  await auditor.goto('/audit?person=nobody&from.day=31&from.month=2&from.year=2026')
  await expect(auditor.getByText('The date is left out.')).toBeVisible()
  await auditor.getByRole('link', { name: 'Sort by When' }).click()
  await expect(auditor.getByRole('table', { name: 'Audit log, oldest first' })).toBeVisible()
  await expectAccessible(auditor)
})
