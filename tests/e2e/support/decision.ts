import { expect, type Page } from '@playwright/test'
import { card, tick, type } from './contact-form'

export type Decision = {
  outcomes: ('CATE' | 'Safeguarding' | 'Other service' | 'Information and advice')[]
  service?: string
  summary?: string
  reason: string
  told: 'Yes, they have been told' | 'Not yet' | 'They cannot be told'
  note?: string
}

/** Fills in where a contact goes, on its page. */
export async function typeDecision(page: Page, { outcomes, service, summary, reason, told, note }: Decision): Promise<void> {
  const form = card(page, 'Decide where this goes')
  for (const outcome of outcomes) await tick(form, 'Where does it go?', outcome)
  if (service) await type(form, 'Which service?', service)
  if (summary) await type(form, 'What they need to know', summary)
  await type(form, 'Reason for the decision', reason)
  await tick(form, 'Does the person who told us know the outcome?', told)
  if (note) await type(form, told === 'They cannot be told' ? 'Why not?' : 'What were they told?', note)
}

export async function decide(page: Page, decision: Decision): Promise<void> {
  await typeDecision(page, decision)
  await page.getByRole('button', { name: 'Save decision' }).press('Enter')
  await expect(card(page, 'Decision')).toBeVisible()
}
