import type { Page } from '@playwright/test'
import { NOW, setClock } from './support/clock'
import { card, fact, field, formReady, openContactForm, saveContact, tick, type, typeCall, PLAIN_CALL } from './support/contact-form'
import { one, sql } from './support/database'
import { decide } from './support/decision'
import type { PersonKey } from './support/people'
import { fillDay, involve, type Boxes } from './support/plan'
import { expect, test } from './support/test'

const NAME = 'Saffron Ellacott'
const DAY = 24 * 60 * 60
const on = (day: number) => new Date(Date.parse(NOW) + day * DAY * 1000).toISOString().slice(0, 10)
const boxes = (day: number): Boxes => [on(day).slice(8), on(day).slice(5, 7), on(day).slice(0, 4)]

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
    await page.goto(`${path}/sessions/new`)
    await formReady(page)
    await type(page, 'How long did it take?', '45')
    await type(page, 'Where?', 'On the bench by the canal')
    await tick(page, 'What kind of session was it?', 'With the young person')
    await type(page, 'What did they say?', 'He says that I owe him')
    await tick(page, 'How safe do they feel?', 'Is not sure')
    await tick(page, 'Did they tell you of exploitation or abuse?', 'No')
    await type(page, 'What did you do and notice?', 'We walked. A second phone rang twice.')
    await page.getByRole('button', { name: 'Save the session' }).click()
    await page.waitForURL(/\?saved=1$/)
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
    for (const words of ['The work is done, and she agrees', 'Brindmoor High School agrees: the case closes', 'Safety plan issued', 'Strategy meeting held', 'Risk panel decided: High', 'Risk assessment finished: Medium-High', 'CATE accepted the referral', '“I have my own friends again”']) await expect(told).toContainText(words)
  })
})

/** What the young person says, and that her parents are still to be heard. */
async function heard(page: Page, view: string): Promise<void> {
  await tick(page, 'Has the young person been heard?', 'Yes')
  await field(page, 'What do they say?').fill(view)
  await tick(page, 'Have the parents or carers been heard?', 'Not yet')
  await field(page, 'Why not?').fill('Her mother works nights')
  await field(page, 'How and when will you try to hear them?').fill('A call on Saturday')
}

async function assess(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await formReady(page)
  await page.getByRole('button', { name: 'Begin the risk assessment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Risk assessment' })).toBeVisible()
  const assessment = new URL(page.url()).pathname
  await page.goto(`${assessment}/risk`)
  await formReady(page)
  await tick(page, 'Late home', 'Suspected')
  await tick(page, 'When?', 'Now, or in the last 6 months')
  await field(page, 'What shows it?').fill('Home after eleven on three nights')
  await field(page, 'Who or what does it come from?').fill('Her mother')
  await tick(page, 'Is this a fact or an opinion?', 'Fact')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Possible current harm' })).toBeVisible()
  await page.goto(`${assessment}/finish`)
  await formReady(page)
  await heard(page, 'He says that I owe him')
  await tick(page, 'Which level do you record?', 'Medium-High')
  await field(page, 'Why this level?').fill('Late nights, a second phone, and a debt')
  const override = page.getByLabel(/than suggested\. Why\?$/)
  if (await override.count()) await override.fill('The debt weighs more than one sign')
  await page.getByRole('button', { name: /^Finish/ }).click()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()
}

/** A panel is planned for today, with her on its agenda. */
async function planPanel(page: Page): Promise<void> {
  await page.goto('/panels/new')
  await formReady(page)
  await page.getByLabel('When it meets').fill(`${on(60)}T11:00`)
  await field(page, 'Where').fill('Room 2')
  await field(page, 'Chair').selectOption({ label: 'Tobias Venkataraman' })
  await page.getByRole('button', { name: 'Plan the panel' }).click()
  await page.waitForURL(/\/panels\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: `Put ${NAME} on the agenda` }).click()
  await expect(page.locator('#agenda li')).toHaveCount(1)
}

/** The panel meets and decides. Who sits there is written past the door: panels.spec.ts seats them by hand. */
async function holdPanel(page: Page, caseId: string): Promise<void> {
  const { id, panel_id: panelId } = await one<{ id: string; panel_id: string }>('SELECT id, panel_id FROM panel_item WHERE case_id = $1', [caseId])
  await page.goto(`/panels/${panelId}`)
  await page.getByRole('button', { name: 'Open the meeting' }).click()
  await expect(page.getByText('Meeting now')).toBeVisible()
  for (const seat of ['chair', 'cate', 'social_care', 'police', 'health']) {
    await sql(`INSERT INTO panel_attendance (area_id, id, panel_id, seat, name, arrived_at, by_id) SELECT area_id, gen_random_uuid(), id, $2, 'Somebody for ' || $2, $3, chair_id FROM panel WHERE id = $1`, [panelId, seat, `${on(60)}T10:45:00Z`])
  }
  await page.goto(`/panels/${panelId}/meeting/${id}`)
  await formReady(page)
  await tick(page, 'Which level does the panel agree?', 'High')
  await field(page, 'Why this level?').fill('A man with a car, a debt, and nights out until eleven')
  await tick(page, 'Is a strategy meeting called?', 'Yes: safeguarding is told now')
  await page.getByRole('button', { name: /^Decide/ }).click()
  await expect(card(page, 'Decided')).toBeVisible()
}

async function holdStrategy(page: Page): Promise<void> {
  await formReady(page)
  const there = card(page, 'Who is there')
  for (const [who, agency, part] of [['Harjit Sandiford', /Council/, 'Social care'], ['Adaora Whitlock', /Community Health Trust/, 'Health'], ['Siobhan Kerrigan-Adair', /Police/, 'The police']] as const) {
    await field(there, 'Who').fill(who)
    const agencies = there.getByLabel('Their agency')
    await agencies.selectOption(await agencies.locator('option').filter({ hasText: agency }).first().getAttribute('value'))
    await tick(there, 'They come for', part)
    await there.getByRole('button', { name: 'Add them' }).click()
    await expect(there.getByText(who, { exact: true })).toBeVisible()
    await expect(field(there, 'Who')).toHaveValue('')
  }
  const form = card(page, 'What the meeting decides')
  await tick(form, 'Is the threshold of section 47 met?', 'No')
  await tick(form, 'Is there a criminal investigation?', 'Yes')
  for (const [label, words] of [
    ['Reasons', 'She is safe at home, and the man is known'], ['Why, or why not?', 'He is named'], ['What keeps the young person safe tonight?', 'Her mother'],
    ['Who tells the young person what, and when?', 'Her worker, today'], ['Who tells the parents or carers what, and when?', 'The lead, today'], ['What is done about those who harm?', 'A warning notice'],
  ] as const) await field(form, label).fill(words)
  await tick(form, 'Is it looked at again?', 'No, nothing more is needed from a strategy meeting')
  await field(form, 'Why is nothing more needed?').fill('The CATE plan holds')
  await form.getByRole('button', { name: /^Record the decision/ }).click()
  await expect(page.getByText('Held, minutes to come')).toBeVisible()
  await page.getByRole('button', { name: 'Issue the minutes' }).click()
  await expect(page.getByText('Resolved', { exact: true })).toBeVisible()
}

async function writePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin the safety plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Change the safety plan' })).toBeVisible()
  await formReady(page)
  for (const [label, words] of [
    ['When missing', 'One message by ten, then we ring you'], ['What works well', 'Dance on Tuesdays'], ['Worries', 'Late nights at the canal'],
    ['Trusted adults', 'Nan'], ['Contingency', 'Two missed evenings and we meet'], ['Who to call at night', 'The Emergency Duty Team, 01632 960 999'],
  ] as const) await field(page, label).fill(words)
  await involve(page, boxes(67))
  await fillDay(page, 'When is the plan reviewed?', boxes(81))
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Draft, version 2')).toBeVisible()
  await formReady(page)
  await page.getByRole('button', { name: 'Issue the plan' }).click()
  await expect(page.getByText('Issued, version 3')).toBeVisible()
}
