import type { Page } from '@playwright/test'
import { forgetSignIns, setClock } from './support/clock'
import { card, fact, field, formReady, openContactForm, saveContact, tick, typeCall, PLAIN_CALL } from './support/contact-form'
import { one } from './support/database'
import { decide } from './support/decision'
import { assess, DAY, heard, holdPanel, holdStrategy, logSession, NAME, on, planPanel, writePlan } from './support/journey'
import type { PersonKey } from './support/people'
import { expect, test } from './support/test'

test.afterEach(() => forgetSignIns())

/**
 * One young person's way from a call to the closing of her case, by seven people over five months. Each clock of hers
 * is missed once, and whoever should see it late does; that a clock which is met shows nothing is walked in
 * tests/integration/journey.test.ts.
 */
test('a young person’s whole way, from a call to the ending, with what each missed clock shows to whom', async ({ as }) => {
  test.setTimeout(240_000)

  /** That many days after the call, somebody signs in and does that. Nobody's page is left open for months. */
  async function visit(who: PersonKey, day: number, path: string, work: (page: Page) => Promise<void>): Promise<void> {
    await test.step(`day ${day}: ${who}`, async () => {
      setClock(day * DAY)
      const page = await as(who, { ownSession: true })
      if (path !== '/today') await page.goto(path)
      await work(page)
      await page.context().close()
    })
  }
  /** What the manager is told of hers that is late: by reference alone, with whom, and never her name. */
  const managerSees = (day: number, late: string, reference: string, who: string) =>
    visit('manager', day, '/today', async (page) => {
      const rows = page.getByRole('table', { name: /^Late now/ }).getByRole('row').filter({ hasText: reference })
      await expect(rows).toHaveCount(1)
      await expect(rows).toContainText(late)
      await expect(rows).toContainText(who)
      await expect(page.getByText(NAME)).toHaveCount(0)
    })

  let reference = ''
  await visit('advisor', 0, '/today', async (page) => {
    await openContactForm(page)
    await typeCall(page, {
      ...PLAIN_CALL, said: 'An older man waits for her at the gate in a car', exploitation: 'Suspected',
      child: { new: { first: 'Saffron', last: 'Ellacott', born: ['14', '3', '2012'], school: 'Brindmoor High School' } },
    })
    reference = await saveContact(page)
  })
  const { id: contactId, child_id: childId } = await one<{ id: string; child_id: string }>('SELECT id, child_id FROM contact WHERE reference = $1', [reference])

  // the decision is late: Family Connect sees it first, the manager sees with whom it lies
  await managerSees(5, 'Decision', reference, 'Family Connect')
  await visit('advisor', 5, '/contacts?show=late', async (page) => {
    await expect(page.getByRole('row').filter({ hasText: reference })).toContainText('Late, waited')
    await page.goto(`/contacts/${contactId}`)
    await formReady(page)
    await decide(page, { outcomes: ['CATE'], summary: 'An older man, a car, a new phone', reason: 'Exploitation is suspected', told: 'Yes, they have been told', note: 'That the CATE team is asked' })
    await expect(fact(page, 'Decided by')).toContainText('Bryony Achterberg, 24 Nov 2026')
  })

  // so is the answer to the referral
  await managerSees(11, 'Referral', reference, 'CATE')
  let path = ''
  await visit('cateManager', 11, '/today', async (page) => {
    await page.getByRole('table', { name: 'Referrals waiting for your answer' }).getByRole('link', { name: NAME }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Referral to')
    await formReady(page)
    await page.getByRole('button', { name: 'Accept and open a case' }).click()
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
    path = new URL(page.url()).pathname
    await formReady(page)
    await expect(fact(page, 'Risk panel')).toHaveText(/^Due by \d+ Jan 2027$/)
    await page.getByRole('radio', { name: 'Maya Thistlewood' }).check()
    const over = page.getByLabel('Why go over the maximum?')
    if (await over.count()) await over.fill('She knows the family')
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await expect(page.getByText('With Maya Thistlewood')).toBeVisible()
  })
  const caseId = path.split('/')[2] ?? ''
  const { reference: held } = await one<{ reference: string }>('SELECT reference FROM cate_case WHERE id = $1', [caseId])

  // three weeks unseen: the caseload says so, until a session is logged
  await visit('practitioner', 32, '/cases?seen=late', async (page) => {
    const row = page.getByRole('row').filter({ hasText: NAME })
    await expect(row).toContainText(/days? late/)
    await logSession(page, path)
    await page.goto('/cases?seen=late')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(row).toHaveCount(0)
    await assess(page, path)
  })

  // the panel is missed: on the practitioner's day, the CATE manager's and the manager's
  await managerSees(60, 'Risk panel', held, 'Maya Thistlewood')
  const panelIsLate = async (page: Page, table: string) => {
    const row = page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: NAME })
    await expect(row).toContainText(/Risk panel \d+ Jan 2027/)
    await expect(row).toContainText('Late')
  }
  await visit('practitioner', 60, '/today', (page) => panelIsLate(page, 'Your young people'))
  await visit('cateManager', 60, '/today', async (page) => {
    await panelIsLate(page, 'Late')
    await planPanel(page)
  })
  await visit('chair', 60, '/today', async (page) => {
    await panelIsLate(page, 'Waiting for the panel')
    await holdPanel(page, caseId)
  })

  // the level asks for a strategy meeting, which does not meet when it should
  await visit('safeguarding', 61, `/strategy/new/${caseId}?from=level`, async (page) => {
    await formReady(page)
    await field(page, 'What has happened?').fill('The panel agreed High: a man with a car, and a debt')
    await page.getByLabel('When', { exact: true }).fill(`${on(62)}T14:00`)
    await field(page, 'Where, or how to join').fill('Room 2')
    await field(page, 'What they are told').fill('Bring what you know of a man with a car at the school gate')
    await page.getByRole('button', { name: 'Call the meeting' }).click()
    await page.waitForURL(/\/strategy\/[0-9a-f-]{36}$/)
    path = new URL(page.url()).pathname
  })
  const meeting = path
  await managerSees(67, 'Strategy meeting', held, 'Safeguarding')
  await visit('safeguarding', 67, meeting, holdStrategy)

  await visit('practitioner', 67, `/cases/${caseId}`, async (page) => {
    await expect(card(page, 'The case').getByText(/^Met 18 Jan 2027, due by/)).toBeVisible()
    await formReady(page)
    await writePlan(page)
  })

  // the review is missed, then held, and the level comes down with what she says about it
  await managerSees(110, 'Review', held, 'Maya Thistlewood')
  await visit('practitioner', 110, '/today', async (page) => {
    await expect(page.getByRole('table', { name: 'Your young people' }).getByRole('row').filter({ hasText: NAME })).toContainText(/Review .*Late/)
    await page.goto(`/cases/${caseId}/review`)
    await formReady(page)
    await field(page, 'What has changed?').fill('Home by nine since February, and the phone is gone')
    await heard(page, 'I have my own friends again')
    await tick(page, 'Which level is it now?', 'Medium')
    await field(page, 'Why this level?').fill('Two quiet months, and she says so herself')
    await page.getByRole('button', { name: 'Save the review' }).click()
    await expect(card(page, 'Reviews').getByText('Stepped down from High')).toBeVisible()
    await expect(card(page, 'Reviews').getByText('Held late')).toBeVisible()
  })

  // an ending needs its evidence, then a second agency's word, then a person
  await visit('practitioner', 140, `/cases/${caseId}/exit`, async (page) => {
    await formReady(page)
    await tick(page, 'What is proposed?', 'The case closes')
    await page.getByRole('button', { name: 'Ask the agency' }).click()
    await expect(page.getByRole('alert', { name: 'There is a problem' }).getByRole('link')).toHaveCount(9)
    for (const box of await card(page, 'The evidence').getByRole('textbox').all()) await box.fill('Seen by her school and by us since February')
    await field(page, 'Which agency is asked to agree?').selectOption({ label: 'Brindmoor High School' })
    await field(page, 'What does the agency need to know to answer?').fill('Nobody has waited at the gate since January')
    await page.getByRole('button', { name: 'Ask the agency' }).click()
    await expect(card(page, 'Ending the work').getByText('Waiting for the second agency')).toBeVisible()
  })
  await visit('cateManager', 140, `/cases/${caseId}`, async (page) => {
    await expect(card(page, 'Ending the work').getByText('Waiting for the second agency')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Close the case' })).toHaveCount(0)
  })
  await visit('school', 140, '/exits', async (page) => {
    await page.getByRole('link', { name: new RegExp(NAME) }).click()
    await expect(page.getByText('Nobody has waited at the gate since January')).toBeVisible()
    await formReady(page)
    await tick(page, 'Does your agency agree?', 'Yes, we agree')
    await field(page, 'Why?').fill('We see her every day, and she is well')
    await page.getByRole('button', { name: 'Send your answer' }).click()
    await expect(card(page, 'Your agency’s answer').getByText('Agreed: We see her every day, and she is well')).toBeVisible()
    expect((await page.request.get(`/cases/${caseId}`)).status()).toBe(404)
  })
  await visit('cateManager', 140, `/cases/${caseId}`, async (page) => {
    const form = card(page, 'Close this case')
    await formReady(page)
    await field(form, 'Why does it close?').selectOption({ label: 'Closed after assessment, referred to early help' })
    await field(form, 'Why now?').fill('The work is done, and she agrees')
    await form.getByRole('button', { name: 'Close the case' }).click()
    await expect(fact(page, 'Why closed')).toHaveText('Closed after assessment, referred to early help')
    await expect(card(page, 'Ending the work').getByText('Carried out')).toBeVisible()
    await expect(card(page, 'History').getByText('The work is done, and she agrees')).toBeVisible()
    await expect(card(page, 'History').getByText(/Nerys Okonjo/).first()).toBeVisible()
  })
  await visit('manager', 141, '/today', async (page) => {
    const table = page.getByRole('table', { name: /^Late now/ })
    await expect(table).toBeVisible()
    for (const hers of [reference, held]) await expect(table.getByText(hers)).toHaveCount(0)
  })

  // and the record tells all of it, the last first
  await visit('safeguarding', 141, `/children/${childId}/chronology?show=all`, async (page) => {
    const told = page.getByRole('list', { name: 'Chronology, newest first' })
    const inOrder = ['Case WRN-K-\\d+ closed', 'Review: from High to Medium', 'Strategy meeting called', 'Level agreed: High', 'With the young person, 45 minutes', 'Allocated to Maya Thistlewood', 'Decided: CATE', 'Contact from']
    await expect(told).toContainText(new RegExp(inOrder.join('[^]*')))
    for (const words of ['The work is done, and she agrees', 'Brindmoor High School agrees: the case closes', 'Safety plan issued', 'Strategy meeting held: the threshold of section 47 is not met', 'Risk panel decided: High', 'Risk assessment finished: Medium-High', 'CATE accepted the referral', '“I have my own friends again”']) await expect(told).toContainText(words)
  })
})
