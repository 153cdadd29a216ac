import { expect, type Page } from '@playwright/test'
import { NOW } from './clock'
import { card, field, formReady, tick, type } from './contact-form'
import { one, sql } from './database'
import { fillDay, involve, type Boxes } from './plan'

/**
 * Steps of one young person's way through the pathway, each on a page of whoever takes it and as short as its form
 * allows: the specs of each room fill them in whole. A `day` is counted from the call.
 */
export const SCHOOL = 'Brindmoor High School'
export const DAY = 24 * 60 * 60
/** That many days after the call, as a date. */
export const on = (day: number) => new Date(Date.parse(NOW) + day * DAY * 1000).toISOString().slice(0, 10)
export const boxes = (day: number): Boxes => [on(day).slice(8), on(day).slice(5, 7), on(day).slice(0, 4)]

export async function logSession(page: Page, path: string): Promise<void> {
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
}

/** What the young person says, and that her parents are still to be heard. */
export async function heard(page: Page, view: string): Promise<void> {
  await tick(page, 'Has the young person been heard?', 'Yes')
  await field(page, 'What do they say?').fill(view)
  await tick(page, 'Have the parents or carers been heard?', 'Not yet')
  await field(page, 'Why not?').fill('Her mother works nights')
  await field(page, 'How and when will you try to hear them?').fill('A call on Saturday')
}

export async function assess(page: Page, path: string): Promise<void> {
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

/** A panel is planned for that day, with that young person on its agenda. */
export async function planPanel(page: Page, day: number, name: string): Promise<void> {
  await page.goto('/panels/new')
  await formReady(page)
  await page.getByLabel('When it meets').fill(`${on(day)}T11:00`)
  await field(page, 'Where').fill('Room 2')
  await field(page, 'Chair').selectOption({ label: 'Tobias Venkataraman' })
  await page.getByRole('button', { name: 'Plan the panel' }).click()
  await page.waitForURL(/\/panels\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: `Put ${name} on the agenda` }).click()
  await expect(page.locator('#agenda li')).toHaveCount(1)
}

/** The panel meets and decides, and the school undertakes something within a fortnight. Who sits there is written past the door: panels.spec.ts seats them by hand. */
export async function holdPanel(page: Page, day: number, caseId: string): Promise<void> {
  const { id, panel_id: panelId } = await one<{ id: string; panel_id: string }>('SELECT id, panel_id FROM panel_item WHERE case_id = $1', [caseId])
  await page.goto(`/panels/${panelId}`)
  await page.getByRole('button', { name: 'Open the meeting' }).click()
  await expect(page.getByText('Meeting now')).toBeVisible()
  for (const seat of ['chair', 'cate', 'social_care', 'police', 'health']) {
    await sql(`INSERT INTO panel_attendance (area_id, id, panel_id, seat, name, arrived_at, by_id) SELECT area_id, gen_random_uuid(), id, $2, 'Somebody for ' || $2, $3, chair_id FROM panel WHERE id = $1`, [panelId, seat, `${on(day)}T10:45:00Z`])
  }
  await page.goto(`/panels/${panelId}/meeting/${id}`)
  await formReady(page)
  await tick(page, 'Which level does the panel agree?', 'High')
  await field(page, 'Why this level?').fill('A man with a car, a debt, and nights out until eleven')
  await tick(page, 'Is a strategy meeting called?', 'Yes: safeguarding is told now')
  await page.getByRole('button', { name: 'Add an action' }).click()
  const action = page.getByRole('group', { name: 'Action 1' })
  await field(action, 'What is to be done?').fill('Meet her at the gate each afternoon')
  await field(action, 'Who does it?').selectOption({ label: 'An agency' })
  await field(action, 'Which agency?').selectOption({ label: SCHOOL })
  await fillDay(page, 'By when?', boxes(day + 14))
  await page.getByRole('button', { name: /^Decide/ }).click()
  await expect(card(page, 'Decided')).toBeVisible()
}

/** The safeguarding lead calls a meeting, or the review of one, for eleven on that day. Gives where it is. */
export async function callStrategy(page: Page, caseId: string, from: 'level' | 'review', day: number): Promise<string> {
  await page.goto(`/strategy/new/${caseId}?from=${from}`)
  await formReady(page)
  await field(page, 'What has happened?').fill('The panel agreed High: a man with a car, and a debt')
  await page.getByLabel('When', { exact: true }).fill(`${on(day)}T11:00`)
  await field(page, 'Where, or how to join').fill('Room 2')
  await field(page, 'What they are told').fill('Bring what you know of a man with a car at the school gate')
  await page.getByRole('button', { name: 'Call the meeting' }).click()
  await page.waitForURL(/\/strategy\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** It meets with its quorum and decides: to look at it again by that day, or that nothing more is needed. */
export async function holdStrategy(page: Page, reviewBy: number | null): Promise<void> {
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
  if (reviewBy === null) {
    await tick(form, 'Is it looked at again?', 'No, nothing more is needed from a strategy meeting')
    await field(form, 'Why is nothing more needed?').fill('The CATE plan holds')
  } else {
    await tick(form, 'Is it looked at again?', 'Yes, in a review')
    await form.getByLabel('The review is held by', { exact: true }).fill(`${on(reviewBy)}T11:00`)
  }
  await form.getByRole('button', { name: /^Record the decision/ }).click()
  await expect(page.getByText('Held, minutes to come')).toBeVisible()
}

export async function sendMinutes(page: Page, then: string): Promise<void> {
  await formReady(page)
  await page.getByRole('button', { name: 'Issue the minutes' }).click()
  await expect(page.getByText(then, { exact: true })).toBeVisible()
}

/** The school says that what it undertook is done. */
export async function doAction(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Meet her at the gate each afternoon' }).click()
  await formReady(page)
  await tick(page, 'Is it done?', 'Done')
  await field(page, 'What happened?').fill('Her form tutor walks out with her')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(page, 'What was said about it').getByText('Her form tutor walks out with her')).toBeVisible()
}

export async function review(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/review`)
  await formReady(page)
  await field(page, 'What has changed?').fill('Home by nine each night, and the phone is gone')
  await heard(page, 'I have my own friends again')
  await tick(page, 'Which level is it now?', 'Medium')
  await field(page, 'Why this level?').fill('Quiet weeks, and she says so herself')
  await page.getByRole('button', { name: 'Save the review' }).click()
  await expect(card(page, 'Reviews').getByText('Stepped down from High')).toBeVisible()
}

export async function writePlan(page: Page, day: number): Promise<void> {
  await page.getByRole('button', { name: 'Begin the safety plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Change the safety plan' })).toBeVisible()
  await formReady(page)
  for (const [label, words] of [
    ['When missing', 'One message by ten, then we ring you'], ['What works well', 'Dance on Tuesdays'], ['Worries', 'Late nights at the canal'],
    ['Trusted adults', 'Nan'], ['Contingency', 'Two missed evenings and we meet'], ['Who to call at night', 'The Emergency Duty Team, 01632 960 999'],
  ] as const) await field(page, label).fill(words)
  await involve(page, boxes(day))
  await fillDay(page, 'When is the plan reviewed?', boxes(day + 14))
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Draft, version 2')).toBeVisible()
  await formReady(page)
  await page.getByRole('button', { name: 'Issue the plan' }).click()
  await expect(page.getByText('Issued, version 3')).toBeVisible()
}
