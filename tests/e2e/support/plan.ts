import type { Locator, Page } from '@playwright/test'
import { type } from './contact-form'

export type Boxes = readonly [day: string, month: string, year: string]

/** Types a day into the three boxes of that question. */
export async function fillDay(page: Page, group: string, parts: Boxes): Promise<void> {
  for (const [at, label] of ['Day', 'Month', 'Year'].entries()) await page.getByRole('group', { name: group }).getByLabel(label).fill(parts[at] ?? '')
}

/** Says of everybody how they were part of the plan: the young person was, on that day, and the others not yet. */
export async function involve(page: Page, on: Boxes): Promise<void> {
  const people = page.getByRole('radiogroup', { name: /^Was .* involved\?$/ })
  for (let at = 0; at < (await people.count()); at++) {
    const answer: Locator = people.nth(at).getByLabel(at === 0 ? 'Yes' : 'Not yet', { exact: true })
    await answer.focus()
    await answer.press('Space')
  }
  await type(page, 'How?', 'Written together at the youth centre')
  await fillDay(page, 'When?', on)
  await type(page, 'What do they say?', 'I want to be asked first')
  for (const box of await page.getByLabel('Why not?').all()) await box.fill('Works nights this week')
  for (const box of await page.getByLabel('What will be tried?').all()) await box.fill('A visit on Saturday morning')
}
