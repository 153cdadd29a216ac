import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, fact, formReady, saveContact, typeCall, type Call } from './support/contact-form'
import { decide } from './support/decision'
import { expect, test } from './support/test'

const MINUTE = 60

const CALL = {
  danger: 'No',
  name: 'Delyth Farrow',
  organisation: 'Brindmoor High School',
  source: 'School',
  role: 'Safeguarding lead',
  phone: '01632 960 114',
  said: 'Keira has come in twice this month with a new phone and trainers, and says that they are from an older friend with a car.',
  childWords: 'He just looks after me.',
  child: { new: { first: 'Keira', last: 'Lowthian', born: ['14', '3', '2012'], sex: 'Female', address: '12 Tannery Lane', postcode: 'wm4 2pd', school: 'Brindmoor High School' } },
  exploitation: 'Suspected',
  concerns: ['Unexplained money, gifts or belongings', 'A controlling or much older person', 'Change in mood or friends'],
  childKnows: 'No',
  parentsKnow: 'Not known',
  consent: 'Not asked',
  consentReason: 'The school has not spoken with the family yet',
} as const satisfies Call

test('a school’s call becomes a case that a practitioner works on, and every step is in the audit log', async ({ as }) => {
  test.setTimeout(120_000)

  await test.step('the advisor logs the call, which is kept as it is typed', async () => {
    const page = await as('advisor')
    await page.getByRole('link', { name: 'Log a contact' }).first().click()
    await formReady(page)
    await typeCall(page, CALL)
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await expectAccessible(page)
    await saveContact(page)
    await expect(page.getByRole('status', { name: /Saved as WRN-2026-/ })).toBeVisible()
    await expect(page).toHaveTitle('Contact – Waymark')

    await expect(card(page, 'What we know')).toContainText('None. This is the first.')
    const suggested = card(page, 'Suggested, with reasons')
    await expect(suggested).toContainText('CATE')
    await expect(suggested).toContainText('Strongly suggested')
    await expect(suggested).toContainText('Exploitation is suspected')
    await expectAccessible(page)

    setClock(2 * MINUTE)
    await decide(page, {
      outcomes: ['CATE', 'Safeguarding'],
      summary: 'Gifts from an older man with a car. Keira speaks most easily with Ms Farrow at school.',
      reason: 'Signs of grooming, and nobody has spoken with the family.',
      told: 'Yes, they have been told',
      note: 'Ms Farrow, by phone at 11:20',
    })
    await expect(fact(page, 'Goes to')).toHaveText('CATE and Safeguarding')
    await expect(fact(page, 'Decided by')).toContainText('Bryony Achterberg, 19 Nov 2026')
    await expect(fact(page, 'Reason')).toHaveText('Signs of grooming, and nobody has spoken with the family.')
    await expect(fact(page, 'Referrer told')).toContainText('Ms Farrow, by phone at 11:20')
    await expectAccessible(page)
  })

  await test.step('the CATE manager accepts the referral and allocates the case', async () => {
    setClock(5 * MINUTE)
    const page = await as('cateManager')
    await expectAccessible(page)
    await page.getByRole('table', { name: 'Referrals waiting for your answer' }).getByRole('link', { name: 'Keira Lowthian' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Referral to')
    await formReady(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Accept and open a case' }).click()
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
    await formReady(page)
    await expect(fact(page, 'Risk panel')).toHaveText('Due by 31 Dec 2026')
    const maya = page.getByRole('radio', { name: 'Maya Thistlewood' })
    await expect(maya).toHaveAccessibleDescription(/^\d+ open cases?, weighing [\d.]+\. With this one [\d.]+ of 10$/)
    await expectAccessible(page)
    setClock(6 * MINUTE)
    await maya.check()
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await expect(page.getByText('With Maya Thistlewood')).toBeVisible()
    await expect(page.getByText('Allocated to Maya Thistlewood')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the practitioner finds the young person in the caseload, with the date of the panel', async () => {
    setClock(10 * MINUTE)
    const page = await as('practitioner')
    const row = page.getByRole('table', { name: 'Your young people' }).getByRole('row').filter({ hasText: 'Keira Lowthian' })
    await expect(row).toContainText('31 Dec 2026')
    await expectAccessible(page)
    await row.getByRole('link', { name: 'Keira Lowthian' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Keira Lowthian' })).toBeVisible()
    await expect(fact(page, 'Address')).toHaveText('12 Tannery Lane, WM4 2PD')
    await expect(page.getByRole('list', { name: 'Chronology, newest first' })).toContainText(/Allocated to Maya Thistlewood.*CATE accepted the referral.*Decided: CATE and Safeguarding.*Contact from school/)
    await expect(page).toHaveTitle('Child record – Waymark')
    expect(page.url()).not.toMatch(/keira|lowthian/i)
    await expectAccessible(page)
  })

  await test.step('the manager sees who did and saw what about this child', async () => {
    const page = await as('manager')
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
    await page.getByLabel('Child').pressSequentially('Keira Lowthian')
    await page.getByRole('option', { name: /Keira Lowthian/ }).click()
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Who looked at WRN-C-/ })).toBeVisible()
    expect(page.url()).not.toMatch(/keira|lowthian/i)
    await expectAccessible(page)
    // page by page, to the first that was ever written about her
    const lines = page.getByRole('table', { name: 'Audit log, newest first' }).getByRole('row')
    const older = page.getByRole('link', { name: /^Older/ })
    const told = await lines.allTextContents()
    while (await older.count()) {
      const last = page.url()
      await older.click()
      await page.waitForURL((url) => url.href !== last)
      told.push(...(await lines.allTextContents()))
    }
    for (const [who, what] of [
      ['Bryony Achterberg', 'Logged a contact'],
      ['Bryony Achterberg', 'Opened a contact'],
      ['Bryony Achterberg', 'Decided a contact'],
      ['Nerys Okonjo', 'Saw today’s work'],
      ['Nerys Okonjo', 'Opened a referral'],
      ['Nerys Okonjo', 'Accepted a referral'],
      ['Nerys Okonjo', 'Allocated a case'],
      ['Maya Thistlewood', 'Saw today’s work'],
      ['Maya Thistlewood', 'Opened a child’s record'],
      ['Leonie Castellane', 'Looked a child up for the audit log'],
    ] as const) {
      expect(told.some((line) => line.includes(who) && line.includes(what)), `${who}: ${what}`).toBe(true)
    }
  })
})
