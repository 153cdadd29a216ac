import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

const MINUTE = 60

/** An alert of Wrenmoor that waits for the advisors. */
async function alertFor(why: string): Promise<void> {
  await sql(
    `INSERT INTO alert (area_id, id, kind, key, owner_role, why, record_type, record_id, raised_at, raised_by_id)
     SELECT a.id, gen_random_uuid(), 'call_on_open_case', gen_random_uuid()::text, 'advisor', $1, 'contact', c.id, '2026-11-19T09:00:00Z', c.logged_by_id
     FROM area a JOIN LATERAL (SELECT id, logged_by_id FROM contact WHERE area_id = a.id ORDER BY reference LIMIT 1) c ON true WHERE a.code = 'WRN'`,
    [why],
  )
}

test('an alert is acknowledged, and another’s page shows it within five seconds without losing what is typed there', async ({ as }) => {
  await alertFor('The first thing was noticed.')
  await alertFor('The second thing was noticed.')
  const lead = await as('safeguarding')
  await lead.goto('/alerts?show=waiting')
  const theirs = (why: string) => lead.getByRole('listitem').filter({ hasText: why })
  await theirs('The first thing').getByLabel('What was done').fill('Half a sentence')
  await expectAccessible(lead)

  const advisor = await as('advisor')
  await advisor.getByRole('link', { name: 'Alerts' }).first().click()
  const own = advisor.getByRole('listitem').filter({ hasText: 'The second thing' })
  await own.getByLabel('What was done').fill('Rang them back')
  await own.getByRole('button', { name: /Acknowledge/ }).click()
  await expect(own).toHaveCount(0)

  await expect(theirs('The second thing')).toHaveCount(0, { timeout: 5_000 })
  await expect(theirs('The first thing').getByLabel('What was done')).toHaveValue('Half a sentence')
  await advisor.goto('/alerts?show=acknowledged')
  await expect(advisor.getByRole('listitem').filter({ hasText: 'The second thing' })).toContainText('Rang them back')
  await expectAccessible(advisor)
})

test('a page that refreshes itself does not keep its session from idling', async ({ as }) => {
  const lead = await as('safeguarding', { ownSession: true })
  await lead.goto('/alerts?show=waiting')
  const seen = () => one<{ seen: Date }>(`SELECT max(last_seen_at) AS seen FROM session s JOIN user_account u ON u.id = s.user_id WHERE u.email = 'safeguarding@demo.test'`)
  const before = await seen()
  setClock(5 * MINUTE)
  await alertFor('Something else was noticed.')
  // any change of that kind makes the page ask again, also where it was not listening yet; announced as the door does
  const area = await one<{ id: string }>(`SELECT id FROM area WHERE code = 'WRN'`)
  await sql(`SELECT pg_notify('waymark', $1 || pg_current_xact_id())`, [`${area.id} alert.raised `])
  await expect(lead.getByText('Something else was noticed.')).toBeVisible({ timeout: 5_000 })
  expect(await seen()).toEqual(before)
})

test('an administrator sees the background jobs and runs one', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Background jobs' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Background jobs' })).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: /Run now: Passes on alerts/ }).click()
  await expect(admin.getByRole('table', { name: /Passes on alerts/ }).getByText('Done').first()).toBeVisible({ timeout: 15_000 })
  await expectAccessible(admin)
})
