import { forgetSignIns } from './support/clock'
import { card, fact, field, formReady, tick } from './support/contact-form'
import { expect, test } from './support/test'
import { walk } from './support/whole-way'

test.afterEach(() => forgetSignIns())

/** By seven people over five months. journey-in-time.spec.ts walks it with every clock met. */
test('a young person’s whole way, from a call to the ending, with what each missed clock shows to whom', async ({ as }) => {
  test.setTimeout(300_000)
  const { name, childId, caseId, references, visit, goTo } = await walk({ as, child: { first: 'Saffron', last: 'Ellacott' }, miss: true })

  goTo(140)
  // an ending needs its evidence, then a second agency's word, then a person
  await visit('practitioner', `/cases/${caseId}/exit`, async (page) => {
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
  await visit('cateManager', `/cases/${caseId}`, async (page) => {
    await expect(card(page, 'Ending the work').getByText('Waiting for the second agency')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Close the case' })).toHaveCount(0)
  })
  await visit('school', '/exits', async (page) => {
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await expect(page.getByText('Nobody has waited at the gate since January')).toBeVisible()
    await formReady(page)
    await tick(page, 'Does your agency agree?', 'Yes, we agree')
    await field(page, 'Why?').fill('We see her every day, and she is well')
    await page.getByRole('button', { name: 'Send your answer' }).click()
    await expect(card(page, 'Your agency’s answer').getByText('Agreed: We see her every day, and she is well')).toBeVisible()
    expect((await page.request.get(`/cases/${caseId}`)).status()).toBe(404)
  })
  await visit('cateManager', `/cases/${caseId}`, async (page) => {
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
  goTo(141)
  await visit('manager', '/today', async (page) => {
    const table = page.getByRole('table', { name: /^Late now/ })
    await expect(table).toBeVisible()
    for (const hers of references) await expect(table.getByText(hers)).toHaveCount(0)
  })

  // and the record tells all of it, the last first
  await visit('safeguarding', `/children/${childId}/chronology?show=all`, async (page) => {
    const told = page.getByRole('list', { name: 'Chronology, newest first' })
    const inOrder = ['Case WRN-K-\\d+ closed', 'Review: from High to Medium', 'Strategy meeting called', 'Level agreed: High', 'With the young person, 45 minutes', 'Allocated to Maya Thistlewood', 'Decided: CATE', 'Contact from']
    await expect(told).toContainText(new RegExp(inOrder.join('[^]*')))
    for (const words of ['The work is done, and she agrees', 'Brindmoor High School agrees: the case closes', 'Safety plan issued', 'Strategy meeting held: the threshold of section 47 is not met', 'Her form tutor walks out with her', 'Risk panel decided: High', 'Risk assessment finished: Medium-High', 'CATE accepted the referral', '“I have my own friends again”']) await expect(told).toContainText(words)
  })
})
