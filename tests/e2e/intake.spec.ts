import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, fact, field, formReady, openContactForm, PLAIN_CALL, saveContact, tick, type, typeCall, typeChild } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

const kindOfCall = (page: Page, label: string) => field(page, 'Kind of call').selectOption({ label })
const saidBox = (page: Page) => field(card(page, 'What was said'), 'What was said')

/** Opens a fold by its words. */
async function unfold(page: Page, summary: string): Promise<void> {
  const details = page.locator('details').filter({ has: page.getByText(summary, { exact: true }) })
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open))) await details.locator('summary').press('Enter')
}

test('an ordinary school call is led by the template, and words that blame are asked about', async ({ as }) => {
  const page = await as('advisor')
  await openContactForm(page)
  await expect(page.getByText('What to ask')).toBeHidden()
  await kindOfCall(page, 'School')
  await expect(page.getByRole('region', { name: 'What to ask: School' })).toContainText('how many whole school days were missed')
  await expect(page.getByLabel('Who they are')).toHaveValue('2A')
  await expectAccessible(page)

  await typeCall(page, { danger: 'No', name: 'Ffion Prydderch', organisation: 'Brindmoor High School' })
  await saidBox(page).fill('Cerys puts herself at risk when she absconds. She said: “My boyfriend puts himself at risk.”')
  const hints = page.getByRole('list', { name: 'Words to look at again' }).first()
  await expect(hints.getByRole('listitem')).toHaveCount(2)
  await expect(hints).toContainText('“puts herself at risk” could be “is put at risk by others”')
  await expectAccessible(page)
  // by the keyboard alone: from the box to the better phrase, and back into the box
  await saidBox(page).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Use “is put at risk by others”' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(saidBox(page)).toHaveValue('Cerys is put at risk by others when she absconds. She said: “My boyfriend puts himself at risk.”')
  await expect(saidBox(page)).toBeFocused()
  await expect(hints.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: /^Leave it\s+as it is, “absconds”$/ }).click()
  await expect(hints.getByRole('listitem')).toHaveCount(0)

  await typeChild(card(page, 'Which child'), { new: { first: 'Cerys', last: 'Abernethy-Vale', born: ['2', '2', '2012'] } })
  await typeCall(page, { exploitation: 'Suspected', concerns: ['Absent or excluded from education'], consent: 'Yes, they agree' })
  await type(page, 'Whole school days missed', '12')
  await expect(page.getByText('UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18').first()).toBeVisible()
  await saveContact(page)
  await expect(card(page, 'What was said')).toContainText('School days missed: 12')
  await expect(card(page, 'What was said')).toContainText('Asked with the prompts for: School, Waymark’s version 1')
  await expect(fact(page, 'Source')).toHaveText('School')
  await expect(fact(page, 'Basis for sharing')).toHaveText('Our task is to safeguard a child who may be at risk (UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18)')
  await expectAccessible(page)
})

test('a hotel reports a place and a vehicle without a name and without a child', async ({ as }) => {
  const page = await as('edt')
  await openContactForm(page)
  await kindOfCall(page, 'Hotel, taxi or other business')
  await typeCall(page, { danger: 'No', anonymous: true, said: 'Young girls come and go at night with older men. A silver van waits outside.', exploitation: 'Suspected' })
  await expect(page.getByRole('button', { name: 'Add a vehicle' })).toBeHidden()
  await tick(page, 'Which child is this about?', 'We do not know which child')
  await page.getByRole('button', { name: 'Add a place' }).press('Enter')
  const place = page.getByLabel('Address, or what the place is called')
  await expect(place).toBeFocused()
  await place.fill('Crown Hotel, 2 Quay Street, WM4 1AA')
  await page.getByRole('button', { name: 'Add a vehicle' }).press('Enter')
  await page.getByLabel('Registration, or what it looks like').fill('silver van, wm19 xyz')
  await page.getByRole('group', { name: 'Vehicle 2' }).getByLabel('What else is known of it').fill('Waits from 22:00')
  await page.getByRole('button', { name: 'Add a person' }).press('Enter')
  await expectAccessible(page)

  await typeCall(page, { consent: 'Not asked', consentReason: 'Nobody is named' })
  await page.getByRole('button', { name: 'Save contact' }).press('Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await summary.getByRole('link', { name: 'Say who, what or where, or remove it' }).press('Enter')
  await expect(page.getByLabel('Name, or what they are called')).toBeFocused()
  await page.getByRole('button', { name: 'Remove person 3' }).press('Enter')
  await saveContact(page)
  await expect(fact(page, 'Who told us')).toHaveText('Anonymous')
  await expect(card(page, 'What we know')).toContainText('No child is named yet.')
  const subjects = card(page, 'People, places and vehicles').getByRole('listitem')
  await expect(subjects).toHaveCount(2)
  await expect(subjects.filter({ hasText: 'Vehicle' })).toContainText('silver van, wm19 xyz')
  await expect(subjects.filter({ hasText: 'Vehicle' })).toContainText('Waits from 22:00')
  expect(await sql(`SELECT normalised FROM contact_subject WHERE kind = 'vehicle' AND normalised = 'WM19XYZ'`)).toHaveLength(1)
  await expectAccessible(page)
})

test('a young person calls about herself: her own words stay hers, and each consent is a question of its own', async ({ as }) => {
  const page = await as('advisor')
  await openContactForm(page)
  await kindOfCall(page, 'Young person about themselves')
  await expect(page.getByRole('region', { name: 'What to ask: Young person about themselves' })).toContainText('Are you safe where you are')
  const words = 'My boyfriend says I’m promiscuous. I only put myself at risk because of him.'
  await typeCall(page, {
    danger: 'No', name: 'Wren Tamsin-Hoyle', said: 'She asks what happens if she tells somebody.', childWords: words,
    child: { new: { first: 'Wren', last: 'Tamsin-Hoyle', born: ['9', '6', '2011'], sex: 'Female' } }, exploitation: 'Suspected', childKnows: 'Yes', parentsKnow: 'No',
  })
  await typeCall(page, { consent: 'No, they do not agree', consentReason: 'Not yet, she says' })
  await unfold(page, 'Medical consent, and another basis for sharing')
  await tick(page, 'Do they agree to medical care?', 'Agreed to medical care')
  await type(page, 'To what, or what they said', 'To see the nurse at the clinic')
  await expect(page.getByRole('list', { name: 'Words to look at again' }).getByRole('listitem')).toHaveCount(0)
  await expectAccessible(page)
  await saveContact(page)
  await expect(page.getByRole('blockquote')).toHaveText(words)
  await expect(fact(page, 'Source')).toHaveText('The child or young person themselves')
  await expect(fact(page, 'Agree to help')).toHaveText('No, they do not agree: Not yet, she says')
  await expect(fact(page, 'Medical care')).toHaveText('Agreed to medical care: To see the nurse at the clinic')
  await expect(fact(page, 'Basis for sharing')).toContainText('Art 6(1)(e)')
})

type OpenCase = { id: string; reference: string; child: string; name: string }
const heldByMaya = (offset: number) => one<OpenCase>(`
  SELECT k.id, k.reference, c.id AS child, c.given_name || ' ' || c.family_name AS name FROM cate_case k JOIN area a ON a.id = k.area_id
    JOIN user_account u ON u.id = k.allocated_to_id JOIN child c ON c.id = k.child_id
  WHERE a.code = 'WRN' AND k.closed_at IS NULL AND u.name = 'Maya Thistlewood' AND c.known_as IS NULL ORDER BY k.reference LIMIT 1 OFFSET ${offset}`)

async function choose(page: Page, open: OpenCase): Promise<void> {
  await typeChild(card(page, 'Which child'), { known: open.name, choose: new RegExp(`${open.name}.*Open to Maya Thistlewood`) })
}

test('a call on an open case is recorded on the case, is no contact, and its practitioner is told', async ({ as }) => {
  const open = await heldByMaya(0)
  const counted = () => one<{ n: number }>('SELECT count(*)::int AS n FROM contact')
  const before = await counted()
  const page = await as('advisor')
  await openContactForm(page)
  await typeCall(page, { danger: 'No', name: 'Rhodri Pengelly', source: 'School', said: 'She was collected by the man with the silver van again.' })
  await choose(page, open)
  await expect(page.getByText(`${open.name} has an open case, with Maya Thistlewood`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save contact' })).toBeHidden()
  await expectAccessible(page)
  await typeCall(page, { exploitation: 'Suspected', consent: 'Yes, they agree' })
  await page.getByRole('button', { name: 'Record on the case' }).press('Enter')
  await page.waitForURL(/\/case-notes\/[0-9a-f-]{36}\?saved=1$/)
  await expect(page.getByRole('status')).toContainText(`Recorded on case ${open.reference}`)
  await expect(page.getByText('Maya Thistlewood has been told. It is not counted as a contact.')).toBeVisible()
  await expectAccessible(page)
  expect(await counted()).toEqual(before)

  const maya = await as('practitioner')
  await maya.goto('/alerts')
  const alert = maya.getByRole('listitem').filter({ hasText: open.reference }).first()
  await expect(alert).toContainText('A call about an open case')
  await expectAccessible(maya)
  await alert.getByRole('link', { name: 'A call about an open case' }).click()
  await expect(maya.getByRole('heading', { level: 1 })).toHaveText(`Call on case ${open.reference}`)
  await expect(card(maya, 'What was said')).toContainText('the man with the silver van again')
  await maya.goto(`/cases/${open.id}`)
  await expect(card(maya, 'Calls recorded on this case')).toContainText('the man with the silver van again')
  await expectAccessible(maya)
  await maya.goto(`/children/${open.child}`)
  await expect(maya.getByRole('list', { name: 'Chronology, newest first' })).toContainText(`Call on case ${open.reference} from school`)
})

test('a call on an open case may be a contact of its own when somebody says why', async ({ as }) => {
  const open = await heldByMaya(1)
  const page = await as('advisor')
  await openContactForm(page)
  await typeCall(page, { ...PLAIN_CALL, child: undefined, said: 'About the older brother of a girl with an open case.' })
  await choose(page, open)
  await tick(page, 'Where does this call go?', 'It is separate: log a new contact')
  await page.getByRole('button', { name: 'Save contact' }).press('Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await summary.getByRole('link', { name: /say why it is a contact of its own/ }).press('Enter')
  await expect(page.getByLabel('Why it is separate')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Why it is separate').fill('It is about her brother')
  await saveContact(page)
  await expect(fact(page, 'Why not on the open case')).toHaveText('It is about her brother')
})

/** What a reader of paper sees of that element: its own words, or what stands in their place. */
const onPaper = (element: Locator) => element.evaluate((at) => {
  const kept = at.querySelector('[data-on-paper]')
  return kept ? getComputedStyle(kept, '::after').content.replaceAll('"', '') : (at as HTMLElement).innerText
})

test('a withheld identity is named on the screen with a warning, and on no paper', async ({ as }) => {
  const page = await as('advisor')
  await openContactForm(page)
  await typeCall(page, { ...PLAIN_CALL, name: 'Aunt Philomena', source: 'Family member or carer', withheld: true, child: { new: { first: 'Orla', last: 'Penhaligon-Reed' } } })
  await saveContact(page)
  await expect(fact(page, 'Who told us')).toHaveText('Aunt Philomena')
  await expect(page.getByText('Do not tell the family who told us.')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Aunt Philomena')).toBeHidden()
  await expect(page.getByText('Do not tell the family who told us.')).toBeHidden()
  expect(await onPaper(fact(page, 'Who told us'))).toBe('Withheld')
  expect(await onPaper(fact(page, 'Source'))).toBe('Withheld')
  await page.emulateMedia({ media: null })
  await card(page, 'What we know').getByRole('link', { name: 'Orla Penhaligon-Reed' }).click()
  const chronology = page.getByRole('list', { name: 'Chronology, newest first' })
  await expect(chronology).toContainText('Contact from family member or carer')
  await page.emulateMedia({ media: 'print' })
  await expect(chronology.getByText('Contact from family member or carer')).toBeHidden()
  expect(await onPaper(chronology)).toBe('Contact; who told us is withheld')
  await expect(page.getByText('Family member or carer', { exact: true })).toBeHidden()
})

test('everything of a call is in its draft', async ({ as }) => {
  const open = await heldByMaya(2)
  const page = await as('advisor')
  await openContactForm(page)
  await kindOfCall(page, 'Police report')
  await saidBox(page).fill('Half of it.')
  await choose(page, open)
  await unfold(page, 'People, places and vehicles it is about')
  await page.getByRole('button', { name: 'Add a vehicle' }).click()
  await page.getByLabel('Registration, or what it looks like').fill('WM20 ABC')
  await unfold(page, 'Medical consent, and another basis for sharing')
  await tick(page, 'On what basis is this shared?', 'Not to be shared further for now')
  await type(page, 'Why it is not to be shared', 'The police asked us to wait')
  // what was typed last is on the server, and not only what stood there at an earlier pause
  const key = page.url().split('/').at(-1)
  const kept = async () => (await sql<{ note: string | null }>(`SELECT content->>'sharingNote' AS note FROM draft WHERE id = $1`, [key]))[0]?.note
  await expect.poll(kept).toBe('The police asked us to wait')
  await page.reload()
  await formReady(page)
  await expect(page.getByRole('region', { name: 'What to ask: Police report' })).toBeVisible()
  await expect(page.getByText(`${open.name} has an open case, with Maya Thistlewood`)).toBeVisible()
  await expect(page.getByLabel('Registration, or what it looks like')).toHaveValue('WM20 ABC')
  await unfold(page, 'Medical consent, and another basis for sharing')
  await expect(page.getByLabel('Why it is not to be shared')).toHaveValue('The police asked us to wait')
  await expect(page.getByRole('button', { name: 'Record on the case' })).toBeVisible()
})

test('an administrator writes the area’s own prompts, which the next call shows', async ({ as }) => {
  const admin = await as('admin')
  await admin.getByRole('link', { name: 'Call templates' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Call templates' })).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('link', { name: 'Parent or carer' }).click()
  await formReady(admin)
  await admin.getByLabel('Prompts').fill('How are you?\nWhere is your child now?')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(admin.getByRole('row').filter({ hasText: 'Parent or carer' })).toContainText('1 of this area')

  const page = await as('advisor')
  await openContactForm(page)
  await kindOfCall(page, 'Parent or carer')
  await expect(page.getByRole('region', { name: 'What to ask: Parent or carer' }).getByRole('listitem')).toHaveText(['How are you?', 'Where is your child now?'])
})

/** Counts on the page what a person does: fields typed into, searches, choices. */
async function counting(page: Page): Promise<() => Promise<{ typed: string[]; searches: string[]; choices: string[]; presses: number }>> {
  await page.evaluate(() => {
    const done = { typed: new Set<string>(), searches: new Set<string>(), choices: new Set<string>(), presses: 0 }
    const nameOf = (at: HTMLInputElement) => at.name || at.id
    document.addEventListener('input', ({ target }) => {
      const at = target as HTMLInputElement
      if (['radio', 'checkbox', 'select-one'].includes(at.type)) done.choices.add(nameOf(at))
      else (at.getAttribute('role') === 'combobox' ? done.searches : done.typed).add(nameOf(at))
    }, true)
    document.addEventListener('pointerdown', () => { done.presses += 1 }, true)
    Object.assign(window, { done })
  })
  return () => page.evaluate(() => {
    const { done } = window as unknown as { done: { typed: Set<string>; searches: Set<string>; choices: Set<string>; presses: number } }
    return { typed: [...done.typed], searches: [...done.searches], choices: [...done.choices], presses: done.presses }
  })
}

test('the shortest contact about a child on record takes what the README says', async ({ as }) => {
  const child = await one<{ name: string }>(`
    SELECT c.given_name || ' ' || c.family_name AS name FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND c.family_name = 'Wójcik'`)
  const page = await as('advisor')
  await openContactForm(page)
  const count = await counting(page)
  const choose = (group: string, label: string) => page.getByRole('radiogroup', { name: group }).getByLabel(label, { exact: true }).click()
  await choose('Immediate danger', 'No')
  await field(page, 'Name').click()
  await page.keyboard.type('Ms Farrow')
  await page.getByLabel('Who they are').selectOption({ label: 'School' })
  await saidBox(page).click()
  await page.keyboard.type('He came without lunch again, and says that there is none at home.')
  await choose('Which child is this about?', 'A child on record')
  await field(page, 'Find the child').click()
  await page.keyboard.type('jozef wojcik')
  await page.getByRole('option', { name: child.name }).first().click()
  await choose('Is exploitation a concern?', 'No sign so far')
  await choose('Do they agree to help from a service?', 'Yes, they agree')
  await page.getByRole('button', { name: 'Save contact' }).click()
  await page.waitForURL(/saved=1$/)
  const { typed, searches, choices, presses } = await count()
  expect([typed, searches, choices]).toEqual([
    ['referrerName', 'whatWasSaid'], ['child.childId'], ['danger', 'sourceCode', 'childKind', 'exploitation', 'consent'],
  ])
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`The shortest contact about a child on record takes ${words[typed.length]} typed fields, ${words[searches.length]} search and ${words[choices.length]} choices`)
  expect(presses, 'presses of the mouse, beside the list of who they are').toBe(9)
})
