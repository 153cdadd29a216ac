import { expectAccessible } from './support/axe'
import { setClock } from './support/clock'
import { card, field, formReady, openContactForm, PLAIN_CALL, saveContact, tick, typeCall } from './support/contact-form'
import { one, sql } from './support/database'
import { expect, test } from './support/test'

test.describe('what is wrong with a form', () => {
  test('is listed at its top in the order of the page, takes the focus, and leads to each field', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    await page.getByRole('button', { name: 'Save contact' }).press('Enter')
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(summary).toBeFocused()
    const links = summary.getByRole('link')
    const wrong = [
      'Say whether anyone is in immediate danger',
      'Choose who told us',
      'Write down what was said',
      'Say which child this is about',
      'Say whether exploitation is a concern',
      'Say whether the family agrees to help',
    ]
    const told = await links.allInnerTexts()
    expect(told.filter((text) => wrong.includes(text))).toEqual(wrong)
    await expectAccessible(page)

    const fields = {
      'Say whether anyone is in immediate danger': page.getByRole('radiogroup', { name: 'Immediate danger' }).getByLabel('No'),
      'Choose who told us': page.getByLabel('Who they are'),
      'Write down what was said': field(card(page, 'What was said'), 'What was said'),
      'Say which child this is about': page.getByLabel('A child on record'),
      'Say whether exploitation is a concern': page.getByRole('radiogroup', { name: 'Is exploitation a concern?' }).getByLabel('Yes'),
      'Say whether the family agrees to help': page.getByLabel('Yes, they agree'),
    }
    for (const [message, control] of Object.entries(fields)) {
      await links.filter({ hasText: message }).press('Enter')
      await expect(control, message).toBeFocused()
    }
    await expect(fields['Write down what was said']).toHaveAccessibleDescription(/Write down what was said/)

    await page.getByRole('button', { name: 'Save contact' }).press('Enter')
    await expect(summary, 'again, though nothing changed').toBeFocused()
  })

  test('says so at a date that does not exist or is to come, and at a text that is too long, and keeps all of it', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, child: { new: { first: 'Nell', last: 'Overstreet', born: ['31', '2', '2012'] } } })
    const said = field(card(page, 'What was said'), 'What was said')
    await said.fill('a'.repeat(20_001))
    await page.getByRole('button', { name: 'Save contact' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(summary).toContainText('What was said must be 20,000 characters or fewer')
    await expect(summary.getByRole('link')).toHaveCount(2)
    await expect(said).toHaveValue('a'.repeat(20_001))
    await expect(page.getByLabel('Day')).toHaveValue('31')
    await expectAccessible(page)

    await said.fill('A short account.')
    for (const [label, part] of [['Day', '1'], ['Month', '1'], ['Year', '2031']] as const) await page.getByLabel(label, { exact: true }).fill(part)
    await page.getByLabel('When it came').fill('2026-11-19T10:50')
    await page.getByRole('button', { name: 'Save contact' }).click()
    await expect(summary.getByRole('link')).toHaveText(['The contact cannot have come in the future'])
    await page.getByLabel('When it came').fill('2026-11-19T10:20')
    await page.getByRole('button', { name: 'Save contact' }).click()
    await expect(summary.getByRole('link')).toHaveText(['The date of birth must be in the past'])
    await summary.getByRole('link').press('Enter')
    await expect(page.getByLabel('Day', { exact: true })).toBeFocused()
    await page.getByLabel('Year', { exact: true }).fill('2011')
    await saveContact(page)
    await expect(page.getByText('Phone, 19 Nov 2026, 10:20')).toBeVisible()
  })
})

test('markup, emoji and text that runs from right to left are shown as they were typed, and run nothing', async ({ as }) => {
  const page = await as('advisor')
  const said = '<script>window.ran = 1</script><img src=x onerror="window.ran = 2"> <b>bold</b> & &amp; {{7*7}} ${7*7} 👩🏽‍🏫🙈 قالت لا أريد أن أعود ‹שלום›'
  await openContactForm(page)
  await typeCall(page, { ...PLAIN_CALL, said: 'x', child: { new: { first: '<i>Zoë</i>', last: '"O’Malley" & 子' } } })
  await field(card(page, 'What was said'), 'What was said').fill(said)
  await saveContact(page)
  await expect(card(page, 'What was said').getByText(said, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await card(page, 'What we know').getByRole('link', { name: '<i>Zoë</i> "O’Malley" & 子' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<i>Zoë</i> "O’Malley" & 子')
  await expect(page.getByRole('list', { name: 'Chronology, newest first' })).toContainText('<script>window.ran = 1</script>')
  expect(await page.evaluate('window.ran')).toBeUndefined()
  await page.goto('/contacts?show=all')
  await expect(page.getByRole('table').getByText('<script>window.ran = 1</script>')).toBeVisible()
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test.describe('a contact is made once', () => {
  const count = async (said: string) => (await sql('SELECT FROM contact WHERE what_was_said = $1', [said])).length

  test('however quickly Save is pressed twice', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'Pressed twice.' })
    await page.getByRole('button', { name: 'Save contact' }).dblclick()
    await page.waitForURL(/saved=1$/)
    expect(await count('Pressed twice.')).toBe(1)
  })

  test('though the answer was lost on the way and it is sent again', async ({ as, allow }) => {
    allow(/ERR_FAILED/)
    const page = await as('advisor')
    await openContactForm(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'Sent twice.' })
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    let lost = 0
    await page.route('**/contacts/new/*', async (route) => {
      if (route.request().method() !== 'POST' || lost++) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Save contact' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This is not saved yet' })).toContainText('What you typed is still on this page')
    expect(await count('Sent twice.')).toBe(1)
    await saveContact(page)
    expect(lost).toBeGreaterThan(1)
    expect(await count('Sent twice.')).toBe(1)
  })

  test('and going back from it does not lead to its form again', async ({ as }) => {
    const page = await as('advisor')
    await page.getByRole('link', { name: 'Log a contact' }).first().click()
    await formReady(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'Sent, then back.' })
    await saveContact(page)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  })

  test('and another call typed into its form is refused, not lost', async ({ as }) => {
    const page = await as('advisor')
    await openContactForm(page)
    const form = page.url()
    await typeCall(page, { ...PLAIN_CALL, said: 'The first call.' })
    await saveContact(page)
    await page.goto(form)
    await formReady(page)
    await typeCall(page, { ...PLAIN_CALL, said: 'The second call.' })
    await page.getByRole('button', { name: 'Save contact' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This is not saved' })).toContainText('saved already, as WRN-')
    await expect(field(card(page, 'What was said'), 'What was said')).toHaveValue('The second call.')
    expect(await count('The second call.')).toBe(0)
  })
})

test.describe('a draft', () => {
  test('is there again after a reload and on today’s page, and is gone once the contact is saved', async ({ as }) => {
    setClock(60) // the newest draft stands first
    const page = await as('advisor')
    await openContactForm(page)
    const address = page.url()
    await typeCall(page, { ...PLAIN_CALL, said: 'Half a call about a boy at the arcade.', child: { new: { first: 'Ivo', last: 'Trelawney' } } })
    await page.getByLabel('Do not tell the family who told us').check()
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await page.reload()
    await formReady(page)
    await expect(field(card(page, 'What was said'), 'What was said')).toHaveValue('Half a call about a boy at the arcade.')
    await expect(page.getByLabel('First name')).toHaveValue('Ivo')
    await expect(page.getByLabel('Do not tell the family who told us')).toBeChecked()

    await page.goto('/today')
    const drafts = card(page, 'Not finished yet')
    await expect(drafts).toContainText('Half a call about a boy at the arcade.')
    await expectAccessible(page)
    await drafts.getByRole('listitem').filter({ hasText: 'boy at the arcade' }).getByRole('link').click()
    await page.waitForURL(address)
    await formReady(page)
    await expect(field(card(page, 'What was said'), 'What was said')).toHaveValue('Half a call about a boy at the arcade.')
    await saveContact(page)
    await expect(page.getByText('Withhold identity from family')).toBeVisible()
    await page.goto('/today')
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    await expect(drafts.getByText('Half a call about a boy at the arcade.')).toHaveCount(0)
    expect(await sql('SELECT FROM draft WHERE id = $1', [address.split('/').at(-1)])).toEqual([])
  })

  test('of one person is not shown to another, who cannot write over it either', async ({ as }) => {
    const mine = await as('advisor')
    await openContactForm(mine)
    await field(card(mine, 'What was said'), 'What was said').fill('Nobody else reads this yet.')
    await expect(mine.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

    const theirs = await as('edt')
    await expect(theirs.getByText('Nobody else reads this yet.')).toHaveCount(0)
    await theirs.goto(mine.url())
    await formReady(theirs)
    const said = field(card(theirs, 'What was said'), 'What was said')
    await expect(said).toHaveValue('')
    await said.fill('Overwritten.')
    await expect(theirs.getByText(/^Not saved yet/)).toBeVisible()
    const [kept] = await sql<{ content: { whatWasSaid: string } }>('SELECT content FROM draft WHERE id = $1', [mine.url().split('/').at(-1)])
    expect(kept?.content.whatWasSaid).toBe('Nobody else reads this yet.')
  })
})

test.describe('a half-made decision and half-changed details', () => {
  test('are there again where they were left, and can be thrown away', async ({ as }) => {
    const child = await one<{ id: string }>(`SELECT c.id FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND c.family_name = 'Llewelyn-Price'`)
    const page = await as('advisor')
    await page.goto(`/children/${child.id}/edit`)
    await formReady(page)
    await field(page, 'School or college').fill('Half a change')
    await page.getByRole('link', { name: 'Record', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Llewelyn-Price/ })).toBeVisible()
    await page.goto(`/children/${child.id}/edit`)
    await formReady(page)
    await expect(page.getByText('This is what you had not saved yet')).toBeVisible()
    await expect(field(page, 'School or college')).toHaveValue('Half a change')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Throw it away and begin again' }).click()
    await expect(field(page, 'School or college')).not.toHaveValue('Half a change')
    await expect(page.getByText('This is what you had not saved yet')).toBeHidden()

    await openContactForm(page)
    await typeCall(page, PLAIN_CALL)
    await saveContact(page)
    await formReady(page)
    await tick(page, 'Where does it go?', 'Safeguarding')
    await page.getByLabel('Reason for the decision').fill('Half a reason')
    await expect(card(page, 'Decide where this goes').getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await page.reload()
    await formReady(page)
    await expect(page.getByLabel('Reason for the decision')).toHaveValue('Half a reason')
    await expect(page.getByRole('group', { name: 'Where does it go?' }).getByLabel('Safeguarding')).toBeChecked()
    await expectAccessible(page)
  })
})

test('two people change the same child: the second sees both versions, loses nothing, and decides', async ({ as }) => {
  const child = await one<{ id: string }>(`SELECT c.id FROM child c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND c.family_name = 'Wigglesworth'`)
  const first = await as('advisor')
  const second = await as('safeguarding')
  for (const page of [first, second]) {
    await page.goto(`/children/${child.id}/edit`)
    await formReady(page)
  }
  await expectAccessible(second)
  await field(first, 'Known as').fill('Alexie')
  await first.getByLabel('An interpreter is needed').check()
  await first.getByRole('button', { name: 'Save details' }).click()
  await first.waitForURL(`/children/${child.id}`)
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Alexandria (Alexie) Wigglesworth')

  await field(second, 'School or college').fill('Tarnside Academy')
  await field(second, 'How this young person likes to be spoken to').fill('Slowly, and never in front of others.')
  await second.getByRole('button', { name: 'Save details' }).click()
  const alert = second.getByRole('alert').filter({ hasText: 'Somebody else saved first' })
  await expect(alert).toBeVisible()
  const row = (name: string) => alert.getByRole('row').filter({ has: second.getByRole('rowheader', { name }) }).getByRole('cell')
  await expect(row('Known as')).toHaveText(['Alexie', 'Lexi'])
  await expect(row('Interpreter needed')).toHaveText(['Yes', 'Empty'])
  await expect(row('Speaking with them').nth(1)).toHaveText('Slowly, and never in front of others.')
  await expect(field(second, 'School or college')).toHaveValue('Tarnside Academy')
  await expectAccessible(second)

  await field(second, 'Known as').fill('Alexie')
  await second.getByLabel('An interpreter is needed').check()
  await second.getByRole('button', { name: 'Save mine over the newer version' }).click()
  await second.waitForURL(`/children/${child.id}`)
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Alexandria (Alexie) Wigglesworth')
  await expect(second.getByText('Tarnside Academy')).toBeVisible()
  await expect(second.getByText('Slowly, and never in front of others.')).toBeVisible()
  await expect(second.getByText(/interpreter needed/)).toBeVisible()
})

test('two people decide the same contact: the second is told who was first, and what was typed stays', async ({ as }) => {
  const first = await as('advisor')
  await openContactForm(first)
  await typeCall(first, { ...PLAIN_CALL, said: 'For two people to decide.' })
  await saveContact(first)
  const second = await as('safeguarding')
  await second.goto(first.url().replace('?saved=1', ''))
  for (const page of [first, second]) {
    await formReady(page)
    await tick(page, 'Where does it go?', 'Information and advice')
    await page.getByLabel('Reason for the decision').fill(page === first ? 'First.' : 'Second, and longer.')
    await tick(page, 'Does the person who told us know the outcome?', 'Not yet')
  }
  await first.getByRole('button', { name: 'Save decision' }).click()
  await expect(card(first, 'Decision')).toContainText('First.')
  await second.getByRole('button', { name: 'Save decision' }).click()
  const alert = second.getByRole('alert').filter({ hasText: 'Somebody else was quicker' })
  await expect(alert).toContainText('Bryony Achterberg decided this contact on 19 Nov 2026, 10:45: Information and advice. Your decision was not saved.')
  await expect(second.getByLabel('Reason for the decision')).toHaveValue('Second, and longer.')
  await expectAccessible(second)
})
