import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, field, formReady, tick } from './support/contact-form'
import { one } from './support/database'
import { shipped } from './support/shipped'
import { expect, test } from './support/test'

/** Words that stand nowhere else: what one agency alone is asked, and why the time was moved. */
const BESIDES = { police: 'brackenquill', health: 'sundewlatch', school: 'marlinsprite' } as const
const REASON = 'fernwhistle'
const NAMES = { police: 'Tarn Valley Police', health: 'Wrenmoor Community Health Trust', school: 'Brindmoor High School' } as const

async function answer(page: Page, path: string, text?: string): Promise<void> {
  await page.goto(path)
  await formReady(page)
  const form = card(page, 'Your agency’s answer')
  await tick(form, 'Does your agency know anything?', text ? 'Yes, we write it down here' : 'Nothing known')
  if (text) {
    await field(form, 'What you know').fill(text)
    await tick(form, 'Is this a fact or an opinion?', 'Fact')
    await field(form, 'How do you know?').fill('Our records')
    for (const [label, part] of [['Day', '12'], ['Month', '11'], ['Year', '2026']] as const) await form.getByLabel(label, { exact: true }).fill(part)
  }
  await page.getByRole('button', { name: text ? 'Send to the safeguarding lead' : 'Send: nothing known' }).click()
  await expect(text ? card(page, 'Add what else you know') : page.getByText(/^Nothing known by /)).toBeVisible()
}

test('the lead asks one more agency, moves the time, asks each something of its own, and sends what comes late', async ({ as }) => {
  test.setTimeout(240_000)
  const contact = await one<{ id: string }>(`
    SELECT c.id FROM contact c JOIN area a ON a.id = c.area_id JOIN contact_decision d ON d.contact_id = c.id
    WHERE a.code = 'WRN' AND d.outcomes = '{advice}' AND c.child_id IS NOT NULL AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.child_id)
      AND NOT EXISTS (SELECT FROM enquiry e WHERE e.child_id = c.child_id) ORDER BY c.reference LIMIT 1`)
  const lead = await as('safeguarding')

  await test.step('each agency is asked what all are, and one alone something besides', async () => {
    await lead.goto(`/enquiries/new?contact=${contact.id}`)
    await formReady(lead)
    const asked = lead.getByRole('group', { name: 'Agencies in the room' })
    for (const box of await asked.getByRole('checkbox').all()) await box.uncheck()
    await lead.getByLabel(NAMES.police, { exact: true }).check()
    await lead.getByLabel(NAMES.health, { exact: true }).check()
    await field(lead, 'What they are told').fill('Seen with an older man.')
    await field(lead, 'What you ask').fill('What do you know since September?')
    await lead.getByText('Ask one agency something more').click()
    for (const who of ['police', 'health'] as const) await field(lead, `Also ask ${NAMES[who]}`).fill(`And of ${BESIDES[who]}?`)
    await expectAccessible(lead)
    await lead.getByRole('button', { name: 'Ask the agencies' }).click()
    await lead.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/)
    await expect(card(lead, 'Who has answered')).toContainText(BESIDES.police)
  })
  const path = new URL(lead.url()).pathname

  await test.step('one more agency is asked, with words of its own', async () => {
    await formReady(lead)
    await lead.getByText('Ask one more agency').click()
    await lead.getByRole('button', { name: 'Ask this agency' }).click()
    await expect(lead.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Choose an agency')
    await expectAccessible(lead)
    await field(lead, 'Agency').selectOption(NAMES.school)
    await field(lead, 'Also ask this agency').fill(`And of ${BESIDES.school}?`)
    await lead.getByRole('button', { name: 'Ask this agency' }).click()
    await expect(lead.getByText('0 of 3 have answered')).toBeVisible()
  })

  await test.step('the time is moved for a reason, and the agencies are told the time alone', async () => {
    await lead.getByText('Move the time to answer').click()
    await lead.getByRole('button', { name: 'Move the time' }).click()
    await expect(lead.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Say why the time is moved')
    await field(lead, 'New time to answer').fill('2026-11-23T12:00')
    await field(lead, 'Why it is moved').fill(`Because of ${REASON}`)
    await lead.getByRole('button', { name: 'Move the time' }).click()
    await expect(card(lead, 'What was asked')).toContainText(REASON)
    await expect(card(lead, 'What was asked')).toContainText('23 Nov 2026, 12:00')
    await expectAccessible(lead)
    const health = await as('health')
    await health.goto('/alerts')
    await expect(health.getByText(/is due by 23 Nov 2026, 12:00\. It was due by 20 Nov 2026, 10:45\./)).toBeVisible()
  })

  await test.step('nothing that is sent to an agency has what another is asked, nor why the time was moved; its own is there', async () => {
    for (const who of ['police', 'health', 'school'] as const) {
      const page = await as(who)
      for (const place of [path, `${path}/answer`, '/enquiries', '/today', '/alerts']) {
        const sent = await shipped(page, place)
        expect(sent, `${who} at ${place}`).not.toContain(REASON)
        for (const other of (['police', 'health', 'school'] as const).filter((agency) => agency !== who)) expect(sent, `${who} at ${place}`).not.toContain(BESIDES[other])
        if (place === path) expect(sent, `${who}’s own`).toContain(BESIDES[who])
      }
    }
    // the control: the lead reads all of it
    const whole = await shipped(lead, path)
    for (const word of [...Object.values(BESIDES), REASON]) expect(whole).toContain(word)
  })

  await test.step('today says what waits: for the lead the open ones, for an agency its own', async () => {
    await lead.goto('/today')
    await expect(lead.getByRole('link', { name: 'Open enquiries' })).toBeVisible()
    const school = await as('school')
    await school.goto('/today')
    const waiting = school.locator('div').filter({ has: school.getByRole('link', { name: 'Enquiries to answer' }) }).last()
    await expect(waiting).toContainText(/[1-9]/)
    await expectAccessible(school)
    await expectAccessible(lead)
  })

  await test.step('what is written after the decision is sent again to those who have the referral', async () => {
    await answer(await as('health'), path)
    await answer(await as('police'), path, 'Stopped twice in October.')
    setClock(60)
    await lead.goto(path)
    await formReady(lead)
    await tick(lead, 'Where does it go?', 'Safeguarding')
    await field(lead, 'What they need to know').fill('Start from the stops in October.')
    await field(lead, 'Reasons').fill('Two stops with the same man.')
    await lead.getByRole('button', { name: 'Decide', exact: true }).click()
    await expect(card(lead, 'The route out')).toContainText('Safeguarding')
    setClock(120)
    await answer(await as('school'), path, 'Left at noon with a man on Friday.')
    await lead.goto(path)
    const again = lead.getByRole('button', { name: 'Send it again as it stands' })
    await expect(again).toBeVisible()
    await expectAccessible(lead)
    setClock(180)
    // the page has no form that says when it listens; a second press finds nothing new to send
    await expect(async () => {
      await again.click({ timeout: 1_000 })
      await expect(again).toBeHidden({ timeout: 4_000 })
    }).toPass()
    await expect(card(lead, 'The route out').getByRole('link', { name: /^To / })).toHaveCount(2)
    const referral = await one<{ id: string }>(`SELECT id FROM referral WHERE contact_id = $1 AND outcome = 'safeguarding'`, [contact.id])
    await lead.goto(`/referrals/${referral.id}`)
    await expect(lead.getByText('Left at noon with a man on Friday.')).toBeVisible()
    await expect(lead.getByText('Stopped twice in October.')).toHaveCount(2)
    await expectAccessible(lead)
  })
})

test('an administrator sets whom every enquiry asks, and what it is called', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Agencies in the room' }).click()
  await formReady(admin)
  await expectAccessible(admin)
  const probation = admin.getByLabel('Tarn Valley Probation Service', { exact: true })
  const before = await probation.isChecked()
  const setProbation = async (checked: boolean) => {
    await admin.goto('/admin/room')
    await formReady(admin)
    await probation.setChecked(checked)
    await admin.getByRole('button', { name: 'Save' }).click()
    await admin.waitForURL(/\/admin$/)
  }
  const child = await one<{ id: string }>(`SELECT c.id FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND EXISTS (SELECT FROM contact k WHERE k.child_id = c.id) ORDER BY c.reference LIMIT 1`)
  const lead = await as('safeguarding')
  const askedByDefault = async () => {
    await lead.goto(`/enquiries/new?child=${child.id}`)
    await formReady(lead)
    return lead.getByRole('group', { name: 'Agencies in the room' }).getByLabel('Tarn Valley Probation Service', { exact: true }).count()
  }
  await setProbation(!before)
  expect(await askedByDefault()).toBe(before ? 0 : 1)
  await setProbation(before)
  expect(await askedByDefault()).toBe(before ? 1 : 0)

  const call = async (full: string, short: string) => {
    await admin.goto('/admin/area')
    await formReady(admin)
    await field(admin, 'Name in full').fill(full)
    await field(admin, 'Name in short').fill(short)
    await admin.getByRole('button', { name: 'Save' }).click()
  }
  await call('', '')
  await expect(admin.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
  await expectAccessible(admin)
  await call('Room enquiry', 'REQ')
  await admin.waitForURL(/\/admin$/)
  await lead.goto('/enquiries')
  await expect(lead.getByText('Room enquiry')).toBeVisible()
  await call('Multi-agency child enquiry', 'MACE')
  await admin.waitForURL(/\/admin$/)
  await lead.goto('/enquiries')
  await expect(lead.getByText('Multi-agency child enquiry')).toBeVisible()
})
