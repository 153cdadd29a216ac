import { expectAccessible } from './support/axe'
import { card, field, openContactForm, PLAIN_CALL, saveContact, tick, typeCall } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

test.describe('what is wrong with a form', () => {
  test('is listed at its top in the order of the page, takes the focus, and leads to each field', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    await page.getByRole('button', { name: 'Save contact' }).press('Enter')
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(summary).toBeFocused()
    const links = summary.getByRole('link')
    await expect(links).toHaveText([
      'Say whether anyone is in immediate danger',
      'Enter the name of who told us, or say that they are anonymous',
      'Choose who told us',
      'Write down what was said',
      'Say which child this is about',
      'Say whether exploitation is a concern',
      'Say whether the family agrees to help',
    ])
    await expectAccessible(page)
    await links.nth(3).press('Enter')
    await expect(field(card(page, 'What was said'), 'What was said')).toBeFocused()
    await expect(field(card(page, 'What was said'), 'What was said')).toHaveAccessibleDescription(/Write down what was said/)
    await links.nth(0).press('Enter')
    await expect(page.getByRole('radiogroup', { name: 'Immediate danger' }).getByRole('radio', { name: 'No' })).toBeFocused()
  })
})
