import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, field, formReady, PLAIN_CALL, openContactForm, saveContact, tick, type, typeCall } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

const services = (page: Page) => page.getByRole('list', { name: 'Services' }).getByRole('listitem')
const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 390, height: 844 } }

async function openDirectory(page: Page, query = ''): Promise<void> {
  await page.goto(`/directory${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Directory of services' })).toBeVisible()
}

test('a school finds a service by what a family would call it, and nothing typed is in the address', async ({ as }) => {
  const page = await as('school', wide)
  await page.getByRole('link', { name: 'Directory', exact: true }).click()
  await expect(services(page)).toHaveCount(13)
  await expectAccessible(page)
  const box = field(page, 'Find a service')
  await box.fill('drink')
  await expect(services(page)).toHaveCount(1)
  await expect(services(page)).toContainText('Clearwater')
  await expect(page.getByText('1 service found')).toBeVisible()
  await box.fill('nothing like this')
  await expect(page.getByText('No service has these words')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear the words' }).click()
  await expect(services(page)).toHaveCount(13)
  expect(new URL(page.url()).search).toBe('')
})

test('filters stand in the address, by keyboard, and lead to the same list for a colleague', async ({ as }) => {
  const page = await as('advisor', wide)
  await openDirectory(page)
  await page.locator('summary', { hasText: 'Filter and sort' }).press('Enter')
  const form = page.getByRole('region', { name: 'Filter and sort' })
  await form.getByLabel('Kind of help').selectOption('Domestic abuse')
  await form.getByLabel('For', { exact: true }).selectOption('Parents and carers')
  await form.getByRole('button', { name: 'Show' }).press('Enter')
  await page.waitForURL('/directory?help=domestic_abuse&whom=parents')
  await expect(services(page)).toHaveCount(1)
  await expect(services(page)).toContainText('Harbour Wrenmoor')
  await expectAccessible(page)

  const colleague = await as('practitioner', narrow)
  await openDirectory(colleague, '?help=domestic_abuse&whom=parents')
  await expect(services(colleague)).toHaveCount(1)
  await expectAccessible(colleague)
  await colleague.getByRole('link', { name: 'Take away: Kind of help: Domestic abuse' }).click()
  await colleague.waitForURL('/directory?whom=parents')
  expect(await services(colleague).count()).toBeGreaterThan(5)

  await openDirectory(page, '?help=domestic_abuse&need=universal')
  await expect(page.getByText('No service matches')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Clear the filter' }).click()
  await expect(services(page)).toHaveCount(13)
  // an old or a mistaken address is the whole list, and no error
  await openDirectory(page, '?help=magic&need=9&words=Robin')
  await expect(services(page)).toHaveCount(13)
})

test('an administrator adds a service, changes it beside a colleague, retires it and brings it back', async ({ as }) => {
  const page = await as('admin', wide)
  await page.goto('/directory/new')
  await formReady(page)
  await page.getByRole('button', { name: 'Save service' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Enter the service’s name', 'Say in plain words what it offers', 'Choose what kind of help it gives', 'Choose whom it is for',
    'Choose the levels of need it serves', 'Say who can use it and how to refer', /^Give a phone number, a website or an address/,
  ])
  await expectAccessible(page)
  await type(page, 'Name', 'Saltmarsh Riders')
  await type(page, 'What it offers', 'Ponies to care for, and people who listen.')
  await tick(page, 'Kind of help', 'Youth work and activities')
  await tick(page, 'For', 'Young people')
  await tick(page, 'Levels of need', 'Early help')
  await type(page, 'Who can use it, and how to refer', 'From ten. Call first.')
  await page.getByRole('button', { name: 'Save service' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Give a phone number, a website or an address/])
  await type(page, 'Phone', '01632 960 777')
  await page.getByRole('button', { name: 'Save service' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Saltmarsh Riders' })).toBeVisible()
  await expect(page.getByText('Last changed by Rafferty Doole')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await formReady(page)
  // somebody saves meanwhile
  await sql(`UPDATE service SET version = version + 1, phone = '01632 960 778' WHERE name = 'Saltmarsh Riders'`)
  await field(page, 'Opening hours').fill('Saturdays')
  await page.getByRole('button', { name: 'Save service' }).click()
  const differs = page.getByRole('table', { name: 'What differs' })
  await expect(differs.getByRole('row', { name: /Phone/ }).first()).toContainText('01632 960 778')
  await expect(field(page, 'Opening hours')).toHaveValue('Saturdays')
  await expectAccessible(page)
  await field(page, 'Phone').fill('01632 960 778')
  await page.getByRole('button', { name: 'Save mine over the newer version' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Saltmarsh Riders' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Saturdays')

  await page.getByRole('button', { name: 'Retire' }).click()
  await page.getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByRole('main').getByText('Retired', { exact: true })).toBeVisible()
  await openDirectory(page)
  await expect(page.getByRole('link', { name: 'Saltmarsh Riders' })).toBeHidden()
  await page.getByRole('link', { name: 'Retired', exact: true }).click()
  await page.getByRole('link', { name: 'Saltmarsh Riders' }).click()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByRole('button', { name: 'Retire' })).toBeVisible()
  await sql(`DELETE FROM service WHERE name = 'Saltmarsh Riders'`)
})

test('a sheet for a family has chosen services and the numbers of day and night, and prints alone', async ({ as }) => {
  const page = await as('practitioner', wide)
  await openDirectory(page)
  for (const name of ['Parents in Step', 'Lanternhouse (SARC and ISVA)']) await page.getByLabel(`For the family’s sheet: ${name}`).press('Space')
  await field(page, 'Find a service').fill('housing')
  const chosen = page.getByRole('region', { name: 'Sheet for a family' })
  await expect(chosen.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
  await chosen.getByRole('link', { name: 'Make the sheet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help for you and your family' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Parents in Step', 'Lanternhouse (SARC and ISVA)'])
  const sheet = page.getByRole('article')
  for (const number of ['999', '101', '111', '0800 1111', '01632 960 134', '01632 960 135']) await expect(sheet.getByText(number, { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await expect(page).toHaveTitle('Help for you and your family')

  await page.emulateMedia({ media: 'print' })
  for (const chrome of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByText('Print this sheet'), page.getByText('Directory of services')]) await expect(chrome).toBeHidden()
  await expect(page.getByText('Maya Thistlewood').first()).toBeHidden()
  await expect(sheet).toBeVisible()
  expect(await sheet.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(18)
  const told = (await sheet.innerText()).toLowerCase()
  for (const word of ['exploitation', 'cate ', 'waymark', 'case', 'refer']) expect(told).not.toContain(word)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)

  const empty = await as('housing', narrow)
  await empty.goto('/directory/sheet?ids=not-an-id')
  await expect(empty.getByText('No service is chosen')).toBeVisible()
  await expectAccessible(empty)
})

test('a contact goes to a service of the directory, suggested from its concerns, or to any other', async ({ as }) => {
  const page = await as('advisor', wide)
  await openContactForm(page)
  await typeCall(page, { ...PLAIN_CALL, concerns: ['Alcohol or drugs'] })
  const reference = await saveContact(page)
  const form = card(page, 'Decide where this goes')
  await tick(form, 'Where does it go?', 'Other service')
  const box = field(form, 'Which service?')
  await box.press('ArrowDown')
  const offered = form.getByRole('listbox', { name: 'Services' }).getByRole('option')
  await expect(offered.first()).toContainText('Clearwater')
  await expect(offered.first()).toContainText('May help with: Alcohol or drugs')
  await expectAccessible(page)
  await box.pressSequentially('boat')
  await expect(offered).toHaveCount(1)
  await box.press('ArrowDown')
  await box.press('Enter')
  await expect(box).toHaveValue('Ferrowby Youth Boathouse')
  await expect(form.getByText('From the directory.')).toBeVisible()
  await type(form, 'What they need to know', 'She would like somewhere to go after school.')
  await type(form, 'Reason for the decision', 'She asked for it.')
  await tick(form, 'Does the person who told us know the outcome?', 'Not yet')
  await page.getByRole('button', { name: 'Save decision' }).press('Enter')
  await expect(card(page, 'Decision')).toBeVisible()
  const sent = await one<{ to_service: string; name: string }>(
    `SELECT r.to_service, s.name FROM referral r JOIN contact c ON c.id = r.contact_id JOIN service s ON s.id = r.to_service_id WHERE c.reference = $1`, [reference],
  )
  expect(sent).toEqual({ to_service: 'Ferrowby Youth Boathouse', name: 'Ferrowby Youth Boathouse' })
})
