import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifyChildren, searchChildren } from '../../lib/children/queries'
import { makeCase, makeChild } from '../support/records'
import { makeSearchWorld, nhsNumber, upn, type Sought } from '../support/search-world'
import { makeWorld, request, type World } from '../support/world'

/** Finding a child whose name was heard over a bad line, among three hundred others. */
let world: World
let sought: Record<Sought, string>
beforeAll(async () => {
  world = await makeWorld()
  sought = await makeSearchWorld(world)
  await world.sql.query('ANALYZE')
})
afterAll(() => world.close())

const search = (query: string, who = world.as.advisor) => searchChildren.run(who, request(), { query })
const five = async (query: string) => (await search(query)).slice(0, 5).map((match) => match.id)

describe('among the first five', () => {
  it.each<[string, string, Sought]>([
    ['the exact name', 'Siobhan Fitzgerald', 'siobhan'],
    ['in small letters', 'siobhan fitzgerald', 'siobhan'],
    ['in capitals, with space', '  SIOBHAN   FITZGERALD ', 'siobhan'],
    ['the family name first', 'Fitzgerald Siobhan', 'siobhan'],
    ['with a comma', 'Fitzgerald, Siobhan', 'siobhan'],
    ['the family name alone', 'Fitzgerald', 'siobhan'],
    ['the first name alone', 'Siobhan', 'siobhan'],
    ['one letter wrong', 'Siobhan Fitzgerold', 'siobhan'],
    ['one letter wrong in each', 'Siobhen Fitzjerald', 'siobhan'],
    ['one letter missing', 'Siobhan Fitgerald', 'siobhan'],
    ['one letter too many', 'Siobhann Fitzgerald', 'siobhan'],
    ['two letters swapped', 'Siobhan Fitzgreald', 'siobhan'],
    ['two letters swapped at the front', 'Isobhan Fitzgerald', 'siobhan'],
    ['as it sounds', 'Kathryn Thompson', 'catherine'],
    ['as it sounds, another way', 'Katherine Thomson', 'catherine'],
    ['another spelling', 'Muhammad Rehman', 'mohammed'],
    ['another spelling again', 'Mohamed Rahman', 'mohammed'],
    ['an apostrophe typed straight', "Niamh O'Connor", 'oconnor'],
    ['no apostrophe', 'Niamh OConnor', 'oconnor'],
    ['a space for the apostrophe', 'Niamh O Connor', 'oconnor'],
    ['letters of another alphabet', 'Łukasz Szymański', 'szymanski'],
    ['plain letters for them', 'Lukasz Szymanski', 'szymanski'],
    ['half of a double name', 'Ruby Hartley', 'double'],
    ['a double name without its hyphen', 'Ruby Hartley Woods', 'double'],
    ['what she likes to be called', 'Jazzy Begum', 'aisha'],
    ['what she likes to be called, alone', 'Jazzy', 'aisha'],
    ['another name she was known by', 'Ayesha Chowdhury', 'aisha'],
    ['another name, one letter wrong', 'Ayesha Chowdhuri', 'aisha'],
    ['the date of birth alone', '7/3/2010', 'siobhan'],
    ['the date of birth in words', '7 Mar 2010', 'siobhan'],
    ['the date of birth as a computer writes it', '2010-03-07', 'siobhan'],
    ['day and month swapped', '3/7/2010', 'siobhan'],
    ['a common name with her date of birth', 'Siobhan 7.3.2010', 'siobhan'],
    ['a wrong name with the right date', 'Chevonne Fitz 07/03/2010', 'siobhan'],
    ['the date a day out, with the name', 'Siobhan Fitzgerald 8/3/2010', 'siobhan'],
    ['the date a year out, with the name', 'Siobhan Fitzgerald 7/3/2011', 'siobhan'],
    ['the NHS number', '9434765919', 'numbered'],
    ['the NHS number as it is read out', '943 476 5919', 'numbered'],
    ['the NHS number with hyphens', '943-476-5919', 'numbered'],
    ['the NHS number and the wrong name', 'Freya Cooper 943 476 5919', 'numbered'],
    ['the UPN', upn('801200000001'), 'numbered'],
    ['the UPN in small letters', upn('801200000001').toLowerCase(), 'numbered'],
    ['the postcode', 'TF9 4ZX', 'housed'],
    ['the postcode in one', 'tf94zx', 'housed'],
    ['the name and the postcode', 'Jack Jones TF9 4ZX', 'housed'],
    ['the telephone number', '07700900461', 'housed'],
    ['the telephone number in groups', '07700 900 461', 'housed'],
    ['the telephone number with the country', '+44 7700 900461', 'housed'],
    ['the telephone number with hyphens', '07700-900-461', 'housed'],
    ['the address', '17 Larkspur Crescent', 'housed'],
    ['the address, misspelt', '17 Larkspurr Cresent', 'housed'],
  ])('%s: %s', async (_, query, who) => {
    expect(await five(query)).toContain(sought[who])
  })

  it('of those who share a name, the one with the date of birth comes first', async () => {
    const twins = [
      await makeChild(world, world.a, { given_name: 'Isla', family_name: 'Patel', date_of_birth: '2012-04-05' }),
      await makeChild(world, world.a, { given_name: 'Isla', family_name: 'Patel', date_of_birth: '2014-09-09' }),
    ]
    expect((await five('Isla Patel 9/9/2014'))[0]).toBe(twins[1])
    expect((await five('Isla Patel 5/4/2012'))[0]).toBe(twins[0])
  })

  it('tells enough to know her by, and why she was found', async () => {
    const [found] = await search('Larkspur Zebulon Quayle 10/10/2010')
    expect(found).toMatchObject({
      id: sought.own, name: 'Zebulon Quayle', born: 'Born 10 Oct 2010, aged 16',
      openCase: { practitioner: 'Pru First' }, why: expect.arrayContaining(['date of birth']),
    })
    const [numbered] = await search('943 476 5919')
    expect(numbered).toMatchObject({ id: sought.numbered, why: ['NHS number'], openCase: null })
  })
})

describe('nothing and nobody', () => {
  it.each(['', ' ', 'q', '.', '??', '-', '’', '...', '123', '31/31/2010'])(
    'is found for %j', async (query) => expect(await search(query)).toEqual([]),
  )

  it('is found where no one is like it', async () => expect(await search('Xzqwv Pfftkj')).toEqual([]))

  it('a list never grows past twenty', async () => expect((await search('Smith')).length).toBeLessThanOrEqual(20))
})

describe('sight', () => {
  const EVERYTHING = [
    'Persephone Vandermeer', '6/6/2010', String(nhsNumber('401023213')), 'OT1 1OT', '07700900999',
    '3 Elsewhere Row', 'Persephone Vandermeer 6/6/2010 OT1 1OT',
  ]

  it.each(EVERYTHING)('a child of another area is found by nobody here: %s', async (query) => {
    for (const person of ['advisor', 'edt', 'safeguarding', 'practitioner', 'cateManager', 'chair', 'police', 'auditor'] as const) {
      expect((await search(query, world.as[person])).map((match) => match.id)).not.toContain(sought.foreign)
    }
    expect((await identifyChildren.run(world.as.manager, request(), { query })).map((match) => match.id)).not.toContain(
      sought.foreign,
    )
    // the control: there she is found
    expect((await search(query, world.as.advisorInB)).map((match) => match.id)).toContain(sought.foreign)
  })

  it('a practitioner finds the own young person, and of all the others nobody', async () => {
    expect((await search('Zebulon Quayle', world.as.practitioner)).map((match) => match.id)).toEqual([sought.own])
    expect(await search('Zebulon Quayle', world.as.otherPractitioner)).toEqual([])
    for (const query of ['Siobhan Fitzgerald', 'Smith', '943 476 5919', 'TF9 4ZX', '07700900461', '7/3/2010']) {
      expect((await search(query, world.as.practitioner)).filter((match) => match.id !== sought.own)).toEqual([])
    }
  })

  it('a practitioner finds the own young person also where many strangers share the name', async () => {
    const own = await makeChild(world, world.a, { given_name: 'Olivia', family_name: 'Smith', date_of_birth: '2011-09-17' })
    for (let at = 0; at < 80; at++) await makeChild(world, world.a, { given_name: 'Olivia', family_name: 'Smith' })
    await makeCase(world, { child: own, holder: world.as.practitioner })
    for (const query of ['Smith', 'Olivia', 'Olivia Smith']) {
      expect((await search(query, world.as.practitioner)).map((match) => match.id)).toContain(own)
    }
  })

  it.each(['school', 'health', 'licensing', 'manager', 'analyst', 'admin'] as const)('%s may not search', async (person) => {
    await expect(search('Siobhan', world.as[person])).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('what means something to a database', () => {
  it.each(['%', '%%%', '_', '______ ______', '% %', '*', '.*', '^', '\\', '\\\\%', "'", "''", '";--', `' OR '1'='1`, `'; DROP TABLE child; --`, '$1', '${1}', '?', '| & ! ( )', 'NULL', '\\u0027'])(
    'means nothing here: %s',
    async (query) => {
      const found = await search(query)
      expect(found.length).toBeLessThanOrEqual(20)
      // no wildcard may fetch the crowd
      if (!/[a-z]{2}/i.test(query)) expect(found).toEqual([])
      expect((await world.sql.query('SELECT count(*)::int AS n FROM child WHERE area_id = $1', [world.a.id])).rows[0].n).toBeGreaterThan(
        300,
      )
    },
  )

  it('a wildcard in a name is no wildcard', async () => {
    expect(await five('Siobh%n Fitzger_ld')).toContain(sought.siobhan)
    expect(await search(`${randomUUID().replaceAll(/\d|-/g, '')}%`)).toEqual([])
  })

  it('a line as long as it may be is answered', async () => {
    expect(Array.isArray(await search('Siobhan Fitzgerald '.repeat(10).slice(0, 200)))).toBe(true)
    await expect(search('x'.repeat(201))).rejects.toMatchObject({ kind: 'invalid' })
  })
})
