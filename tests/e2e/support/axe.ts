import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with each rule of WCAG 2.2 AA that the page breaks, as it stands now, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // a page that is being changed for the next has no title for a moment; one that has none at all still fails here
  await expect(page).toHaveTitle(/\S/)
  // no page of ours has frames: run where it is, it needs no second page to put the answers of frames together
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true).withTags(RULES).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`))
  expect(found, `accessibility of ${new URL(page.url()).pathname}`).toEqual([])
}
