import { expectAccessible } from './support/axe'
import { card, field, formReady, tick, type } from './support/contact-form'
import { one } from './support/database'
import { shipped } from './support/shipped'
import { expect, test } from './support/test'

test('a meeting is called, spoken into by an agency, decided only with its quorum, and minuted; child protection shows on the case', async ({ as }) => {
  test.setTimeout(150_000)
  const held = await one<{ id: string; child_id: string; who: 'practitioner' | 'practitioner2' }>(`
    SELECT c.id, c.child_id, split_part(u.email, '@', 1) AS who FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id JOIN child k ON k.area_id = c.area_id AND k.id = c.child_id
    WHERE u.email IN ('practitioner@demo.test', 'practitioner2@demo.test') AND k.date_of_birth > '2008-12-31' AND c.closed_at IS NULL AND NOT EXISTS (SELECT FROM strategy_meeting m WHERE m.case_id = c.id) AND NOT EXISTS (SELECT FROM case_cover v WHERE v.case_id = c.id AND v.ended_at IS NULL) ORDER BY u.email DESC, c.reference DESC LIMIT 1`)
  const lead = await as('safeguarding')
  await lead.goto(`/cases/${held.id}`)
  await lead.getByRole('link', { name: 'Call a strategy meeting' }).click()
  await expect(lead.getByRole('heading', { level: 1, name: 'Call a strategy meeting' })).toBeVisible()
  await formReady(lead)
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Call the meeting' }).click()
  await expect(lead.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
  await tick(lead, 'What is it called from?', 'A disclosure')
  await type(lead, 'What has happened?', 'She told her worker of a flat and two men')
  await type(lead, 'Where, or how to join', 'Room 2')
  // the area may ask it by default; this meeting does not, and it sees nothing of it
  await lead.getByRole('checkbox', { name: 'Wrenmoor Hearth Homes' }).uncheck()
  await type(lead, 'What they are told', 'She spoke of a flat. Bring what you know')
  await lead.getByRole('button', { name: 'Call the meeting' }).click()
  await lead.waitForURL(/\/strategy\/[0-9a-f-]{36}$/)
  const path = new URL(lead.url()).pathname
  await expect(lead.getByText('No quorum')).toBeVisible()

  // the agency writes beforehand, and sees nothing of anybody else's
  const health = await as('health')
  await health.goto('/strategy')
  await expectAccessible(health)
  await health.goto(path)
  await formReady(health)
  await type(health, 'What does your agency know?', 'She came to the clinic with a man')
  await tick(health, 'Is this a fact or an opinion?', 'Fact')
  await type(health, 'Who or what does it come from?', 'Clinic nurse')
  await health.getByRole('button', { name: 'Add this' }).click()
  await expect(card(health, 'What your agency has said').getByText('She came to the clinic with a man')).toBeVisible()
  await expectAccessible(health)
  expect(await shipped(health, path)).not.toContain('told her worker')

  await lead.goto(path)
  await formReady(lead)
  for (const [who, agency, part] of [['Harjit Sandiford', /Council/, 'Social care'], ['Adaora Whitlock', /Community Health Trust/, 'Health']] as const) {
    const there = card(lead, 'Who is there')
    await type(there, 'Who', who)
    const options = there.getByLabel('Their agency').locator('option')
    const value = await options.filter({ hasText: agency }).first().getAttribute('value')
    await there.getByLabel('Their agency').selectOption(value)
    await tick(there, 'They come for', part)
    await there.getByRole('button', { name: 'Add them' }).click()
    await expect(there.getByText(who, { exact: true })).toBeVisible()
    await expect(field(there, 'Who')).toHaveValue('')
  }
  const decide = card(lead, 'What the meeting decides')
  await expect(decide.getByText('The police are not there.')).toBeVisible()
  await tick(decide, 'Is the threshold of section 47 met?', 'Yes: section 47 begins with this meeting')
  await type(decide, 'Reasons', 'She has been harmed and may be again')
  await tick(decide, 'Is there a criminal investigation?', 'Yes')
  await type(decide, 'Why, or why not?', 'Two men are named')
  await type(decide, 'What keeps the young person safe tonight?', 'Her aunt')
  await type(decide, 'Who tells the young person what, and when?', 'Her worker, tomorrow')
  await type(decide, 'Who tells the parents or carers what, and when?', 'The lead, today')
  await type(decide, 'What is done about those who harm?', 'A warning notice')
  await tick(decide, 'Is it looked at again?', 'No, nothing more is needed from a strategy meeting')
  const kept = lead.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && Boolean(answer.request().postData()?.includes('The conference takes over')))
  await type(decide, 'Why is nothing more needed?', 'The conference takes over')
  await kept
  await decide.getByRole('button', { name: /^Record the decision/ }).click()
  await expect(lead.getByRole('alert', { name: 'There is a problem' })).toContainText('The police are not there.')
  await expectAccessible(lead)

  // a lost page loses nothing, and immediate protection cannot wait for the police to dial in
  await lead.reload()
  await formReady(lead)
  await expect(field(decide, 'Reasons')).toHaveValue('She has been harmed and may be again')
  await type(decide, 'Why can immediate protection not wait for them?', 'The men know where she is tonight')
  await decide.getByRole('button', { name: /^Record the decision/ }).click()
  await expect(card(lead, 'What was decided').getByText('The men know where she is tonight')).toBeVisible()
  await expect(lead.getByText('Held, minutes to come')).toBeVisible()
  await expectAccessible(lead)
  await lead.goto(`${path}/minutes`)
  await expect(lead.getByRole('heading', { level: 1, name: 'Minutes of a strategy meeting' })).toBeVisible()
  await expectAccessible(lead)
  await lead.goto(path)
  await formReady(lead)
  await lead.getByRole('button', { name: 'Issue the minutes' }).click()
  await expect(lead.getByText('Resolved', { exact: true })).toBeVisible()

  const worker = await as(held.who)
  await worker.goto(`/cases/${held.id}`)
  await expect(card(worker, 'Child protection').getByText(/Section 47 begun on 19 Nov 2026/)).toBeVisible()
  await expect(card(worker, 'Child protection').getByText('Due by 10 Dec 2026')).toBeVisible()
  await expectAccessible(worker)
  await worker.goto(`/children/${held.child_id}`)
  await expect(card(worker, 'Child protection')).toBeVisible()
  await worker.goto('/strategy?show=done')
  await expectAccessible(worker)
  await health.goto(path)
  await expect(card(health, 'What was decided')).toBeVisible()
  expect(await shipped(health, path)).not.toContain('warning notice')
  const another = held.who === 'practitioner' ? 'practitioner2' : 'practitioner'
  for (const who of ['advisor', 'housing', another, 'chair', 'manager'] as const) {
    const other = await as(who)
    expect((await other.request.get(path)).status(), who).toBe(404)
  }
})
