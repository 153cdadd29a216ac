import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, formReady, openContactForm, saveContact, tick, type, typeCall, PLAIN_CALL } from './support/contact-form'
import { one } from './support/database'
import { PEOPLE } from './support/people'
import { expect, test } from './support/test'

/** Seconds from the tests' now, 10:45 on a Thursday, back to 08:15, before Family Connect opens, and to 09:05. */
const BEFORE_OPENING = -150 * 60
const AFTER_OPENING = -100 * 60

const alertItem = (page: Page, label: string | RegExp) => card(page, 'Alerts').getByRole('listitem').filter({ has: page.getByRole('heading', { name: label }) })

test('an out-of-hours police missing report asks for a screen, is answered, and goes over to Family Connect with both signatures', async ({ as }) => {
  setClock(BEFORE_OPENING)
  const edt = await as('edt', { ownSession: true })
  await openContactForm(edt)
  await typeCall(edt, {
    ...PLAIN_CALL,
    channel: 'Police missing report',
    name: 'PC 2210 Larkspur',
    source: 'Police',
    said: 'Found at 06:50 outside a hotel. She would not say where she had been.',
    child: { new: { first: 'Ottilie', last: 'Brackenridge', born: ['4', '6', '2011'], sex: 'Female' } },
    concerns: ['Missing, or whereabouts unclear'],
  })
  const reference = await saveContact(edt)
  const screen = alertItem(edt, 'Missing report: is exploitation a concern?')
  await expect(screen).toContainText('The police reported the child missing.')
  const match = alertItem(edt, 'Text match: is exploitation a concern?')
  await expect(match).toContainText('Text match: what was written mentions hotels or parties. That may mean nothing.')
  await expect(edt.getByText('Exploitation suspected', { exact: true })).toBeHidden()
  await expectAccessible(edt)

  await screen.getByRole('button', { name: /^Save answer/ }).press('Enter')
  await expect(edt.getByRole('alert').getByText('Say whether exploitation is a concern')).toBeVisible()
  await expectAccessible(edt)
  await tick(screen, 'Is exploitation a concern?', 'Suspected')
  await type(screen, 'Reason', 'The officer knows the hotel from two other reports.')
  await screen.getByRole('button', { name: /^Save answer/ }).press('Enter')
  // one answer for both, folded away beneath what waits
  await edt.getByText('2 acknowledged').press('Enter')
  await expect(screen).toContainText(`Acknowledged by ${PEOPLE.edt[1]}`)
  await expect(screen).toContainText('Is exploitation a concern? Suspected')
  await expect(match).toContainText('Is exploitation a concern? Suspected')
  await expect(edt.getByText('Exploitation suspected', { exact: true })).toBeVisible()
  await expectAccessible(edt)

  await edt.goto('/handover')
  await formReady(edt)
  await expect(edt.getByText('Emergency Duty Team holds the front door until 19 Nov 2026, 09:00')).toBeVisible()
  const form = card(edt, 'Hand over to Family Connect, 19 Nov 2026, 09:00')
  await type(form, 'What the next shift needs to know', 'One girl found this morning, home by 07:30.')
  await type(form, `Note on Contact ${reference}`, 'Mother expects a call at 09:30.')
  await expect(edt.getByText(/^Saved at|^Kept|saved/i).first()).toBeVisible()
  await expectAccessible(edt)
  await form.getByRole('button', { name: 'Sign and hand over' }).press('Enter')
  await expect(card(edt, 'Signatures')).toContainText(`${PEOPLE.edt[1]}, 19 Nov 2026, 08:15`)
  await expect(card(edt, 'Signatures')).toContainText('Not signed yet')
  await expect(edt.getByRole('button', { name: 'Sign and take over' })).toHaveCount(0)
  await expectAccessible(edt)

  setClock(AFTER_OPENING)
  const advisor = await as('advisor', { ownSession: true })
  await advisor.goto('/handover')
  await formReady(advisor)
  await expect(card(advisor, 'What is handed over')).toContainText('One girl found this morning, home by 07:30.')
  const line = card(advisor, 'What is handed over').getByRole('listitem').filter({ hasText: reference })
  await expect(line).toContainText('Ottilie Brackenridge')
  await expect(line).toContainText('Mother expects a call at 09:30.')
  await advisor.getByRole('button', { name: 'Sign and take over' }).press('Enter')
  await expect(advisor.getByRole('alert').getByText('Say that you have read it')).toBeVisible()
  await advisor.getByLabel('I have read this hand-over').check()
  await advisor.getByRole('button', { name: 'Sign and take over' }).press('Enter')
  await expect(card(advisor, 'Signatures')).toContainText(`${PEOPLE.advisor[1]}, 19 Nov 2026, 09:05`)
  await expect(advisor.getByRole('button', { name: 'Sign and take over' })).toHaveCount(0)
  await expectAccessible(advisor)

  const { id } = await one<{ id: string }>(`SELECT id FROM handover WHERE shift_at = '2026-11-19T09:00:00Z' AND signed_in_at IS NOT NULL`)
  setClock()
  const auditor = await as('auditor')
  await auditor.goto(`/handover/${id}`)
  await expect(card(auditor, 'Signatures')).toContainText(`${PEOPLE.edt[1]}, 19 Nov 2026, 08:15`)
  await expect(auditor.getByRole('button', { name: /^Sign and/ })).toHaveCount(0)
  await expectAccessible(auditor)
})

test('a third contact notifies the specialist, who looks at why and says what was found', async ({ as, allow }) => {
  // before and after it is theirs to look at, the record is not there for the specialist
  allow(/status of 404/)
  const { name, reference, id } = await one<{ name: string; reference: string; id: string }>(`
    SELECT c.id, c.reference, c.given_name || ' ' || c.family_name AS name FROM child c JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.id) AND NOT EXISTS (SELECT FROM referral r WHERE r.child_id = c.id)
      AND (SELECT count(*) FROM contact t WHERE t.child_id = c.id AND t.received_at > '2026-01-01') = 2
      AND (SELECT count(*) FROM contact t WHERE t.child_id = c.id) = 2
      AND (SELECT count(*) FROM child o WHERE o.area_id = c.area_id AND o.family_name = c.family_name) = 1
    ORDER BY c.reference LIMIT 1`)
  const manager = await as('cateManager')
  await manager.goto(`/children/${id}`)
  await expect(manager.getByText('There is nothing here')).toBeVisible()

  const advisor = await as('advisor')
  await openContactForm(advisor)
  await typeCall(advisor, { ...PLAIN_CALL, child: { known: name, choose: new RegExp(reference) } })
  await saveContact(advisor)
  const flag = alertItem(advisor, 'Several contacts about one person')
  await expect(flag).toContainText('3 contacts about one person in 12 months')
  await expect(flag).toContainText('For CATE manager')
  await expect(flag.getByRole('button')).toHaveCount(0)
  await expectAccessible(advisor)

  await manager.goto('/today')
  await manager.getByRole('link', { name: 'Alerts for you' }).press('Enter')
  const waiting = manager.getByRole('listitem').filter({ hasText: name })
  await expect(waiting.getByRole('listitem')).toHaveCount(3)
  await expectAccessible(manager)
  await waiting.getByRole('link', { name, exact: true }).press('Enter')
  await expect(manager.getByRole('heading', { level: 1 })).toContainText(name.split(' ').at(-1) ?? name)
  await expectAccessible(manager)
  const asked = alertItem(manager, 'Several contacts about one person')
  await formReady(manager)
  await asked.getByRole('button', { name: /^Acknowledge/ }).press('Enter')
  await expect(asked.getByRole('alert')).toContainText('Write what you found')
  await type(asked, 'What you found', 'The same car each time: asked Family Connect for a referral.')
  await asked.getByRole('button', { name: /^Acknowledge/ }).press('Enter')
  // answered, and with it their sight of the record ends
  await expect(manager).toHaveURL(/\/alerts\?show=acknowledged$/)
  await expect(manager.getByRole('listitem').filter({ hasText: 'The same car each time' })).toContainText(PEOPLE.cateManager[1])
  await manager.goto(`/children/${id}`)
  await expect(manager.getByText('There is nothing here')).toBeVisible()

  // the front door sees that it is answered, and not what was found
  await advisor.reload()
  await card(advisor, 'Alerts').getByText(/^\d acknowledged$/).press('Enter')
  await expect(flag).toContainText(`Acknowledged by ${PEOPLE.cateManager[1]}`)
  await expect(flag).not.toContainText('The same car')
})

test('the safeguarding lead sees what is late or close, with whom, and the list of it', async ({ as }) => {
  const page = await as('safeguarding')
  await expect(page.getByRole('table', { name: 'Decisions late or close to their limit' }).or(page.getByText('None is late'))).toBeVisible()
  await page.getByRole('link', { name: 'Late', exact: true }).press('Enter')
  await expect(page).toHaveURL(/\/contacts\?show=late$/)
  await expect(page.getByRole('link', { name: 'Late or close' })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)
})
