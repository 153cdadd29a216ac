import { expect, type Locator, type Page } from '@playwright/test'

/** A call as it is typed; what is left out is left as the form has it. */
export type Call = {
  danger?: 'Yes' | 'No'
  dangerAction?: string
  channel?: string
  anonymous?: boolean
  name?: string
  organisation?: string
  source?: string
  role?: string
  phone?: string
  email?: string
  withheld?: boolean
  said?: string
  childWords?: string
  whereabouts?: string
  othersAtRisk?: string
  child?: { known: string; choose: RegExp } | { new: NewChild } | { unidentified: string }
  exploitation?: 'Yes' | 'Suspected' | 'No sign so far'
  concerns?: string[]
  childKnows?: 'Yes' | 'No' | 'Not known'
  parentsKnow?: 'Yes' | 'No' | 'Not known'
  views?: string
  consent?: 'Yes, they agree' | 'No, they do not agree' | 'Not asked'
  consentReason?: string
}

export type NewChild = { first: string; last: string; born?: [day: string, month: string, year: string]; estimated?: boolean; sex?: 'Female' | 'Male'; address?: string; postcode?: string; school?: string }

/** Everything that must be answered, about nobody in particular, for tests of something else. */
export const PLAIN_CALL = {
  danger: 'No',
  name: 'Pat Neighbour',
  source: 'Acquaintance, such as a neighbour or childminder',
  said: 'A girl was seen waiting alone at the bus station late in the evening.',
  child: { unidentified: 'About 13, school uniform' },
  exploitation: 'No sign so far',
  consent: 'Not asked',
  consentReason: 'Nobody is named',
} as const satisfies Call

/** An empty contact form that listens. */
export async function openContactForm(page: Page): Promise<void> {
  await page.goto('/contacts/new')
  await formReady(page)
}

/** The page listens to its forms: before that, what is typed or pressed would be lost. */
export async function formReady(page: Page): Promise<void> {
  await page.locator('form[data-ready]').first().waitFor({ state: 'attached' })
}

/** The field of that label, optional or not. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label.replace(/[?()]/g, '\\$&')}( \\(optional\\))?$`))
}

/** The card of that title. */
export function card(page: Page, title: string): Locator {
  return page.locator('section[data-card]').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
}

/** Types into a field: the first words key by key, the rest at once, as a fast hand would. */
export async function type(within: Page | Locator, label: string, text: string): Promise<void> {
  const control = field(within, label)
  await control.focus()
  await control.pressSequentially(text.slice(0, KEYS))
  if (text.length > KEYS) await control.page().keyboard.insertText(text.slice(KEYS))
}

const KEYS = 30

/** Chooses a radio or a checkbox of that group with the space bar. */
export async function tick(within: Page | Locator, group: string, label: string): Promise<void> {
  const control = within.getByRole('group', { name: group }).or(within.getByRole('radiogroup', { name: group })).getByLabel(label, { exact: true })
  await control.focus()
  await control.press('Space')
  await expect(control).toBeChecked()
}

/** Types a call into an open form, in the order of the form. */
export async function typeCall(page: Page, call: Call): Promise<void> {
  if (call.danger) await tick(page, 'Immediate danger', call.danger)
  if (call.dangerAction) await type(page, 'What has been done about the danger', call.dangerAction)
  await typeReferrer(card(page, 'Who told us'), call)
  await typeWhatWasSaid(card(page, 'What was said'), call)
  if (call.child) await typeChild(card(page, 'Which child'), call.child)
  await typeConcerns(card(page, 'Concerns'), call)
  await typeFamily(card(page, 'The family'), call)
}

async function typeReferrer(part: Locator, call: Call): Promise<void> {
  if (call.channel) await field(part, 'How it came').selectOption({ label: call.channel })
  if (call.anonymous) await tick(part, 'Do we know who they are?', 'No, they are anonymous')
  if (call.name) await type(part, 'Name', call.name)
  if (call.organisation) await type(part, 'Organisation', call.organisation)
  if (call.source) await field(part, 'Who they are').selectOption({ label: call.source })
  if (call.role || call.phone || call.email) await open(part, 'Role, phone and e-mail')
  if (call.role) await type(part, 'Role', call.role)
  if (call.phone) await type(part, 'Phone', call.phone)
  if (call.email) await type(part, 'E-mail', call.email)
  if (call.withheld) await part.getByLabel('Do not tell the family who told us').press('Space')
}

async function typeWhatWasSaid(part: Locator, call: Call): Promise<void> {
  if (call.said) await type(part, 'What was said', call.said)
  if (call.childWords || call.whereabouts || call.othersAtRisk) await open(part, 'The child’s own words, where the child is, who else is at risk')
  if (call.childWords) await type(part, 'The child’s own words', call.childWords)
  if (call.whereabouts) await type(part, 'Where the child is now', call.whereabouts)
  if (call.othersAtRisk) await type(part, 'Who else is at risk', call.othersAtRisk)
}

/** Says which child, in a contact form or beside a contact that named none. */
export async function typeChild(part: Locator, child: NonNullable<Call['child']>): Promise<void> {
  const which = 'Which child is this about?'
  if ('unidentified' in child) {
    await tick(part, which, 'We do not know which child')
    return type(part, 'What you know of the child', child.unidentified)
  }
  if ('known' in child) {
    await tick(part, which, 'A child on record')
    await type(part, 'Find the child', child.known)
    const option = part.getByRole('option', { name: child.choose })
    await expect(option).toBeVisible()
    const box = field(part, 'Find the child')
    while ((await option.getAttribute('aria-selected')) !== 'true') await box.press('ArrowDown')
    return box.press('Enter')
  }
  const { first, last, born, estimated, sex, address, postcode, school } = child.new
  await tick(part, which, 'A child not on record')
  await type(part, 'First name', first)
  await type(part, 'Last name', last)
  if (born) for (const [at, label] of ['Day', 'Month', 'Year'].entries()) await type(part, label, born[at] ?? '')
  if (estimated) await part.getByLabel('This is an estimate').press('Space')
  if (sex) await tick(part, 'Sex', sex)
  if (address || postcode || school) await open(part, 'Address, phone and school')
  if (address) await type(part, 'Address', address)
  if (postcode) await type(part, 'Postcode', postcode)
  if (school) await type(part, 'School or college', school)
}

async function typeConcerns(part: Locator, call: Call): Promise<void> {
  if (call.exploitation) await tick(part, 'Is exploitation a concern?', call.exploitation)
  for (const concern of call.concerns ?? []) {
    const box = part.getByLabel(concern, { exact: true })
    const group = part.locator('details').filter({ has: part.page().getByLabel(concern, { exact: true }) })
    if (!(await box.isVisible())) await group.locator('summary').press('Enter')
    await box.press('Space')
    await expect(box).toBeChecked()
  }
}

async function typeFamily(part: Locator, call: Call): Promise<void> {
  if (call.childKnows) await tick(part, 'Does the child know about this contact?', call.childKnows)
  if (call.parentsKnow) await tick(part, 'Do the parents know?', call.parentsKnow)
  if (call.views) await type(part, 'What they think, in their words', call.views)
  if (call.consent) await tick(part, 'Do they agree to help from a service?', call.consent)
  if (call.consentReason) await type(part, call.consent === 'No, they do not agree' ? 'What they said' : 'Why not', call.consentReason)
}

async function open(part: Locator, summary: string): Promise<void> {
  const details = part.locator('details').filter({ has: part.page().getByText(summary, { exact: true }) })
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open))) await details.locator('summary').press('Enter')
}

/** Saves the form and gives the reference that the contact got, from the page it leads to. */
export async function saveContact(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save contact' }).press('Enter')
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}\?saved=1$/)
  const heading = page.getByRole('heading', { level: 1, name: /^Contact WRN-\d{4}-\d{5}$/ })
  await expect(heading).toBeVisible()
  return (await heading.innerText()).replace('Contact ', '')
}

/** What the page says beside that label, in any of its lists of facts. */
export function fact(page: Page, label: string): Locator {
  return page.locator('dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd').first()
}
