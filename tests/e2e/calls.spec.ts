import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { card, fact, openContactForm, saveContact, tick, typeCall, typeChild, type Call } from './support/contact-form'
import { decide } from './support/decision'
import { expect, test } from './support/test'

/** Types a call into a new form, saves it, and checks that its page shows what was typed. */
async function log(page: Page, call: Call, shown: Record<string, string | RegExp>): Promise<string> {
  await openContactForm(page)
  await typeCall(page, call)
  const reference = await saveContact(page)
  await expect(card(page, 'What was said').getByText(call.said ?? '', { exact: true })).toBeVisible()
  for (const [label, value] of Object.entries(shown)) await expect(fact(page, label), label).toHaveText(value)
  await expectAccessible(page)
  return reference
}

test('a school calls about a child who is not on record', async ({ as }) => {
  const page = await as('advisor')
  const call = {
    danger: 'No',
    name: 'Gwilym Prothero',
    organisation: 'Brindmoor High School',
    source: 'School',
    role: 'Head of year 9',
    phone: '(01632) 960 155',
    email: 'g.prothero@brindmoor.example',
    said: 'Aoife has missed three Mondays.\nShe is dropped off by a man whom nobody at school knows.',
    whereabouts: 'At school until 15:30',
    child: { new: { first: 'Aoife', last: 'Ní Dhubhghaill', born: ['1', '9', '2011'], sex: 'Female', school: 'Brindmoor High School' } },
    exploitation: 'Suspected',
    concerns: ['Absent or excluded from education', 'In vehicles with unknown adults'],
    childKnows: 'Yes',
    parentsKnow: 'No',
    consent: 'Not asked',
    consentReason: 'It may put her at risk',
  } as const satisfies Call
  await log(page, call, {
    'Who told us': 'Gwilym Prothero, Head of year 9, Brindmoor High School',
    Source: 'School',
    'How to reach them': '01632960155\ng.prothero@brindmoor.example',
    'How it came': 'Phone, 19 Nov 2026, 10:45',
    'Written down by': 'Bryony Achterberg, 19 Nov 2026, 10:45',
    'Where the child is': 'At school until 15:30',
    'The child knows': 'Yes',
    'The parents know': 'No',
    'Agree to help': 'Not asked: It may put her at risk',
  })
  await expect(card(page, 'What we know')).toContainText('Aoife Ní Dhubhghaill')
  await expect(card(page, 'What we know')).toContainText('Born 1 Sep 2011, aged 15')
  for (const concern of call.concerns) await expect(card(page, 'What was said').getByText(concern)).toBeVisible()
})

test('a hotel calls without a name about a girl in danger; the child is named once somebody knows', async ({ as }) => {
  const page = await as('edt')
  await openContactForm(page)
  await expect(page.getByText('Act now, write afterwards')).toBeHidden()
  await tick(page, 'Immediate danger', 'Yes')
  await expect(page.getByText('Act now, write afterwards')).toBeVisible()
  await expect(page.getByText('Call 999 and ask for the police')).toBeVisible()
  await expectAccessible(page)
  const call = {
    dangerAction: 'Caller told to ring 999; police on the way at 10:40',
    channel: 'Emergency Duty Team, out of hours',
    anonymous: true,
    said: 'A girl of about 14 was brought to room 12 by two men. She was crying and could not stand.',
    othersAtRisk: 'A second girl in the lobby',
    child: { unidentified: 'Long red hair, grey hoodie, about 14' },
    exploitation: 'Yes',
    concerns: ['Taken to hotels, flats or parties', 'Alcohol or drugs'],
    consent: 'Not asked',
    consentReason: 'Nobody is named',
  } as const satisfies Call
  await typeCall(page, call)
  await saveContact(page)
  await expect(page.getByRole('region', { name: 'Somebody may be in danger now' })).toContainText(call.dangerAction)
  await expect(page.getByText('Immediate danger', { exact: true })).toBeVisible()
  await expect(fact(page, 'Who told us')).toHaveText('Anonymous')
  await expect(fact(page, 'Source')).toHaveText('Anonymous')
  await expect(fact(page, 'Done about the danger')).toHaveText(call.dangerAction)
  await expect(fact(page, 'Others at risk')).toHaveText('A second girl in the lobby')
  await expect(card(page, 'What we know')).toContainText('No child is named yet.')
  await expect(card(page, 'What we know')).toContainText('Long red hair, grey hoodie, about 14')
  await expect(card(page, 'Suggested, with reasons')).toContainText('The child may be in immediate danger')
  await expectAccessible(page)

  await page.getByText('Say which child this is about').press('Enter')
  await typeChild(card(page, 'Which child'), { known: 'tilly hargreeves', choose: /Tilly Hargreaves/ })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save which child' }).press('Enter')
  await expect(card(page, 'What we know').getByRole('link', { name: /Hargreaves/ })).toBeVisible()
  await expect(page.getByText('Say which child this is about')).toBeHidden()
})

test('the police call about a child on record whose name is spelt wrongly, and must not be named to the family', async ({ as }) => {
  const page = await as('advisor')
  const call = {
    danger: 'No',
    channel: 'Police missing report',
    name: 'PC 4471 Ashworth',
    organisation: 'Three Rivers Police',
    source: 'Police',
    withheld: true,
    said: 'Found at 02:10 in a flat with four adults. Returned home.',
    child: { known: 'jasmin fetherstonhaugh', choose: /Jasmine Featherstonhaugh/ },
    exploitation: 'Yes',
    concerns: ['Missing, or whereabouts unclear'],
    childKnows: 'Yes',
    parentsKnow: 'Yes',
    views: '“She was only at a party.”',
    consent: 'No, they do not agree',
    consentReason: 'They see no need',
  } as const satisfies Call
  await log(page, call, {
    'Who told us': 'PC 4471 Ashworth, Three Rivers Police',
    Source: 'Police',
    'How it came': 'Police missing report, 19 Nov 2026, 10:45',
    'What they think': '“She was only at a party.”',
    'Agree to help': 'No, they do not agree: They see no need',
  })
  await expect(page.getByText('Do not tell the family who told us.')).toBeVisible()
  await expect(page.getByText('Withhold identity from family')).toBeVisible()
  await expect(card(page, 'What we know').getByRole('link', { name: 'Jasmine Featherstonhaugh' })).toBeVisible()
})

test('a parent asks for advice, and advice is what is recorded', async ({ as }) => {
  const page = await as('safeguarding')
  const call = {
    danger: 'No',
    name: 'Marek Dąbrowski',
    source: 'Family member or carer',
    said: 'He is worried about the time his son spends on his phone and asks what other parents do.',
    child: { new: { first: 'Igor', last: 'Dąbrowski', born: ['1', '1', '2014'], estimated: true, sex: 'Male' } },
    exploitation: 'No sign so far',
    concerns: ['Asking for information or advice'],
    parentsKnow: 'Yes',
    consent: 'Yes, they agree',
  } as const satisfies Call
  await log(page, call, { 'Who told us': 'Marek Dąbrowski', Source: 'Family member or carer', 'Agree to help': 'Yes, they agree' })
  await expect(card(page, 'What we know')).toContainText(/Igor Dąbrowski.*about/)
  await expect(card(page, 'Suggested, with reasons')).toContainText('Information or advice was asked for')
  await decide(page, { outcomes: ['Information and advice'], reason: 'A worry about screen time, no more.', told: 'Yes, they have been told', note: 'Sent him the guide for parents' })
  await expect(fact(page, 'Goes to')).toHaveText('Information and advice')
  await expect(fact(page, 'Referrer told')).toHaveText('Yes, they have been told: Sent him the guide for parents')
  await expect(page.getByText(/^Referral to/)).toHaveCount(0)
  await expectAccessible(page)
})

test('a young person calls about herself, in her own words, and agrees to help from a service', async ({ as }) => {
  const page = await as('advisor')
  await openContactForm(page)
  const call = {
    danger: 'No',
    name: 'Naledi Mokoena',
    source: 'The child or young person themselves',
    phone: '+44 7700 900 381',
    said: 'She wants to talk to somebody about a boy who keeps pictures of her.',
    childWords: 'I just want him to delete them and leave me alone.',
    child: { new: { first: 'Naledi', last: 'Mokoena', born: ['23', '5', '2010'], sex: 'Female' } },
    exploitation: 'Suspected',
    concerns: ['Images asked for, shared or used as a threat'],
    childKnows: 'Yes',
    parentsKnow: 'No',
    consent: 'Yes, they agree',
  } as const satisfies Call
  await typeCall(page, call)
  await saveContact(page)
  await expect(page.getByRole('blockquote')).toHaveText(call.childWords)
  await expect(fact(page, 'How to reach them')).toHaveText('07700900381')
  await expect(fact(page, 'Agree to help')).toHaveText('Yes, they agree')
  await decide(page, {
    outcomes: ['Other service'],
    service: 'Young people’s advocacy',
    summary: 'She wants help to have images taken down.',
    reason: 'It is what she asks for; CATE is told if more comes.',
    told: 'Not yet',
  })
  await expect(fact(page, 'Goes to')).toHaveText('Other service')
  await expect(fact(page, 'Referral to Young people’s advocacy')).toBeVisible()
})
