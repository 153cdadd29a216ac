import { expectAccessible } from './support/axe'
import { card, formReady, openContactForm, saveContact, tick, type, typeCall, PLAIN_CALL } from './support/contact-form'
import { one } from './support/database'
import { expect, test } from './support/test'

// nobody else of that school: where many of one are known to be exploited, they stand before an address
const ODD = { first: 'Seraphina', last: 'Wexcombe', born: ['9', '8', '2012'], sex: 'Female', address: '4 Kiln Yard', postcode: 'wm4 7zz', school: 'Lowmarsh School' } as const
const again = { ...ODD, first: 'Serafina', last: 'Wexcome', address: '4, Kiln Yard' } as const

test('a child who is told of twice is proposed, joined by the safeguarding lead, shown with both histories, and separated again', async ({ as }) => {
  test.setTimeout(180_000)
  const advisor = await as('advisor')

  await test.step('the first call makes a record', async () => {
    await openContactForm(advisor)
    await typeCall(advisor, { ...PLAIN_CALL, said: 'She was at the bus station again after ten.', child: { new: { ...ODD, born: [...ODD.born] } } })
    await saveContact(advisor)
    await expect(card(advisor, 'What we know')).toContainText('None. This is the first.')
  })

  await test.step('the second, with other spelling, is shown the record while it is typed, and goes on', async () => {
    await openContactForm(advisor)
    await typeCall(advisor, { ...PLAIN_CALL, said: 'A neighbour saw her in a car with a man.', exploitation: 'Suspected', child: { new: { ...again, born: [...again.born] } } })
    const maybe = advisor.getByRole('region', { name: 'This may be a child on record' })
    await expect(maybe).toContainText('Seraphina Wexcombe')
    await expect(maybe).toContainText('Same address')
    await expectAccessible(advisor)
    await saveContact(advisor)
  })

  await test.step('the contact shows what is known and why, and the proposal', async () => {
    const known = card(advisor, 'What we know')
    await expect(known.getByRole('link', { name: 'Seraphina Wexcombe' })).toBeVisible()
    await expect(known).toContainText('Same address')
    const proposed = card(advisor, 'This may be a child on record')
    await expect(proposed).toContainText('Likely the same')
    await expect(proposed).toContainText('Same date of birth')
    await expect(proposed.getByText('They are the same child', { exact: true })).toHaveCount(0)
    await proposed.getByText('Ask the safeguarding lead to join them').press('Enter')
    await formReady(advisor)
    await type(proposed, 'Why they may be the same child', 'One address and one date of birth; the name was spelt over the phone.')
    await proposed.getByRole('button', { name: 'Ask the lead' }).press('Enter')
    await expect(proposed.getByRole('status')).toHaveText('The safeguarding lead has been asked.')
    await expectAccessible(advisor)
  })

  const lead = await as('safeguarding')
  await test.step('the lead is told, compares the two and joins them', async () => {
    await lead.goto('/alerts')
    await expect(lead.getByText('may be one child: the front door asks you to judge').first()).toBeVisible()
    await lead.goto('/children/matches')
    await formReady(lead)
    const pair = lead.getByRole('listitem').filter({ has: lead.getByRole('link', { name: 'Serafina Wexcome' }) }).first()
    await expect(pair).toContainText('Likely the same')
    await expectAccessible(lead)
    await pair.getByText('They are the same child', { exact: true }).press('Enter')
    await tick(pair, 'Which record is kept?', `Seraphina Wexcombe, ${await referenceOf('Wexcombe')}`)
    await pair.getByRole('button', { name: 'Join the two records' }).press('Enter')
    // a reason is asked for
    await expect(pair.getByRole('alert').or(lead.getByRole('alert')).first()).toContainText('Give the reason')
    await type(pair, 'Why they are the same child', 'Her mother confirmed the spelling by phone.')
    // kept as it is typed: the page may be left and opened again
    await expect(pair.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await lead.reload()
    await formReady(lead)
    await expect(pair.getByLabel('Why they are the same child')).toHaveValue('Her mother confirmed the spelling by phone.')
    await expectAccessible(lead)
    await pair.getByRole('button', { name: 'Join the two records' }).press('Enter')
    await expect(lead.getByRole('link', { name: 'Serafina Wexcome' })).toHaveCount(0)
  })

  await test.step('either name leads to one record with both histories', async () => {
    await lead.goto('/children')
    await lead.getByRole('searchbox').or(lead.getByLabel('Find a child')).first().fill('Serafina Wexcome')
    const found = lead.getByRole('list', { name: 'Children found' }).getByRole('listitem').first()
    await expect(found).toContainText('Seraphina Wexcombe')
    await expect(found).toContainText('a joined record')
    await found.getByRole('link').click()
    await expect(lead.getByRole('heading', { level: 1, name: 'Seraphina Wexcombe' })).toBeVisible()
    const other = await referenceOf('Wexcome')
    await expect(lead.getByRole('table', { name: 'Contacts about this young person' })).toContainText(`From ${other}`)
    await expect(lead.getByRole('list', { name: 'Chronology, newest first' })).toContainText(`from ${other}`)
    await expect(card(lead, 'Joined records')).toContainText('Her mother confirmed the spelling by phone.')
    await expectAccessible(lead)
    await card(lead, 'Joined records').getByRole('link', { name: other }).click()
    await expect(lead.getByRole('region', { name: /This record was joined to/ })).toContainText('kept as it was')
    await expectAccessible(lead)
    await lead.getByRole('link', { name: 'Open the joined record' }).click()
    await expect(lead.getByRole('heading', { level: 1, name: 'Seraphina Wexcombe' })).toBeVisible()
  })

  await test.step('and undone, each stands alone again', async () => {
    await formReady(lead)
    const joined = card(lead, 'Joined records')
    await joined.getByText('Undo this and separate the records').press('Enter')
    await type(joined, 'Why it is undone', 'They are cousins: the school sent both numbers.')
    await joined.getByRole('button', { name: 'Separate the records' }).press('Enter')
    await expect(card(lead, 'Joined records')).toHaveCount(0)
    await expect(lead.getByRole('table', { name: 'Contacts about this young person' })).not.toContainText('From')
    await expect(card(lead, 'Another record may be of this child')).toContainText('Serafina Wexcome')
  })
})

test('the list of pairs reads well on a narrow screen and is empty of what was judged', async ({ as }) => {
  const page = await as('advisor', { viewport: { width: 390, height: 844 } })
  await page.goto('/children/matches')
  await expect(page.getByRole('heading', { level: 1, name: 'Records that may be one child' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Judged' }).click()
  await expectAccessible(page)
})

async function referenceOf(family: string): Promise<string> {
  return (await one<{ reference: string }>('SELECT reference FROM child WHERE family_name = $1', [family])).reference
}
