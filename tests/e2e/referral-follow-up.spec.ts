import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, fact, formReady, tick, type } from './support/contact-form'
import { one, sql } from './support/database'
import { decide } from './support/decision'
import { expect, test } from './support/test'

const MINUTE = 60
const SCHOOL = 'Brindmoor High School'
const HEALTH = 'Wrenmoor Community Health Trust'
const HOUSING = 'Wrenmoor Hearth Homes'

/** A call that waits for a decision, about a child who is on record, told by that agency or by a neighbour. */
async function waitingContact(said: string, agency?: string): Promise<{ id: string; child: string; name: string }> {
  const child = await one<{ id: string; area: string; name: string }>(`
    SELECT c.id, c.area_id AS area, c.given_name || ' ' || c.family_name AS name FROM child c JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' AND c.known_as IS NULL AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.id) ORDER BY random() LIMIT 1`)
  const id = randomUUID()
  await sql(
    `INSERT INTO contact (area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_agency_id, source_code,
       child_id, what_was_said, child_words, concerns, exploitation, immediate_danger, family_views, child_knows, parents_know, consent, consent_reason, level_of_need, decision_due)
     SELECT $1::uuid, $2::uuid, 'WRN-T-' || left($2::uuid::text, 8), gen_random_uuid(), '2026-11-19T10:40:00Z', 'phone', u.id, '2026-11-19T10:40:00Z', 'Zelda Referrer',
       (SELECT g.id FROM agency g WHERE g.area_id = $1::uuid AND g.name = $5::text), '1B', $3::uuid, $4::text, 'I do not like going there any more.', '{missing}', 'no', false, 'Grandmother worries, quillfeather.',
       'not_known', 'not_known', 'not_sought', 'Not yet', 'early_help', '2026-11-20T10:40:00Z'
     FROM user_account u WHERE u.email = 'advisor@demo.test'`,
    [child.area, id, child.id, said, agency ?? null],
  )
  return { id, child: child.id, name: child.name }
}

/** Decides a contact for an agency, with what is chosen beforehand and those items beside. */
async function referTo(page: Page, contact: string, agency: string, items: string[] = []): Promise<void> {
  await page.goto(`/contacts/${contact}`)
  await formReady(page)
  const form = card(page, 'Decide where this goes')
  await tick(form, 'Where does it go?', 'Other service')
  await tick(form, 'Agencies that answer in Waymark', agency)
  for (const item of items) await tick(form, 'What is shared with them?', item)
  await decide(page, { outcomes: [], summary: 'She needs somebody to talk to at school.', reason: 'Early help is enough for now.', told: 'Not yet' })
}

const ofContact = (contact: string) => one<{ id: string }>('SELECT id FROM referral WHERE contact_id = $1 ORDER BY sent_at DESC LIMIT 1', [contact])

test('an agency gets what was chosen and no more, answers in its own pages, and the referrer is told', async ({ as }) => {
  test.setTimeout(150_000)
  const contact = await waitingContact('Heard through the wall, and nobody else must know: plumbago.')
  const advisor = await as('advisor')
  await test.step('the advisor refers to the school, with her own words and without what was said', async () => {
    await referTo(advisor, contact.id, SCHOOL, ['The child’s own words'])
    await expect(advisor.getByRole('link', { name: 'Sent, no reply yet' })).toBeVisible()
    await expectAccessible(advisor)
  })
  const referral = await ofContact(contact.id)
  const school = await as('school')

  await test.step('the school sees that it waits, and exactly what was shared', async () => {
    await school.goto('/today')
    await school.getByRole('link', { name: 'Waiting for us' }).first().click()
    await expect(school.getByRole('heading', { level: 1, name: 'Waiting for us' })).toBeVisible()
    const row = school.getByRole('table', { name: 'Waiting for us' }).getByRole('row').filter({ hasText: contact.name })
    await expect(row).toContainText('Acknowledge it')
    await expectAccessible(school)
    await row.getByRole('link').click()
    await formReady(school)
    await expect(fact(school, 'The child’s own words')).toHaveText('I do not like going there any more.')
    await expectAccessible(school)
    // everything that the server sends, and not only what is shown
    for (const path of [`/waiting/${referral.id}`, '/waiting', '/today', '/alerts']) {
      const html = await (await school.request.get(path)).text()
      for (const unshared of ['plumbago', 'quillfeather', 'Zelda Referrer', contact.id, contact.child]) expect(html, `${path} and ${unshared}`).not.toContain(unshared)
    }
    const html = await (await school.request.get(`/waiting/${referral.id}`)).text()
    for (const shared of [contact.name, 'I do not like going there any more.', 'She needs somebody to talk to at school.']) expect(html).toContain(shared)
    expect((await school.request.get(`/contacts/${contact.id}`)).status()).toBe(404)
    expect((await school.request.get(`/children/${contact.child}`)).status()).toBe(404)
  })

  await test.step('another agency finds nothing there', async () => {
    const health = await as('health')
    expect((await health.request.get(`/waiting/${referral.id}`)).status()).toBe(404)
    expect(await (await health.request.get('/waiting?show=all')).text()).not.toContain(contact.name)
  })

  await test.step('it acknowledges, accepts, says what was done and closes', async () => {
    setClock(5 * MINUTE)
    await school.getByRole('button', { name: 'Acknowledge' }).click()
    await expect(school.getByText('Acknowledged', { exact: true }).first()).toBeVisible()
    await school.getByRole('button', { name: 'Accept', exact: true }).click()
    await type(school, 'What have you done?', 'Ms Farrow met her on Thursday.')
    await school.getByRole('button', { name: 'Save what was done' }).click()
    await type(school, 'What came of it?', 'She has a mentor and comes in again.')
    await expectAccessible(school)
    await school.getByRole('button', { name: 'Close with this outcome' }).click()
    await expect(school.getByText('Nothing more is asked of you.')).toBeVisible()
    await expect(school.getByRole('list', { name: 'History, oldest first' }).getByRole('listitem')).toHaveCount(5)
    await expectAccessible(school)
  })

  await test.step('the advisor is told, tells the referrer, and the record says so', async () => {
    await advisor.goto('/alerts')
    await expect(advisor.getByRole('link', { name: 'A referral of yours is closed with its outcome' }).first()).toBeVisible()
    await advisor.goto(`/referrals/${referral.id}`)
    await formReady(advisor)
    await expect(advisor.getByText('Ms Farrow met her on Thursday.')).toBeVisible()
    await expectAccessible(advisor)
    const form = card(advisor, 'Tell the person who told us')
    await tick(form, 'How?', 'By phone')
    await type(form, 'What were they told?', 'That the school is looking after it.')
    await form.getByRole('button', { name: 'Save that they know' }).click()
    await expect(fact(advisor, 'Referrer told')).toContainText('Zelda Referrer, by phone, by Bryony Achterberg')
    await advisor.goto(`/children/${contact.child}`)
    const shared = card(advisor, 'What was shared, and why')
    await expect(shared).toContainText(SCHOOL)
    await expect(shared).toContainText('Our task is to safeguard a child who may be at risk')
    await shared.getByText('Write down a decision not to share').press('Enter')
    await type(shared, 'Who asked, or was not told?', 'A newspaper')
    await type(shared, 'Why was it not shared?', 'It would harm her.')
    await shared.getByRole('button', { name: 'Save the decision' }).click()
    await expect(shared).toContainText('Why not: It would harm her.')
    await expectAccessible(advisor)
  })
})

test('a declined referral comes back to whoever sent it, who sends it on and challenges the refusal', async ({ as }) => {
  test.setTimeout(150_000)
  const contact = await waitingContact('She has not been to the clinic.')
  const advisor = await as('advisor')
  await referTo(advisor, contact.id, HEALTH)
  const referral = await ofContact(contact.id)

  const health = await as('health')
  await health.goto(`/waiting/${referral.id}`)
  await formReady(health)
  await health.getByText('Decline this referral').press('Enter')
  await health.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(health.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
  await health.getByLabel('Why is it declined?').fill('We do not see children of her age.')
  await health.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(health.getByText('Nothing more is asked of you.')).toBeVisible()

  setClock(5 * MINUTE)
  await advisor.goto('/alerts')
  await expect(advisor.getByRole('link', { name: 'A referral of yours was declined' }).first()).toBeVisible()
  await advisor.goto(`/referrals/${referral.id}`)
  await formReady(advisor)
  await expect(advisor.getByText('Nobody is working on it until then.')).toBeVisible()
  await advisor.getByText('Challenge this refusal').press('Enter')
  await tick(advisor, 'Who disagrees?', 'Family Connect')
  await type(advisor, 'Name of whoever disagrees', 'Bryony Achterberg')
  await type(advisor, 'Why?', 'The service sees children from eleven on.')
  await expectAccessible(advisor)
  await advisor.getByRole('button', { name: 'Challenge this' }).click()
  await expect(card(advisor, 'Challenge')).toContainText('Bryony Achterberg disagrees')

  setClock(6 * MINUTE)
  await advisor.getByRole('link', { name: 'Send it elsewhere' }).click()
  await formReady(advisor)
  const form = card(advisor, 'Send it to')
  await tick(form, 'Where does it go?', 'An agency that answers in Waymark')
  await form.getByLabel('Which agency?').selectOption({ label: HOUSING })
  await type(form, 'What they need to know', 'A warm room is what she needs.')
  await type(form, 'Why does it go there?', 'Health declined, and they know the family.')
  await expectAccessible(advisor)
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(advisor.getByRole('heading', { level: 1, name: `Referral to ${HOUSING}` })).toBeVisible()
  await expect(fact(advisor, 'In place of')).toContainText(HEALTH)

  const lead = await as('safeguarding')
  await lead.goto('/alerts')
  await expect(lead.getByRole('link', { name: 'A challenge that waits for an answer' }).first()).toBeVisible()
  await lead.goto(`/contacts/${contact.id}`)
  await formReady(lead)
  const challenge = card(lead, 'Challenge')
  await tick(challenge, 'Your answer', 'It is changed: it has been sent elsewhere')
  await type(challenge, 'Reasons', 'Housing can act at once; health will look at its age limit.')
  await expectAccessible(lead)
  await challenge.getByRole('button', { name: 'Save answer' }).click()
  await expect(challenge).toContainText('Housing can act at once')
  await expect(challenge.getByRole('button', { name: 'Save answer' })).toBeHidden()
})

test('an agency that disagrees with what came of its contact challenges it once, in its own pages', async ({ as }) => {
  const contact = await waitingContact('The school nurse is worried.', HEALTH)
  const advisor = await as('advisor')
  await advisor.goto(`/contacts/${contact.id}`)
  await formReady(advisor)
  await decide(advisor, { outcomes: ['Information and advice'], reason: 'Advice is enough.', told: 'Not yet' })

  const health = await as('health')
  await health.goto('/our-contacts')
  await health.getByRole('link', { name: `WRN-T-${contact.id.slice(0, 8)}` }).click()
  await formReady(health)
  await health.getByText('We disagree with what came of it').press('Enter')
  await type(health, 'Why?', 'She has been seen in a car again.')
  await expectAccessible(health)
  await health.getByRole('button', { name: 'Challenge this' }).click()
  await expect(card(health, 'Challenge')).toContainText('Answer by')
  await expect(health.getByText('We disagree with what came of it')).toBeHidden()

  const lead = await as('safeguarding')
  await lead.goto(`/contacts/${contact.id}`)
  await formReady(lead)
  const challenge = card(lead, 'Challenge')
  await tick(challenge, 'Your answer', 'It stands as it was decided')
  await type(challenge, 'Reasons', 'The police looked into the car: it is her aunt’s.')
  await challenge.getByRole('button', { name: 'Save answer' }).click()
  await expect(challenge.getByRole('button', { name: 'Save answer' })).toHaveCount(0)
  await expect(challenge).toContainText('It stands as it was decided')

  await health.reload()
  await expect(card(health, 'Challenge')).toContainText('it is her aunt’s')
  await expectAccessible(health)
})
