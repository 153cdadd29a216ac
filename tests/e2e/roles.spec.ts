import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { one, sql } from './support/database'
import { PEOPLE, PERSON_KEYS, type PersonKey } from './support/people'
import { expect, test } from './support/test'

/**
 * What each person gets, by hand: y is the page, - is "nothing here". The columns are ADDRESSES, in their order:
 * lists, then the records of one young person of Wrenmoor whose case is in its plan and held by somebody who is
 * not in this table, then the case and the child of Maya Thistlewood (practitioner).
 */
const TABLE: Record<PersonKey, string> = {
  //                       today password contacts new ours children referrals cases figures audit people person agency | contact child edit referral case | case child
  advisor: '               y     y        y        y   -    y        y         -     -       -     -      -      -      y         y     y    y        -    -      y',
  edt: '                   y     y        y        y   -    y        y         -     -       -     -      -      -      y         y     y    y        -    -      y',
  safeguarding: '          y     y        y        y   -    y        y         -     -       -     -      -      -      y         y     y    y        y    y      y',
  practitioner: '          y     y        -        -   -    y        y         y     -       -     -      -      -      -         -     -    -        -    y      y',
  practitioner2: '         y     y        -        -   -    y        y         y     -       -     -      -      -      -         -     -    -        -    -      -',
  cateManager: '           y     y        -        -   -    y        y         y     -       -     -      -      -      y         y     y    y        y    y      y',
  chair: '                 y     y        -        -   -    y        -         -     -       -     -      -      -      y         y     -    -        y    y      y',
  police: '                y     y        -        -   y    y        -         -     -       -     -      -      -      y         y     -    -        y    y      y',
  health: '                y     y        -        -   y    -        -         -     -       -     -      -      -      -         -     -    -        -    -      -',
  school: '                y     y        -        -   y    -        -         -     -       -     -      -      -      -         -     -    -        -    -      -',
  housing: '               y     y        -        -   y    -        -         -     -       -     -      -      -      -         -     -    -        -    -      -',
  licensing: '             y     y        -        -   -    -        -         -     -       -     -      -      -      -         -     -    -        -    -      -',
  manager: '               y     y        -        -   -    -        -         -     y       y     -      -      -      -         -     -    -        -    -      -',
  auditor: '               y     y        y        -   -    y        y         -     y       y     -      -      -      y         y     -    y        y    y      y',
  analyst: '               y     y        -        -   -    -        -         -     y       -     -      -      -      -         -     -    -        -    -      -',
  admin: '                 y     y        -        -   -    -        -         -     -       -     y      y      y      -         -     -    -        -    -      -',
  marchfordAdvisor: '      y     y        y        y   -    y        y         -     -       -     -      -      -      -         -     -    -        -    -      -',
  marchfordSafeguarding: ' y     y        y        y   -    y        y         -     -       -     -      -      -      -         -     -    -        -    -      -',
}

const LISTS = ['/today', '/password', '/contacts', '/contacts/new', '/our-contacts', '/children', '/referrals', '/cases', '/oversight', '/audit', '/admin', '/admin/new', '/admin/agency']

type Case = { id: string; child: string; referral: string; contact: string }

async function addresses(): Promise<string[]> {
  const whole = await one<Case>(`
    SELECT c.id, c.child_id AS child, c.referral_id AS referral, r.contact_id AS contact FROM cate_case c
      JOIN area a ON a.id = c.area_id JOIN referral r ON r.id = c.referral_id JOIN user_account u ON u.id = c.allocated_to_id
    WHERE a.code = 'WRN' AND c.stage = 'plan' AND u.email NOT IN ('practitioner@demo.test', 'practitioner2@demo.test') ORDER BY c.reference LIMIT 1`)
  const mayas = await one<Case>(`
    SELECT c.id, c.child_id AS child FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND c.stage = 'plan' ORDER BY c.reference LIMIT 1`)
  return [
    ...LISTS,
    `/contacts/${whole.contact}`,
    `/children/${whole.child}`,
    `/children/${whole.child}/edit`,
    `/referrals/${whole.referral}`,
    `/cases/${whole.id}`,
    `/cases/${mayas.id}`,
    `/children/${mayas.child}`,
  ]
}

const NOWHERE = '00000000-0000-4000-8000-000000000000'
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** An answer without what differs from one request to the next: the ids in the address, the policy's nonce. */
async function answerTo(page: Page, path: string) {
  const response = await page.request.get(path)
  const html = await response.text()
  const same = html.replace(new RegExp(ID, 'g'), 'ID').replace(/nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, 'NONCE')
  return { status: response.status(), title: /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '', html: same, headers: Object.keys(response.headers()).sort() }
}

/**
 * A record that is refused is answered exactly as one that does not exist. Asked again where the two differ: the
 * pieces of a streamed page are sent in the order in which they happen to be ready, and a difference that tells
 * something would be there every time.
 */
async function expectAlike(page: Page, theirs: string, nobodys: string): Promise<void> {
  await expect(async () => expect(await answerTo(page, theirs)).toEqual(await answerTo(page, nobodys))).toPass({ timeout: 10_000 })
}

for (const who of PERSON_KEYS) {
  const [, name, role] = PEOPLE[who]
  test(`${who} lands on today’s work, and finds what their role opens and nothing else`, async ({ as }) => {
    const page = await as(who)
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    await expect(page.getByRole('banner')).toContainText(name)
    await expect(page.getByRole('banner')).toContainText(role)
    await expectAccessible(page)

    const paths = await addresses()
    const expected = TABLE[who].trim().split(/\s+/).map((answer) => (answer === 'y' ? 200 : 404))
    const answers = await Promise.all(paths.map((path) => answerTo(page, path)))
    const pairs = (statuses: number[]) => paths.map((path, at) => `${statuses[at]} ${path}`)
    expect(pairs(answers.map(({ status }) => status))).toEqual(pairs(expected))

    for (const [at, answer] of answers.entries()) {
      if (answer.status !== 404) continue
      expect(answer.html, paths[at]).toContain('There is nothing here')
      const nobodys = paths[at]?.replace(ID, NOWHERE) ?? ''
      if (nobodys !== paths[at]) await expectAlike(page, paths[at] ?? '', nobodys)
    }
    await expectNoNames(answers.map(({ title }) => title))
  })
}

test('a contact or a child of another area is answered exactly as one that does not exist', async ({ as }) => {
  const page = await as('marchfordAdvisor')
  const { contact, child } = await one<Case>(`SELECT c.id AS contact, c.child_id AS child FROM contact c JOIN area a ON a.id = c.area_id
    WHERE a.code = 'WRN' AND c.child_id IS NOT NULL ORDER BY c.reference LIMIT 1`)
  for (const [theirs, nobodys] of [
    [`/contacts/${contact}`, `/contacts/${NOWHERE}`],
    [`/children/${child}`, `/children/${NOWHERE}`],
    [`/children/${child}/edit`, `/children/${NOWHERE}/edit`],
  ] as const) {
    await expectAlike(page, theirs, nobodys)
  }
})

test('the page that says nothing is here is accessible and leads back to work', async ({ as, allow }) => {
  allow(/status of 404/)
  const page = await as('health')
  await page.goto('/audit')
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to today’s work' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
})

async function expectNoNames(titles: string[]): Promise<void> {
  const words = new Set(titles.join(' ').toLowerCase().split(/[^\p{L}’-]+/u))
  const names = await sql<{ name: string }>('SELECT given_name AS name FROM child UNION SELECT family_name FROM child UNION SELECT known_as FROM child WHERE known_as IS NOT NULL')
  expect(names.map(({ name }) => name.toLowerCase()).filter((name) => words.has(name))).toEqual([])
}
