import type { Locator, Page } from '@playwright/test'
import { setClock } from './clock'
import { card, fact, formReady, openContactForm, PLAIN_CALL, saveContact, typeCall } from './contact-form'
import { one } from './database'
import { decide } from './decision'
import { assess, callStrategy, DAY, doAction, holdPanel, holdStrategy, logSession, planPanel, review, SCHOOL, sendMinutes, writePlan } from './journey'
import type { PersonKey } from './people'
import { expect, test } from './test'

type Walk = {
  as: (who: PersonKey, options?: { ownSession?: boolean }) => Promise<Page>
  child: { first: string; last: string }
  /** Whether each clock is missed, or each met. */
  miss: boolean
}

/**
 * One young person's way from a call to the first review of her case, by six people: each step on the page of whoever
 * takes it, at a day of the tests' own clock. Every clock of hers is met, and nobody is shown anything late; or every
 * one is missed, and whoever should see it late does before it is mended. Gives what the rest of the way needs.
 */
export async function walk({ as, child, miss }: Walk) {
  const name = `${child.first} ${child.last}`
  let today = 0

  /** Somebody signs in and does that. Nobody's page is left open for months. */
  async function visit(who: PersonKey, path: string, work: (page: Page) => Promise<void>): Promise<void> {
    await test.step(`day ${today}: ${who}`, async () => {
      setClock(today * DAY)
      const page = await as(who, { ownSession: true })
      if (path !== '/today') await page.goto(path)
      await work(page)
      await page.context().close()
    })
  }
  /** What the manager is told of hers that is late: by reference alone, with whom, and never her name. */
  const managerSees = (late: string, reference: string, who: string) =>
    visit('manager', '/today', async (page) => {
      const table = page.getByRole('table', { name: /^Late now/ })
      await expect(table).toBeVisible()
      const rows = table.getByRole('row').filter({ hasText: reference })
      await expect(rows).toHaveCount(miss ? 1 : 0)
      if (miss) await expect(rows).toContainText(new RegExp(`${late}.*${who}`))
      await expect(page.getByText(name)).toHaveCount(0)
    })
  const saysLate = (row: Locator) => (miss ? expect(row).toContainText('Late') : expect(row).not.toContainText('Late'))
  /** A clock runs: until that day, while it may still be met, or until the one when it was missed. */
  async function clock(met: number, missed: number, late: string, reference: string, who: string): Promise<void> {
    today = miss ? missed : met
    await managerSees(late, reference, who)
  }

  let reference = ''
  await visit('advisor', '/today', async (page) => {
    await openContactForm(page)
    await typeCall(page, {
      ...PLAIN_CALL, said: 'An older man waits for her at the gate in a car', exploitation: 'Suspected',
      child: { new: { ...child, born: ['14', '3', '2012'], school: SCHOOL } },
    })
    reference = await saveContact(page)
  })
  const { id: contactId, child_id: childId } = await one<{ id: string; child_id: string }>('SELECT id, child_id FROM contact WHERE reference = $1', [reference])

  // the decision: Family Connect sees it late first, the manager sees with whom it lies
  await clock(0, 5, 'Decision', reference, 'Family Connect')
  await visit('advisor', `/contacts?show=${miss ? 'late' : 'waiting'}`, async (page) => {
    const row = page.getByRole('row').filter({ hasText: reference })
    await expect(row).toContainText(miss ? 'Late, waited' : 'On time: Waited')
    await page.goto(`/contacts/${contactId}`)
    await formReady(page)
    await decide(page, { outcomes: ['CATE'], summary: 'An older man, a car, a new phone', reason: 'Exploitation is suspected', told: 'Yes, they have been told', note: 'That the CATE team is asked' })
    await expect(fact(page, 'Decided by')).toContainText(`Bryony Achterberg, ${miss ? '24' : '19'} Nov 2026`)
  })

  await clock(1, 11, 'Referral', reference, 'CATE')
  let path = ''
  await visit('cateManager', '/today', async (page) => {
    await page.getByRole('table', { name: 'Referrals waiting for your answer' }).getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Referral to')
    await formReady(page)
    await page.getByRole('button', { name: 'Accept and open a case' }).click()
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
    path = new URL(page.url()).pathname
    await formReady(page)
    await expect(fact(page, 'Risk panel')).toHaveText(/^Due by \d+ (Dec 2026|Jan 2027)$/)
    await page.getByRole('radio', { name: 'Maya Thistlewood' }).check()
    const over = page.getByLabel('Why go over the maximum?')
    if (await over.count()) await over.fill('She knows the family')
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await expect(page.getByText('With Maya Thistlewood')).toBeVisible()
  })
  const caseId = path.split('/')[2] ?? ''
  const { reference: held } = await one<{ reference: string }>('SELECT reference FROM cate_case WHERE id = $1', [caseId])

  // seen as often as the level asks: where not, the caseload says so until a session is logged
  today = miss ? 32 : 4
  await visit('practitioner', '/cases?seen=late', async (page) => {
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(row).toHaveCount(miss ? 1 : 0)
    if (miss) await expect(row).toContainText(/days? late/)
    await logSession(page, path)
    await page.goto('/cases?seen=late')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(row).toHaveCount(0)
    await assess(page, path)
  })

  // the panel: on the practitioner's day, the CATE manager's, the chair's and the manager's
  await clock(32, 60, 'Risk panel', held, 'Maya Thistlewood')
  const panelDay = today
  const panelIn = async (page: Page, table: string) => {
    const row = page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name })
    await saysLate(row.getByRole('cell').filter({ hasText: /Risk panel \d+ (Dec 2026|Jan 2027)/ }))
  }
  await visit('practitioner', '/today', (page) => panelIn(page, 'Your young people'))
  await visit('cateManager', '/today', async (page) => {
    if (miss) await panelIn(page, 'Late')
    else await expect(page.getByRole('table', { name: 'Late', exact: true }).getByText(name)).toHaveCount(0)
    await planPanel(page, panelDay, name)
  })
  await visit('chair', '/today', async (page) => {
    await panelIn(page, 'Waiting for the panel')
    await holdPanel(page, panelDay, caseId)
  })

  // the level asks for a strategy meeting, and that for its minutes
  let meeting = ''
  today = panelDay + 1
  await visit('safeguarding', '/today', async (page) => {
    meeting = await callStrategy(page, caseId, 'level', panelDay + 2)
  })
  await clock(panelDay + 2, panelDay + 7, 'Strategy meeting', held, 'Safeguarding')
  const awaited = (page: Page, what: string) => expect(page.getByText(new RegExp(`^[^:]+: ${what} due`)).first()).toHaveText(miss ? /^Late: / : /^(On time|Close to its limit): /)
  await visit('safeguarding', meeting, async (page) => {
    await awaited(page, 'The meeting')
    await holdStrategy(page, panelDay + 18)
  })
  await clock(panelDay + 2, panelDay + 11, 'Minutes', held, 'Safeguarding')
  await visit('safeguarding', meeting, async (page) => {
    await awaited(page, 'Minutes')
    await sendMinutes(page, 'Minutes out, review to come')
  })

  await visit('practitioner', `/cases/${caseId}`, async (page) => {
    await expect(card(page, 'The case').getByText(/^Met \d+ (Dec 2026|Jan 2027), due by/)).toBeVisible()
    await formReady(page)
    await writePlan(page, today)
  })

  // what the school undertook
  await clock(panelDay + 14, panelDay + 16, 'Action', held, SCHOOL)
  await visit('school', miss ? '/actions?show=late' : '/actions', doAction)

  // the strategy meeting is looked at again, and nothing more is needed of it
  await clock(panelDay + 17, panelDay + 24, 'Strategy review', held, 'Safeguarding')
  await visit('safeguarding', meeting, async (page) => {
    await awaited(page, 'Review')
    path = await callStrategy(page, caseId, 'review', today)
    await holdStrategy(page, null)
    await sendMinutes(page, 'Resolved')
  })

  // the review: the level comes down with what she says about it
  await clock(panelDay + 24, panelDay + 50, 'Review', held, 'Maya Thistlewood')
  await visit('practitioner', '/today', async (page) => {
    const row = page.getByRole('table', { name: 'Your young people' }).getByRole('row').filter({ hasText: name })
    await saysLate(row.getByRole('cell').filter({ hasText: /Review \d+ (Jan|Feb) 2027/ }))
    await review(page, caseId)
    await expect(card(page, 'Reviews').getByText('Held late')).toHaveCount(miss ? 1 : 0)
  })

  return { name, childId, caseId, references: [reference, held] as const, visit, goTo: (day: number) => (today = day) }
}
