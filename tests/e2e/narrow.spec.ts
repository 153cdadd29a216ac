import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { formReady, openContactForm } from './support/contact-form'
import { one } from './support/database'
import type { PersonKey } from './support/people'
import { expect, test } from './support/test'

/** Nothing stands out of the window to the right, which would have to be scrolled to sideways. */
async function expectNoOverflow(page: Page): Promise<void> {
  const { scrolled, shown, out } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const beyond = [...document.querySelectorAll('main *, header *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > clientWidth + 1 && !element.closest('.sr-only, [hidden]') && getComputedStyle(element).position !== 'absolute'
    })
    return { scrolled: scrollWidth, shown: clientWidth, out: beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) }
  })
  expect(scrolled, `${page.url()} at ${shown} px: ${out.join('\n')}`).toBeLessThanOrEqual(shown)
}

const record = () =>
  one<{ id: string; child: string; referral: string; contact: string }>(`
    SELECT c.id, c.child_id AS child, c.referral_id AS referral, r.contact_id AS contact FROM cate_case c JOIN area a ON a.id = c.area_id
      JOIN referral r ON r.id = c.referral_id WHERE a.code = 'WRN' AND c.stage = 'plan' ORDER BY c.reference LIMIT 1`)

const PAGES = async (): Promise<Partial<Record<PersonKey, string[]>>> => {
  const { id, child, referral, contact } = await record()
  return {
    safeguarding: ['/today', '/alerts?show=waiting', '/handover', '/contacts?show=late', '/contacts?show=all', '/contacts/new', `/contacts/${contact}`, `/children/${child}`, `/children/${child}/edit`, `/referrals/${referral}`],
    cateManager: ['/today', '/cases', `/cases/${id}`],
    chair: ['/today', '/panels', '/panels/new'],
    auditor: ['/today', '/audit', '/oversight', '/oversight/who?compare=yes', '/oversight/audits', '/oversight/publish', '/oversight/now', '/oversight/rows/decided_in_time', '/oversight/pivot'],
    manager: ['/action-plan', '/admin/import', '/admin/take-out', '/quality-audits/providers'],
    admin: ['/admin', '/admin/new', '/admin/room', '/admin/area', '/admin/templates', '/admin/templates/school', '/password'],
    police: ['/our-contacts', '/children'],
  }
}

test('nothing has to be scrolled sideways at 390 and at 320 pixels', async ({ as, nobody }) => {
  const check = async (page: Page) => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await expectNoOverflow(page)
    }
  }
  for (const [who, paths] of Object.entries(await PAGES())) {
    const page = await as(who as PersonKey)
    for (const path of paths) {
      await page.goto(path)
      await check(page)
    }
  }
  const page = await nobody()
  await page.goto('/sign-in')
  await check(page)

  const form = await as('advisor')
  await openContactForm(form)
  await form.getByRole('button', { name: 'Save contact' }).click()
  await expect(form.getByText('There is a problem')).toBeVisible()
  await check(form)
  await expectAccessible(form)
})

/** Presses Tab until that which has the focus fits; the keyboard is all that is used. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key)
    if (name.test(await focused(page))) return
  }
  throw new Error(`Nothing called ${name} was reached with ${key}`)
}

/** What a person hears of that which has the focus: its label or its words, and the group it is in. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!at) return ''
    const label = 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])].map((one) => one.textContent).join(' ') : ''
    return `${label || at.textContent} ${at.closest('fieldset')?.querySelector('legend')?.textContent ?? ''}`.trim()
  })
}

test('the skip link is first, and leads past the header', async ({ as }) => {
  const page = await as('advisor')
  await page.reload()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator('main').getByRole('link', { name: 'Log a contact' })).toBeFocused()
})

test('the menu of a narrow screen opens, leads on and closes by the keyboard', async ({ as }) => {
  const page = await as('advisor', { viewport: { width: 390, height: 844 } })
  await page.goto('/contacts/new')
  await formReady(page)
  const menu = page.getByRole('button', { name: /^Menu/ })
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' })).toBeHidden()
  await tabTo(page, /^Menu/)
  await page.keyboard.press('Enter')
  await expect(menu).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
  await tabTo(page, /^Referrals/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Referrals' })).toBeVisible()
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
})

test('a short contact can be logged with the keyboard alone', async ({ as }) => {
  const page = await as('advisor')
  await page.reload()
  await tabTo(page, /^Log a contact/)
  await page.keyboard.press('Enter')
  await formReady(page)
  await tabTo(page, /Immediate danger$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Name$/)
  await page.keyboard.type('Ingrid Solheim')
  await tabTo(page, /^Who they are/)
  await page.keyboard.type('School')
  await tabTo(page, /^What was said$/)
  await page.keyboard.type('Typed without a mouse.')
  await tabTo(page, /Which child is this about\?$/)
  await page.keyboard.press('ArrowUp')
  await tabTo(page, /^What you know of the child/)
  await page.keyboard.type('Nothing yet')
  await tabTo(page, /Is exploitation a concern\?$/)
  await page.keyboard.press('ArrowLeft')
  await tabTo(page, /Do they agree to help from a service\?/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Save contact$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/saved=1$/)
  await expect(page.getByText('Typed without a mouse.')).toBeVisible()
  await expect(page.getByText('Ingrid Solheim')).toBeVisible()
  await expect(page.getByText('Nothing yet')).toBeVisible()
  await expect(page.getByText('Yes, they agree')).toBeVisible()
})
