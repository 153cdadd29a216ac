import { expectAccessible } from './support/axe'
import { formReady } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

test('a young person asks for the record: one person decides with the keyboard, a second agrees, and the copy is theirs', async ({ as }) => {
  test.setTimeout(150_000)
  const lead = await as('safeguarding')
  const shoot = async (page: typeof lead, name: string) => {
    for (const width of process.env.ACCESS_SHOTS ? [1280, 390] : []) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${process.env.ACCESS_SHOTS}/${name}-${width}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  // the child with the least told of her, and somebody to withhold: each passage is a page
  const { id } = await one<{ id: string }>(`
    SELECT c.child_id AS id FROM contact c JOIN area a ON a.id = c.area_id AND a.code = 'WRN'
    WHERE c.child_id IN (SELECT child_id FROM contact GROUP BY child_id HAVING count(*) = 1 AND bool_or(identity_withheld))
      AND NOT EXISTS (SELECT FROM cate_case k WHERE k.child_id = c.child_id) AND c.referrer_name IS NOT NULL ORDER BY c.received_at LIMIT 1`)
  await lead.goto(`/children/${id}`)
  await lead.getByRole('link', { name: 'Requests to see it' }).click()
  await formReady(lead)
  await lead.getByRole('button', { name: 'Log the request' }).click()
  await expect(lead.getByRole('alert').getByRole('link', { name: 'Choose who asks' })).toBeVisible()
  await expectAccessible(lead)
  await shoot(lead, 'log-errors')
  await lead.getByRole('radio', { name: 'The young person', exact: true }).check()
  await lead.getByLabel('Their name', { exact: true }).fill('The young person')
  await lead.getByLabel('How to reach them, and how they want the copy').fill('By hand, with the worker')
  await lead.getByLabel('How did you check who they are?').fill('Known to the worker')
  const day = await one<{ d: string; m: string; y: string }>(`SELECT to_char(max(received_at), 'DD') AS d, to_char(max(received_at), 'MM') AS m, to_char(max(received_at), 'YYYY') AS y FROM contact`)
  for (const name of ['When did the request come?', 'When was it clear who asks?']) {
    const group = lead.getByRole('group', { name })
    await group.getByLabel('Day').fill(day.d)
    await group.getByLabel('Month').fill(day.m)
    await group.getByLabel('Year').fill(day.y)
  }
  await lead.getByRole('button', { name: 'Log the request' }).click()
  await lead.waitForURL(/subject-access\/[0-9a-f-]{36}$/)
  await expectAccessible(lead)
  await shoot(lead, 'received')
  const path = new URL(lead.url()).pathname
  await lead.getByRole('button', { name: 'Take the record and begin' }).click()
  await expect(lead.getByRole('heading', { name: 'First reading' })).toBeVisible()
  await expectAccessible(lead)
  await shoot(lead, 'redacting')

  // every passage with the keyboard alone: what is marked is chosen already
  await lead.getByRole('link', { name: 'Decide the next passage' }).click()
  for (let at = 0; at < 60; at++) {
    await lead.waitForURL(new RegExp(`${path}/\\d+$`))
    await formReady(lead)
    const chosen = lead.getByRole('radio', { name: 'Give it with words blacked out' })
    if (at === 0) await expectAccessible(lead)
    if (await chosen.isChecked()) await shoot(lead, 'marked')
    else {
      await lead.getByRole('radio', { name: 'Give all of it' }).focus()
      await lead.keyboard.press('Space')
    }
    const before = lead.url()
    await lead.getByRole('button', { name: 'Save and go on' }).focus()
    await lead.keyboard.press('Enter')
    await lead.waitForURL((url) => url.href !== before)
    if (new URL(lead.url()).pathname === path) break
  }
  await lead.getByRole('button', { name: 'Send to the second reader' }).click()
  await expect(lead.getByText('a second person reads it')).toBeVisible()
  await expect(lead.getByRole('link', { name: 'Read the next passage' })).toHaveCount(0)

  const auditor = await as('auditor')
  await auditor.goto('/subject-access')
  await expectAccessible(auditor)
  await shoot(auditor, 'list')
  await auditor.goto(path)
  await auditor.getByRole('link', { name: 'Read the next passage' }).click()
  for (let at = 0; at < 60; at++) {
    await auditor.waitForURL(new RegExp(`${path}/\\d+$`))
    await formReady(auditor)
    if (at === 0) await expectAccessible(auditor)
    if (at === 0) await shoot(auditor, 'second')
    await auditor.getByRole('radio', { name: 'Yes' }).check()
    const before = auditor.url()
    await auditor.getByRole('button', { name: 'Save and go on' }).click()
    await auditor.waitForURL((url) => url.href !== before)
    if (new URL(auditor.url()).pathname === path) break
  }
  await auditor.getByRole('button', { name: 'It is ready' }).click()
  await expect(auditor.getByRole('heading', { name: 'Ready to hand over' })).toBeVisible()
  await expect(auditor.getByRole('link', { name: 'Open the PDF' })).toHaveCount(0)

  await lead.goto(path)
  await expectAccessible(lead)
  await shoot(lead, 'ready')
  const { name } = await one<{ name: string }>(`SELECT referrer_name AS name FROM contact WHERE child_id = '${id}'`)
  const [pdf, data] = await Promise.all(['pdf', 'json'].map((as_) => lead.request.get(`${path}/${as_}`)))
  expect([pdf?.headers()['content-type'], data?.headers()['content-type']]).toEqual(['application/pdf', 'application/json; charset=utf-8'])
  const copy = (await data?.text()) ?? ''
  expect(copy).not.toContain(name)
  expect(copy).toContain('[withheld]')
  expect((await auditor.request.get(`${path}/pdf`)).status()).toBe(404)
  await lead.locator('summary', { hasText: 'End the request' }).click()
  await lead.getByRole('radio', { name: 'The copy was handed over' }).check()
  await lead.getByLabel('What happened?').fill('Given by hand, read together')
  await lead.getByRole('button', { name: 'End the request' }).click()
  await expect(lead.getByText('The copy that was handed over')).toBeVisible()
})
