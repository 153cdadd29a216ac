import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, field, formReady, tick } from './support/contact-form'
import { one } from './support/database'
import type { PersonKey } from './support/people'
import { shipped } from './support/shipped'
import { expect, test } from './support/test'

type Contact = { id: string; child: string; reference: string }

/** What each agency writes, with a word that stands nowhere else. */
const SAID = {
  police: { canary: 'quillonberry', text: 'Stopped in a car with Darren Pike, quillonberry.', source: 'Stop record', caveat: 'Police only', topic: 'Where they live', value: '9 Marsh End' },
  health: { canary: 'vetchlanterns', text: 'Came to the clinic with Darren Pike, vetchlanterns.', source: 'Clinic nurse', topic: 'Where they live', value: '12 Tannery Lane' },
  school: { canary: 'ombrelhatches', text: 'Late three days in a row, ombrelhatches.', source: 'Register' },
  housing: { canary: 'thistlegrooms', text: 'Loud at night next door, thistlegrooms.', source: 'Tenancy officer' },
} as const satisfies Partial<Record<PersonKey, { canary: string; text: string; source: string; caveat?: string; topic?: string; value?: string }>>
type Agency = keyof typeof SAID
const AGENCIES = Object.keys(SAID) as Agency[]

async function say(page: Page, { text, source, ...more }: { text: string; source: string; caveat?: string; topic?: string; value?: string }): Promise<void> {
  const form = card(page, 'Your agency’s answer')
  await tick(form, 'Does your agency know anything?', 'Yes, we write it down here')
  await field(form, 'What you know').fill(text)
  await tick(form, 'Is this a fact or an opinion?', 'Fact')
  await field(form, 'How do you know?').fill(source)
  for (const [label, part] of [['Day', '12'], ['Month', '11'], ['Year', '2026']] as const) await form.getByLabel(label, { exact: true }).fill(part)
  if (more.topic) await field(form, 'Does it answer one of these?').selectOption({ label: more.topic })
  if (more.value) await field(form, 'The answer in a few words').fill(more.value)
  if (more.caveat) {
    await tick(form, 'Who may read this?', more.caveat)
    await field(form, 'Whom should they ask?').fill('Detective Sergeant Roe, extension 4410')
  }
}

test('four agencies answer an enquiry, each sees its own alone, and the lead sees all as it comes', async ({ as }) => {
  test.setTimeout(240_000)
  const contact = await one<Contact>(`
    SELECT c.id, c.child_id AS child, c.reference FROM contact c JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' AND c.state = 'logged' AND c.child_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.child_id) ORDER BY c.reference LIMIT 1`)
  const lead = await as('safeguarding')

  await test.step('the lead asks from a contact, with the room’s list and one more', async () => {
    await lead.goto(`/contacts/${contact.id}`)
    await lead.getByRole('link', { name: 'Ask the agencies' }).click()
    await formReady(lead)
    await expect(lead.getByLabel('Tarn Valley Police', { exact: true })).toBeChecked()
    for (const out of ['Wrenmoor Council', 'Tarn Valley Probation Service']) await lead.getByLabel(out, { exact: true }).uncheck()
    await lead.getByText('Other agencies', { exact: true }).first().click()
    await lead.getByLabel('Brindmoor High School', { exact: true }).check()
    await lead.getByRole('button', { name: 'Ask the agencies' }).click()
    await expect(lead.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
    await expectAccessible(lead)
    await field(lead, 'What they are told').fill('Seen with an older man in a silver car.')
    await field(lead, 'What you ask').fill('What do you know of her and of the man since September?')
    await expect(lead.getByLabel('Answer by')).toHaveValue('2026-11-20T10:45')
    await lead.getByRole('button', { name: 'Ask the agencies' }).click()
    await lead.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/)
    await expect(lead.getByText('0 of 4 have answered')).toBeVisible()
    await expect(lead).toHaveTitle('Enquiry – Waymark')
    await expectAccessible(lead)
  })
  const path = new URL(lead.url()).pathname

  await test.step('what the lead types stays while an agency answers, and the answer is there within five seconds', async () => {
    const reasons = lead.getByLabel('Reasons')
    await reasons.pressSequentially('Two agencies ')
    for (const who of AGENCIES.slice(0, 3)) {
      const page = await as(who)
      await page.goto('/enquiries')
      await expectAccessible(page)
      await page.getByRole('row').filter({ hasText: '20 Nov 2026, 10:45' }).getByRole('link').first().click()
      await formReady(page)
      await say(page, SAID[who])
      await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
      if (who === 'police') await expectAccessible(page)
      await reasons.pressSequentially(`${who} `)
      await page.getByRole('button', { name: 'Send to the safeguarding lead' }).click()
      await expect(lead.getByText(SAID[who].text).first()).toBeVisible({ timeout: 5_000 })
      await expect(page.getByText(SAID[who].text).first()).toBeVisible()
      await expect(card(page, 'Add what else you know')).toBeVisible()
    }
    await expect(reasons).toHaveValue('Two agencies police health school ')
    await expect(lead.getByText('3 of 4 have answered')).toBeVisible()
  })

  await test.step('what an agency types is there after its page is loaded again', async () => {
    const page = await as('housing')
    await page.goto(path)
    await formReady(page)
    await say(page, SAID.housing)
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await page.reload()
    await formReady(page)
    await expect(page.getByText('This is what you had not saved yet')).toBeVisible()
    await expect(field(page, 'What you know')).toHaveValue(SAID.housing.text)
    await page.getByRole('button', { name: 'Send to the safeguarding lead' }).click()
    await expect(card(page, 'Add what else you know')).toBeVisible()
    await expect(lead.getByText('All have answered')).toBeVisible({ timeout: 5_000 })
  })

  await test.step('nothing that is sent to an agency has a word of another’s, and its own is there', async () => {
    const whole = await shipped(lead, path)
    for (const who of AGENCIES) expect(whole).toContain(SAID[who].canary)
    for (const who of AGENCIES) {
      const page = await as(who)
      for (const place of [path, `${path}/answer`, '/enquiries', '/enquiries?show=answered', '/today', '/alerts']) {
        const sent = await shipped(page, place)
        for (const other of AGENCIES.filter((one) => one !== who)) expect(sent, `${who} at ${place}`).not.toContain(SAID[other].canary)
        if (place === path) expect(sent, `${who}’s own`).toContain(SAID[who].canary)
      }
      expect((await page.request.get(`${path}/print`)).status()).toBe(404)
    }
  })

  await test.step('the lead sees what does not fit and what crops up', async () => {
    const differs = card(lead, 'What does not fit together')
    await expect(differs).toContainText('9 Marsh End')
    await expect(differs).toContainText('12 Tannery Lane')
    const names = card(lead, 'Names that crop up')
    await expect(names).toContainText('Darren Pike')
    await names.getByRole('button', { name: 'Take Darren Pike' }).click()
    await expect(names.getByText('Taken')).toBeVisible()
    await expectAccessible(lead)
    await lead.goto(`/children/${contact.child}`)
    await expect(lead.getByText('Darren Pike')).toBeVisible()
    await expect(lead.getByText(/Multi-agency child enquiry open/)).toBeVisible()
  })

  await test.step('the front door sees that it is open, and no more', async () => {
    const advisor = await as('advisor')
    const sent = await shipped(advisor, `/children/${contact.child}`)
    expect(sent).toContain('Multi-agency child enquiry')
    for (const who of AGENCIES) expect(sent).not.toContain(SAID[who].canary)
    expect((await advisor.request.get(path)).status()).toBe(404)
  })

  await test.step('the route out sends the enquiry with the referrals', async () => {
    await lead.goto(path)
    await formReady(lead)
    await expect(lead.getByLabel('Reasons')).toHaveValue('Two agencies police health school ')
    await tick(lead, 'Where does it go?', 'CATE and safeguarding')
    await field(lead, 'What they need to know').fill('Start from what the school knows.')
    await lead.getByRole('button', { name: 'Decide', exact: true }).click()
    await expect(card(lead, 'The route out')).toContainText('CATE and safeguarding')
    await expectAccessible(lead)
  })

  await test.step('the CATE manager reads it, and is told whom to ask for what is withheld', async () => {
    const referral = await one<{ id: string }>(`SELECT id FROM referral WHERE contact_id = $1 AND outcome = 'cate'`, [contact.id])
    const manager = await as('cateManager')
    await manager.goto(`/referrals/${referral.id}`)
    await expect(manager.getByText('Tarn Valley Police wrote something that is withheld here. Ask Detective Sergeant Roe, extension 4410.')).toBeVisible()
    await expectAccessible(manager)
    const sent = await shipped(manager, `/referrals/${referral.id}`)
    expect(sent).not.toContain(SAID.police.canary)
    expect(sent).not.toContain(SAID.police.value)
    for (const who of ['health', 'school', 'housing'] as const) expect(sent).toContain(SAID[who].canary)
    // the control: the lead reads the same referral whole
    expect(await shipped(lead, `/referrals/${referral.id}`)).toContain(SAID.police.canary)
  })

  await test.step('on paper a caveat holds for whoever will hold it', async () => {
    await lead.goto(`${path}/print`)
    await expectAccessible(lead)
    const paper = async (audience: string) => shipped(lead, `${path}/print?for=${audience}`)
    expect(await paper('professional')).not.toContain(SAID.police.canary)
    expect(await paper('professional')).toContain(SAID.school.canary)
    expect(await paper('police')).toContain(SAID.police.canary)
    expect(await paper('family')).not.toContain(SAID.police.canary)
  })
})

test('an agency that knows nothing says so, and the pages fit a phone', async ({ as }) => {
  const child = await one<{ id: string }>(`
    SELECT c.id FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND NOT EXISTS (SELECT FROM enquiry e WHERE e.child_id = c.id)
      AND EXISTS (SELECT FROM contact k WHERE k.child_id = c.id) ORDER BY c.reference DESC LIMIT 1`)
  const lead = await as('safeguarding', { viewport: { width: 390, height: 844 } })
  await lead.goto(`/enquiries/new?child=${child.id}`)
  await formReady(lead)
  await field(lead, 'What they are told').fill('Missing twice this month.')
  await field(lead, 'What you ask').fill('Where does she go?')
  await lead.getByRole('button', { name: 'Ask the agencies' }).click()
  await lead.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/)
  const path = new URL(lead.url()).pathname
  await expectAccessible(lead)
  expect(await lead.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  const health = await as('health', { viewport: { width: 390, height: 844 } })
  await health.goto(path)
  await formReady(health)
  expect(await health.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await tick(health, 'Does your agency know anything?', 'Nothing known')
  await health.getByRole('button', { name: 'Send: nothing known' }).click()
  await expect(health.getByText(/^Nothing known by Adaora Whitlock/)).toBeVisible()
  await expect(card(lead, 'Who has answered')).toContainText('Nothing known', { timeout: 5_000 })
  await expectAccessible(health)
})
