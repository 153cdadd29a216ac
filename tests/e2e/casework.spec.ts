import { expectAccessible } from './support/axe'
import { card, fact, field, formReady, tick, type } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

const heldBy = (email: string, offset: number) =>
  one<{ id: string; reference: string }>(`
    SELECT c.id, c.reference FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = $1 AND c.closed_at IS NULL ORDER BY c.reference OFFSET $2 LIMIT 1`, [email, offset])
const entries = async (caseId: string, account: string) => (await sql('SELECT 1 FROM case_session WHERE case_id = $1 AND account = $2', [caseId, account])).length

test('a visit is written on a phone without a signal, and is sent once when it is back', async ({ as, allow }) => {
  test.setTimeout(120_000)
  allow(/net::ERR_INTERNET_DISCONNECTED/, /Failed to fetch|fetch failed|NetworkError/)
  const held = await heldBy('practitioner@demo.test', 1)
  const page = await as('practitioner', PHONE)
  await page.goto(`/cases/${held.id}`)
  await card(page, 'Sessions').getByRole('link', { name: 'Log a session' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Log a session' })).toBeVisible()
  await formReady(page)
  await page.getByRole('button', { name: 'Save the session' }).click()
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await expectAccessible(page)

  await page.context().setOffline(true)
  await type(page, 'How long did it take?', '45')
  await type(page, 'Where?', 'On the bench by the canal')
  await tick(page, 'What kind of session was it?', 'With the young person')
  await type(page, 'What did they say?', 'I stopped answering him')
  await tick(page, 'How safe do they feel?', 'Is not sure')
  await tick(page, 'Did they tell you of exploitation or abuse?', 'No')
  const account = 'We sat for a while. Typed with no signal at all.'
  await type(page, 'What did you do and notice?', account)
  await expect(page.getByText('Waymark cannot be reached')).toBeVisible()
  // the phone lets go of the page, and what it kept tells nobody anything
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith('waymark-kept-')))
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain('signal')
  expect(kept).not.toContain('canal')
  await page.goto('about:blank')
  await page.context().setOffline(false)
  await page.goto(`/cases/${held.id}/sessions/new`)
  await formReady(page)
  await expect(page.getByText('What you typed without a signal is here')).toBeVisible()
  await expect(field(page, 'What did you do and notice?')).toHaveValue(account)

  // saved where there is none again: it waits, and goes by itself
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save the session' }).click()
  await expect(page.getByText('No signal yet.')).toBeVisible()
  await expectAccessible(page)
  expect(await entries(held.id, account)).toBe(0)
  await page.context().setOffline(false)
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}\?saved=1$/)
  expect(await entries(held.id, account)).toBe(1)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('waymark-kept-')))).toEqual([])
  await expect(fact(page, 'In their own words')).toHaveText('I stopped answering him')
  await expectAccessible(page)

  // written down wrongly: corrected, and the first stays
  await page.getByRole('link', { name: 'Correct it' }).click()
  await formReady(page)
  await field(page, 'Where?').fill('On the bench by the lock')
  await page.getByRole('button', { name: 'Save the correction' }).click()
  await page.waitForURL(/\?saved=1$/)
  await expect(fact(page, 'Where')).toHaveText('On the bench by the lock')
  await page.getByText(/before it was corrected$/).click()
  await expect(page.getByText('On the bench by the canal')).toBeVisible()
  await page.goto(`/cases/${held.id}/sessions`)
  await expect(page.getByText(/^Today/)).toBeVisible()
  await expectAccessible(page)
})

test('what a young person tells reaches the lead, an adviser is offered, and supervision is between the two', async ({ as }) => {
  test.setTimeout(120_000)
  const held = await heldBy('practitioner@demo.test', 0)
  const page = await as('practitioner')
  await page.goto(`/cases/${held.id}/sessions/new`)
  await formReady(page)
  await type(page, 'How long did it take?', '30')
  await type(page, 'Where?', 'At school')
  await tick(page, 'What kind of session was it?', 'With the young person')
  await tick(page, 'How safe do they feel?', 'Is afraid of somebody or something')
  await tick(page, 'Did they tell you of exploitation or abuse?', 'Yes')
  await expect(page.getByText('You may be a witness now.')).toBeVisible()
  await type(page, 'What did they tell you?', 'They said I owed them and drove me there')
  await type(page, 'What did you do and notice?', 'I listened and told her what happens now')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the session' }).click()
  await page.waitForURL(/\?saved=1$/)
  await expect(page.getByText('You are a witness to this.')).toBeVisible()
  const address = new URL(page.url()).pathname
  await formReady(page)
  await tick(page, 'Where does the offer stand now?', 'Not offered yet')
  await type(page, 'Why not yet, and when will it be?', 'Too tired today; on Monday after school')
  await page.getByRole('button', { name: 'Save the offer' }).click()
  await expect(page.getByText('Adviser: not offered yet')).toBeVisible()
  await expectAccessible(page)

  const lead = await as('safeguarding')
  await lead.goto('/alerts?kind=disclosure_made&sort=newest')
  await expect(lead.getByText(`A young person in case ${held.reference} told their practitioner`).first()).toBeVisible()
  await lead.goto(address)
  await expect(lead.getByText('They said I owed them and drove me there')).toBeVisible()
  for (const who of ['advisor', 'police', 'practitioner2', 'manager'] as const) expect((await (await as(who)).request.get(address)).status(), who).toBe(404)

  const manager = await as('cateManager')
  await manager.goto('/cases?seen=late&sort=seen')
  await expect(manager.getByRole('table').getByText(/days? late$/).first()).toBeVisible()
  await manager.goto('/cases?view=board')
  await expect(manager.getByRole('heading', { level: 2, name: /^Safety plan/ })).toBeVisible()
  await expectAccessible(manager)
  await manager.goto('/supervision/new')
  await formReady(manager)
  await field(manager, 'With whom?').selectOption({ index: 1 })
  await tick(manager, 'What did you talk about?', 'Being a witness: disclosures and notes')
  await type(manager, 'Reflections', 'What it was like to hear it')
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'Save the supervision' }).click()
  await manager.waitForURL(/\/supervision\/[0-9a-f-]{36}$/)
  await expect(fact(manager, 'Reflections')).toHaveText('What it was like to hear it')
  await expectAccessible(manager)
  expect((await (await as('auditor')).request.get(new URL(manager.url()).pathname)).status()).toBe(404)
})
