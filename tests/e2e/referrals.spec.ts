import { expectAccessible } from './support/axe'
import { card, fact, formReady } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

test('a referral that is declined needs a reason, which the front door reads on the contact', async ({ as }) => {
  const referral = await one<{ id: string; contact: string }>(`
    SELECT r.id, r.contact_id AS contact FROM referral r JOIN area a ON a.id = r.area_id
    WHERE a.code = 'WRN' AND r.outcome = 'cate' AND r.state = 'sent' ORDER BY r.sent_at LIMIT 1`)
  const page = await as('cateManager')
  await page.goto(`/referrals/${referral.id}`)
  await formReady(page)
  await page.getByText('Decline this referral').press('Enter')
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  const wrong = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(wrong).toBeFocused()
  await wrong.getByRole('link').press('Enter')
  await expect(page.getByLabel('Why is it declined?')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Why is it declined?').fill('Open to the team of her home authority already.')
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(fact(page, 'Why declined')).toHaveText('Open to the team of her home authority already.')
  await expect(page.getByRole('button', { name: 'Accept and open a case' })).toBeHidden()

  const advisor = await as('advisor')
  await advisor.goto(`/contacts/${referral.contact}`)
  await expect(card(advisor, 'Decision')).toContainText('Open to the team of her home authority already.')
  await expectAccessible(advisor)
})
