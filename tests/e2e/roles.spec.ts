import { expectAccessible } from './support/axe'
import { PEOPLE, PERSON_KEYS } from './support/people'
import { expect, test } from './support/test'

test.describe('signing in', () => {
  for (const who of PERSON_KEYS) {
    const [, name, role] = PEOPLE[who]
    test(`${who} lands on today’s work, in their own name and role`, async ({ as }) => {
      const page = await as(who)
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
      await expect(page.getByRole('banner')).toContainText(name)
      await expect(page.getByRole('banner')).toContainText(role)
      await expectAccessible(page)
    })
  }
})
