import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { one, sql } from './support/database'
import { PEOPLE, PERSON_KEYS } from './support/people'
import { expect, test } from './support/test'

/**
 * What each person gets at each address, by hand: y is the page, - is "nothing here". One mark for each of PERSON_KEYS,
 * in their order. CONTACT, CHILD, REFERRAL and CASE are those of one young person of Wrenmoor whose case is in its plan
 * and held by somebody who is not in this table; MAYAS are of a case of Maya Thistlewood's (practitioner).
 */
const TABLE: Readonly<Record<string, string>> = {
  //                          adv edt saf pra pr2 cam cha pol hea sch hou lic man aud ana adm mAd mSa
  '/today':                   'y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y',
  '/password':                'y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y   y',
  '/contacts':                'y   y   y   -   -   -   -   -   -   -   -   -   -   y   -   -   y   y',
  '/handover':               'y   y   y   -   -   -   -   -   -   -   -   -   -   y   -   -   y   y',
  '/contacts/new':            'y   y   y   -   -   -   -   -   -   -   -   -   -   -   -   -   y   y',
  '/our-contacts':            '-   -   -   -   -   -   -   y   y   y   y   -   -   -   -   -   -   -',
  '/children':                'y   y   y   y   y   y   y   y   -   -   -   -   -   y   -   -   y   y',
  '/referrals':               'y   y   y   y   y   y   -   -   -   -   -   -   -   y   -   -   y   y',
  '/enquiries':               '-   -   y   -   -   y   -   y   y   y   y   -   -   y   -   -   -   y',
  '/enquiries/new?child=CHILD': '-   -   y   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  '/cases':                   '-   -   -   y   y   y   -   -   -   -   -   -   -   -   -   -   -   -',
  '/actions':                 '-   -   y   y   y   y   y   y   y   y   y   -   -   y   -   -   -   y',
  '/exits':                   '-   -   -   -   -   -   -   y   y   y   y   -   -   -   -   -   -   -',
  '/oversight':               '-   -   -   -   -   -   -   -   -   -   -   -   y   y   y   -   -   -',
  '/oversight/on-time':       '-   -   -   -   -   -   -   -   -   -   -   -   y   y   y   -   -   -',
  '/oversight/now':           '-   -   -   -   -   -   -   -   -   -   -   -   y   y   -   -   -   -',
  '/oversight/rows/contacts': '-   -   -   -   -   -   -   -   -   -   -   -   y   y   -   -   -   -',
  '/oversight/publish':       '-   -   -   -   -   -   -   -   -   -   -   -   y   y   -   -   -   -',
  '/oversight/pivot':         '-   -   -   -   -   -   -   -   -   -   -   -   y   y   y   -   -   -',
  '/audit':                   '-   -   -   -   -   -   -   -   -   -   -   -   y   y   -   -   -   -',
  '/admin':                   '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/admin/new':               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/admin/agency':            '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/alerts':                  'y   y   y   y   y   y   y   y   y   y   y   -   y   y   -   -   y   y',
  '/admin/jobs':              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/admin/area':              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/admin/room':              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/directory':               'y   y   y   y   y   y   y   y   y   y   y   y   y   y   -   y   y   y',
  '/directory/new':           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   y   -   -',
  '/contacts/CONTACT':        'y   y   y   -   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
  '/children/CHILD':          'y   y   y   -   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
  '/children/CHILD/edit':     'y   y   y   -   -   y   -   -   -   -   -   -   -   -   -   -   -   -',
  '/children/CHILD/chronology': 'y   y   y   -   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
  // a manager is led on to where it stands, which tells nothing of the child
  '/referrals/REFERRAL':      'y   y   y   -   -   y   -   -   -   -   -   -   y   y   -   -   -   -',
  '/cases/CASE':              '-   -   y   -   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
  '/cases/CASE/review':       '-   -   -   -   -   y   -   -   -   -   -   -   -   -   -   -   -   -',
  '/cases/CASE/exit':         '-   -   -   -   -   y   -   -   -   -   -   -   -   -   -   -   -   -',
  '/cases/MAYAS_CASE':        '-   -   y   y   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
  '/children/MAYAS_CHILD':    'y   y   y   y   -   y   y   y   -   -   -   -   -   y   -   -   -   -',
}

type Case = { id: string; child: string; referral: string; contact: string }

/** The addresses of the table with the records of the demo in them. */
async function addresses(): Promise<string[]> {
  const whole = await one<Case>(`
    SELECT c.id, c.child_id AS child, c.referral_id AS referral, r.contact_id AS contact FROM cate_case c
      JOIN area a ON a.id = c.area_id JOIN referral r ON r.id = c.referral_id JOIN user_account u ON u.id = c.allocated_to_id
    WHERE a.code = 'WRN' AND c.stage = 'plan' AND u.email NOT IN ('practitioner@demo.test', 'practitioner2@demo.test') AND NOT EXISTS (SELECT FROM case_cover v WHERE v.case_id = c.id AND v.ended_at IS NULL) ORDER BY c.reference LIMIT 1`)
  const mayas = await one<Pick<Case, 'id' | 'child'>>(`
    SELECT c.id, c.child_id AS child FROM cate_case c JOIN user_account u ON u.id = c.allocated_to_id
    WHERE u.email = 'practitioner@demo.test' AND c.stage = 'plan' AND NOT EXISTS (SELECT FROM case_cover v WHERE v.case_id = c.id AND v.ended_at IS NULL) ORDER BY c.reference LIMIT 1`)
  const records: Readonly<Record<string, string>> = {
    MAYAS_CASE: mayas.id, MAYAS_CHILD: mayas.child, CONTACT: whole.contact, CHILD: whole.child, REFERRAL: whole.referral, CASE: whole.id,
  }
  return Object.keys(TABLE).map((path) => path.replace(/[A-Z_]{4,}/, (word) => records[word] ?? word))
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
    const expected = Object.values(TABLE).map((marks) => (marks.split(/\s+/)[PERSON_KEYS.indexOf(who)] === 'y' ? 200 : 404))
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
