import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stale } from '../../lib/access/errors'
import { editChild } from '../../lib/children/commands'
import { logContact } from '../../lib/contacts/commands'
import { readChild } from '../../lib/records/queries'
import { childForm, contactForm } from '../support/inputs'
import { makeCase, makeChild, makeContact, makeDecision, makeReferral } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** A child's record: one reading, one editor at a time. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const read = (childId: string, who = world.as.safeguarding) => readChild.run(who, request(), { childId })

describe('editing a child', () => {
  it('saves every field, and empties those that are emptied', async () => {
    const child = await makeChild(world)
    const full = childForm(child, {
      givenName: 'Aisha', familyName: 'Rahman', knownAs: 'Ash',
      dateOfBirth: { day: '29', month: 'February', year: '2012' }, birthEstimated: true, sex: 'F',
      ethnicity: 'APKN', disabilities: ['HEAR', 'AUT'], firstLanguage: 'Urdu', interpreterNeeded: true,
      legalStatus: 'CPP', nhsNumber: '943-476-5919',
      upn: 'X801-2000-0000 1', school: 'Brook High', gpPractice: 'The Surgery', howToSpeak: 'Slowly, and facing her',
    })
    await editChild.run(world.as.advisor, request(), full)
    expect(await read(child)).toMatchObject({
      version: 2, name: 'Aisha (Ash) Rahman', dateOfBirth: '2012-02-29', born: 'Born about 29 Feb 2012, aged 14',
      sex: 'F', ethnicity: 'APKN', disabilities: ['HEAR', 'AUT'],
      firstLanguage: 'Urdu', interpreterNeeded: true, legalStatus: 'CPP', nhsNumber: '9434765919',
      upn: 'X801200000001', school: 'Brook High', gpPractice: 'The Surgery', howToSpeak: 'Slowly, and facing her',
    })
    await editChild.run(world.as.advisor, request(), childForm(child, {
      version: 2, givenName: 'Aisha', familyName: 'Rahman', dateOfBirth: { day: '', month: '', year: '' },
    }))
    expect(await read(child)).toMatchObject({
      version: 3, name: 'Aisha Rahman', dateOfBirth: null, born: 'Date of birth not known', nhsNumber: null,
      upn: null, legalStatus: null, school: null, gpPractice: null, firstLanguage: null, howToSpeak: null,
      disabilities: [],
    })
  })

  it('from a version that is no longer the newest is refused, and shows the newer one', async () => {
    const child = await makeChild(world)
    await editChild.run(world.as.advisor, request(), childForm(child, {
      givenName: 'Ada’s', familyName: 'Version', howToSpeak: 'Softly',
    }))
    const stale = await editChild.run(world.as.edt, request(), childForm(child, { givenName: 'Edith’s', familyName: 'Version' })).catch(
      (error: unknown) => error,
    )
    expect(stale).toBeInstanceOf(Stale)
    expect((stale as Stale).current).toMatchObject({
      version: 2, givenName: 'Ada’s', familyName: 'Version', howToSpeak: 'Softly', dateOfBirth: '2011-04-03',
    })
    expect(Object.keys((stale as Stale).current).sort()).toEqual(
      Object.keys(childForm(child)).filter((key) => key !== 'childId').sort(),
    )
    expect(await read(child)).toMatchObject({ name: 'Ada’s Version', version: 2 })
    // with both in view the second may save over it
    await editChild.run(world.as.edt, request(), childForm(child, { version: 2, givenName: 'Edith’s', familyName: 'Version' }))
    expect(await read(child)).toMatchObject({ name: 'Edith’s Version', version: 3 })
  })

  it('by several at once has one winner, and the others are shown what won', async () => {
    const child = await makeChild(world)
    const editors = ['Ada', 'Edith', 'Safia', 'Cleo', 'Dan']
    const answers = await Promise.allSettled(
      editors.map((givenName) => editChild.run(world.as.advisor, request(), childForm(child, { givenName }))),
    )
    const won = answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [editors[at]] : []))
    expect(won).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({
        kind: 'stale', current: { givenName: won[0], version: 2 },
      })
    }
  })

  it('over a contact that raised the flag meanwhile is shown as stale, so that the flag is seen', async () => {
    const child = await makeChild(world)
    await logContact.run(world.as.advisor, request(), contactForm({
      exploitation: 'yes', child: { kind: 'known', childId: child },
    }))
    await expect(editChild.run(world.as.edt, request(), childForm(child))).rejects.toMatchObject({ kind: 'stale' })
    await editChild.run(world.as.edt, request(), childForm(child, { version: 2 }))
    expect(await read(child)).toMatchObject({ exploitation: 'yes' })
  })

  it.each([
    ['tomorrow', { day: '20', month: '11', year: '2026' }, 'The date of birth must be in the past'],
    ['a century and a day ago', { day: '18', month: '11', year: '1926' }, 'Check the year of birth'],
    ['31 June', { day: '31', month: '6', year: '2010' }, 'There is no such date; check the day and the month'],
    [
      '29 February of a common year', { day: '29', month: '2', year: '2011' },
      'There is no such date; check the day and the month',
    ],
    ['half a date', { day: '', month: '2', year: '2011' }, 'Enter the day, the month and the year'],
  ])('with a birth on %s asks again', async (_, dateOfBirth, message) => {
    const child = await makeChild(world)
    await expect(editChild.run(world.as.advisor, request(), childForm(child, { dateOfBirth }))).rejects.toMatchObject(
      { kind: 'invalid', fields: { dateOfBirth: message } },
    )
  })

  it('takes a birth today and one a hundred years ago', async () => {
    for (const dateOfBirth of [{ day: '19', month: '11', year: '2026' }, { day: '19', month: '11', year: '1926' }]) {
      await editChild.run(world.as.advisor, request(), childForm(await makeChild(world), { dateOfBirth }))
    }
  })

  it('tells nothing of a number that a hidden child has: it is saved as any other', async () => {
    await makeChild(world, world.a, { nhs_number: '9434765919' })
    const own = await makeChild(world)
    await makeCase(world, { child: own, holder: world.as.practitioner })
    await editChild.run(world.as.practitioner, request(), childForm(own, { nhsNumber: '9434765919' }))
    expect(await read(own)).toMatchObject({ nhsNumber: '9434765919' })
  })
})
