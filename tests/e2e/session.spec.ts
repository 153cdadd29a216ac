import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { field, card, openContactForm, PLAIN_CALL, saveContact, typeCall } from './support/contact-form'
import { one, sql } from './support/database'
import { PASSWORD } from './support/people'
import { expect, signIn, test } from './support/test'

const MINUTE = 60
const HOUR = 3600

async function trySignIn(page: Page, email: string, password: string): Promise<string> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  const answer = page.waitForResponse('**/api/auth/callback/credentials')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await answer
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  return page.getByRole('alert').filter({ hasText: 'There is a problem' }).innerText()
}

test('a wrong password, an unknown person and too many tries are answered alike, and the wait ends', async ({ nobody, allow }) => {
  allow(/status of 401/)
  const page = await nobody()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Enter your e-mail address', 'Enter your password'])
  await expectAccessible(page)

  const wrong = await trySignIn(page, 'practitioner6@demo.test', 'not the password')
  expect(wrong).toContain('We could not sign you in. Check the e-mail address and the password.')
  await expectAccessible(page)
  expect(await trySignIn(page, 'nobody-at-all@demo.test', PASSWORD)).toBe(wrong)
  for (let tries = 2; tries <= 5; tries++) await trySignIn(page, 'practitioner6@demo.test', 'not the password')
  expect(await trySignIn(page, 'practitioner6@demo.test', PASSWORD)).toBe(wrong)
  setClock(15 * MINUTE + 1)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/today')
})

test.describe('a session', () => {
  test('lives 15 minutes from the last request, to the second', async ({ as }) => {
    const page = await as('advisor', { ownSession: true })
    setClock(15 * MINUTE - 1)
    await page.goto('/today')
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    setClock(2 * (15 * MINUTE - 1))
    await page.getByRole('link', { name: 'Contacts', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
    setClock(2 * (15 * MINUTE - 1) + 15 * MINUTE + 1)
    await page.getByRole('link', { name: 'Children', exact: true }).click()
    await page.waitForURL(/\/sign-in/)
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Waymark' })).toBeVisible()
    setClock()
    await page.goto('/today')
    await page.waitForURL('/today')
  })

  test('ends after twelve hours, however busy', async ({ as }) => {
    const page = await as('advisor', { ownSession: true })
    const alive = async (at: number) => {
      setClock(at)
      return (await page.request.get('/today', { maxRedirects: 0 })).status()
    }
    for (let at = 10 * MINUTE; at < 12 * HOUR; at += 14 * MINUTE) expect(await alive(at), `${at} s`).toBe(200)
    expect(await alive(12 * HOUR - 1)).toBe(200)
    expect(await alive(12 * HOUR + 1)).toBe(307)
  })

  test('warns two minutes before it idles out, goes on if asked to, and else leaves the page', async ({ as }) => {
    const page = await as('edt', { ownSession: true })
    await page.clock.install()
    await openContactForm(page)
    const forward = (seconds: number) => page.clock.fastForward(seconds * 1000)
    const kept = () => page.waitForResponse((response) => response.url().endsWith('/api/session') && response.ok())
    const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
    await forward(12 * MINUTE)
    await expect(dialog).toBeHidden()
    await forward(MINUTE + 10)
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await Promise.all([kept(), dialog.getByRole('button', { name: 'Stay signed in' }).click()])
    await expect(dialog).toBeHidden()
    // pressing the button was a sign of somebody: the page says so once more, a minute on
    await Promise.all([kept(), forward(MINUTE + 5)])
    await forward(13 * MINUTE + 10)
    await expect(dialog).toBeVisible()
    setClock(31 * MINUTE)
    await forward(2 * MINUTE)
    await page.waitForURL('/sign-in?ended=idle')
    await expect(page.getByText('You were signed out')).toBeVisible()
    await expectAccessible(page)
  })

  test('that ends while a contact is typed loses none of it', async ({ as }) => {
    const page = await as('advisor', { ownSession: true })
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'Typed while the session ended.' })
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    const other = await page.context().newPage()
    await other.goto('/today')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await expect(other.getByText('You are signed out')).toBeVisible()

    await page.getByRole('button', { name: 'Save contact' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'You are signed out' })
    await expect(alert).toContainText('Nothing you typed is lost.')
    await expectAccessible(page)
    const [again] = await Promise.all([page.waitForEvent('popup'), alert.getByRole('link', { name: 'Sign in in a new tab' }).click()])
    await signIn(again, 'advisor')
    await expect(field(card(page, 'What was said'), 'What was said')).toHaveValue('Typed while the session ended.')
    await saveContact(page)
  })
})

test('signing out shuts the record: going back shows nothing of it, in a browser that keeps pages in memory', async ({ playwright }, { project }) => {
  const { launchOptions, baseURL } = project.use
  const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  try {
    const context = await browser.newContext({ baseURL })
    const page = await signIn(await context.newPage(), 'advisor')
    const child = await one<{ id: string; name: string }>(`SELECT c.id, c.family_name AS name FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND c.family_name = 'Featherstonhaugh'`)
    await page.goto(`/children/${child.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(child.name)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('/sign-in?ended=signed-out')
    await expect(page.getByText('You are signed out')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Waymark' })).toBeVisible()
    await expect(page.getByText(child.name)).toHaveCount(0)
    expect((await context.cookies()).filter(({ name }) => name.endsWith('session-token'))).toEqual([])
  } finally {
    await browser.close()
  }
})

test('somebody who works in two areas changes between them, and sees one at a time', async ({ as, allow }) => {
  allow(/status of 404/)
  const page = await as('police', { ownSession: true })
  const banner = page.getByRole('banner')
  const child = await one<{ id: string }>(`SELECT c.child_id AS id FROM cate_case c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND c.stage = 'plan' ORDER BY c.reference LIMIT 1`)
  await page.goto(`/children/${child.id}`)
  await expect(banner).toContainText('Police CSE team · Wrenmoor')
  await page.getByLabel('Working as').selectOption({ label: 'Police CSE team, Marchford' })
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.waitForURL('/today')
  await expect(banner).toContainText('Police CSE team · Marchford')
  await expectAccessible(page)
  await page.goto(`/children/${child.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible()
  await page.getByLabel('Working as').selectOption({ label: 'Police CSE team, Wrenmoor' })
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(banner).toContainText('Police CSE team · Wrenmoor')
  expect((await page.goto(`/children/${child.id}`))?.status()).toBe(200)
})

test.describe('a role that is taken away', () => {
  test.afterEach(async () => {
    await sql(`UPDATE role_assignment SET revoked_at = NULL WHERE user_id = (SELECT id FROM user_account WHERE email = 'housing@demo.test')`)
  })

  test('shuts its holder out at their next click, and can be given back', async ({ as }) => {
    const holder = await as('housing', { ownSession: true })
    const page = await as('admin')
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('button', { name: 'Take away: Parveen Oldacre, Partner professional' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Take this role away?' })
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Take it away' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Parveen Oldacre' })
    await expect(row).toContainText('Taken away')
    await expectAccessible(page)

    await holder.getByRole('link', { name: 'Our contacts', exact: true }).click()
    await holder.waitForURL(/\/sign-in/)
    await row.getByRole('button', { name: 'Give back: Parveen Oldacre, Partner professional' }).click()
    await expect(row).toContainText('In use')
    await holder.goto('/our-contacts')
    await expect(holder.getByRole('heading', { level: 1, name: 'Our contacts' })).toBeVisible()
  })
})
