import { expectAccessible } from './support/axe'
import { card, field, openContactForm, PLAIN_CALL, saveContact, typeCall } from './support/contact-form'
import { allowAuditEvents, one, refuseAuditEvents, sql, startDatabase, stopDatabase } from './support/database'
import { expect, test } from './support/test'

/** What a page must never show of what went wrong inside. */
const INSIDES = /postgres|prisma|waymark_app|ECONNREFUSED|127\.0\.0\.1|audit_event|permission denied|\bat \w+ \(|node_modules|\.ts:\d+/i

/** What Chromium and React say of a page that could not be rendered (441 is React's code for it). */
const PAGE_FAILED = [/status of 500/, /Minified React error #441/]

test.afterEach(async () => {
  await startDatabase()
  await allowAuditEvents()
})

test.describe('while the database is down', () => {
  test.beforeEach(({ allow }) => allow(...PAGE_FAILED, /status of 503/))

  test('a contact that is being typed says plainly that it is not saved, loses nothing, and is saved afterwards', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'Typed before the records went away.' })
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    const said = field(card(page, 'What was said'), 'What was said')

    await stopDatabase()
    await said.press('End')
    await said.pressSequentially(' And after.')
    await expect(page.getByText(/^Not saved yet\. Waymark cannot be reached\. What you typed is kept on this page/)).toBeVisible()
    await page.getByRole('button', { name: 'Save contact' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'This is not saved yet' })
    await expect(alert).toContainText('Waymark cannot reach its records right now, so nothing was opened or saved.')
    await expect(alert).toContainText('Reference for support')
    await expect(alert).not.toContainText(INSIDES)
    await expect(said).toHaveValue('Typed before the records went away. And after.')
    await expectAccessible(page)

    await startDatabase()
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    const [draft] = await sql<{ content: { whatWasSaid: string } }>('SELECT content FROM draft WHERE id = $1', [page.url().split('/').at(-1)])
    expect(draft?.content.whatWasSaid).toBe('Typed before the records went away. And after.')
    await saveContact(page)
    await expect(page.getByText('Typed before the records went away. And after.')).toBeVisible()
  })

  test('a page that is opened says so within six seconds, without a word of the insides, and works again afterwards', async ({ as }) => {
    const page = await as('advisor')
    expect((await page.request.get('/api/health')).status()).toBe(200)
    await stopDatabase()

    const asked = Date.now()
    const response = await page.goto('/contacts')
    await expect(page.getByRole('heading', { level: 1, name: 'Waymark cannot reach its records' })).toBeVisible()
    expect(Date.now() - asked).toBeLessThan(6_000)
    expect(response?.status()).toBe(500)
    expect(await response?.text()).not.toMatch(INSIDES)
    expect(await page.locator('body').innerText()).not.toMatch(INSIDES)
    await expectAccessible(page)
    const down = await page.request.get('/api/health')
    expect([down.status(), await down.json()]).toEqual([503, expect.objectContaining({ status: 'down', database: 'down' })])

    await startDatabase()
    await expect.poll(async () => (await page.request.get('/api/health')).status()).toBe(200)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  })

  test('signing in says that it cannot be reached, and not that the password is wrong', async ({ nobody, allow }) => {
    allow(/status of 401/)
    const page = await nobody()
    await page.goto('/sign-in')
    await stopDatabase()
    await page.getByLabel('E-mail address').fill('advisor@demo.test')
    await page.getByLabel('Password').fill('waymark-demo-2026')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Waymark cannot be reached right now' })).toBeVisible()
    await expectAccessible(page)
  })
})

test('where the audit log cannot be written, nothing is opened and nothing is saved', async ({ as, allow }) => {
  allow(...PAGE_FAILED)
  const page = await as('advisor')
  const contact = await one<{ id: string; said: string; given: string; family: string }>(`
    SELECT c.id, c.what_was_said AS said, k.given_name AS given, k.family_name AS family FROM contact c JOIN child k ON k.id = c.child_id JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' ORDER BY c.reference LIMIT 1`)
  await openContactForm(page)
  await typeCall(page, { ...PLAIN_CALL, said: 'While nothing can be recorded.' })
  await refuseAuditEvents()

  await page.getByRole('button', { name: 'Save contact' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'This is not saved' })
  await expect(alert).toContainText('Waymark cannot write its record of who opens and changes what, so nothing was opened or saved.')
  await expect(field(card(page, 'What was said'), 'What was said')).toHaveValue('While nothing can be recorded.')
  await expectAccessible(page)
  expect(await sql(`SELECT FROM contact WHERE what_was_said = 'While nothing can be recorded.'`)).toEqual([])

  const other = await page.context().newPage()
  const response = await other.goto(`/contacts/${contact.id}`)
  await expect(other.getByRole('heading', { level: 1, name: 'Nothing was opened' })).toBeVisible()
  const html = `${await response?.text()}${await other.content()}`
  for (const told of [contact.said.slice(0, 30), contact.given, contact.family]) expect(html).not.toContain(told)
  expect(html).not.toMatch(INSIDES)
  await expectAccessible(other)

  await allowAuditEvents()
  await other.getByRole('button', { name: 'Try again' }).click()
  await expect(other.getByText(contact.said.slice(0, 30))).toBeVisible()
  await saveContact(page)
})
