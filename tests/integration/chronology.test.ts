import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportChronology, readChronology } from '../../lib/chronology/queries'
import type { InputOf } from '../../lib/access/operation'
import { entriesOf } from '../../lib/chronology/read'
import { PROVIDERS } from '../../lib/chronology/registry'
import { transaction } from '../../lib/database/client'
import { CHRONOLOGY_KINDS } from '../../lib/pathway/chronology'
import { makeStory } from '../support/chronology'
import { makeChild, makeContact, makeJudgement } from '../support/records'
import { makeWorld, request, type PersonName, type World } from '../support/world'

let world: World
let story: Awaited<ReturnType<typeof makeStory>>
beforeAll(async () => {
  world = await makeWorld()
  story = await makeStory(world)
})
afterAll(() => world.close())

type Input = Omit<InputOf<typeof readChronology>, 'childId'>
const read = (who: PersonName, over: Input = {}, childId = story.child) => readChronology.run(world.as[who], request(), { childId, show: 'all', ...over })
const exported = (who: PersonName, over = {}) => exportChronology.run(world.as[who], request(), { childId: story.child, ...over })

/** By hand from DOMAIN 4: + shown, w withheld whole, p withheld in part, - not there. */
const SEES: Readonly<Record<string, string>> = {
  //                 adv edt saf pra cam cha pol aud
  withheld:         '+   +   +   +   +   p   +   +',
  missing:          '+   +   +   +   +   +   +   +',
  decision:         '+   +   +   +   +   +   +   +',
  // of a referral, the chair and the police may know that the case came of one
  sent:             '+   +   +   +   +   w   w   +',
  accepted:         '+   +   +   +   +   w   w   +',
  toSafeguarding:   '+   +   +   -   -   -   -   +',
  declined:         '+   +   +   -   -   -   -   +',
  toSchool:         '+   +   +   -   -   -   -   +',
  // the front door sees that a case is open and to whom, and not how it goes
  caseOpen:         '+   +   -   -   -   -   -   -',
  allocated:        '-   -   +   +   +   +   +   +',
  level:            '-   -   +   +   +   +   +   +',
  // what other agencies know is not for the police
  assessment:       '-   -   +   +   +   +   -   +',
  part:             '-   -   +   +   +   +   -   +',
  call:             '-   -   +   +   +   -   -   +',
  action:           '-   -   +   +   +   +   -   +',
  actionDone:       '-   -   +   +   +   +   -   +',
  // the session log is not for the front door, the panel's chair or partners
  session:          '-   -   +   +   +   -   -   +',
  corrected:        '-   -   -   -   -   -   -   -',
  disclosure:       '-   -   +   +   +   -   -   +',
  adviser:          '-   -   +   +   +   -   -   +',
  plan:             '-   -   +   +   +   +   -   +',
  panel:            '-   -   +   +   +   +   -   +',
  strategyCalled:   '-   -   +   +   +   -   -   +',
  strategyHeld:     '-   -   +   +   +   -   -   +',
  review:           '-   -   +   +   +   +   -   +',
  exit:             '-   -   +   +   +   +   -   +',
  exitAnswer:       '-   -   +   +   +   +   -   +',
  exitEnd:          '-   -   +   +   +   +   -   +',
  enquiry:          '-   -   +   -   -   -   -   +',
  enquiryDecided:   '-   -   +   -   -   -   -   +',
  enquiryReceived:  '-   -   -   +   +   -   -   -',
  enquiryOpen:      'w   w   -   -   -   -   -   -',
  enquiryOpenRead:  '-   -   +   -   -   -   -   +',
  sharing:          '+   +   +   +   +   +   +   +',
  // that it was answered; what was found is the lead's
  alert:            'p   p   +   +   +   -   -   +',
}
const WHO = ['advisor', 'edt', 'safeguarding', 'practitioner', 'cateManager', 'chair', 'police', 'auditor'] as const

const keys = (): Record<keyof typeof SEES, string> => ({
  withheld: `contact-${story.withheld}`, missing: `contact-${story.missing}`, decision: `decision-${story.missing}`, sent: `referral_sent-${story.referral}`,
  accepted: `referral_move-${story.move}`, toSafeguarding: `referral_sent-${story.older}`, declined: `referral_answer-${story.older}`, toSchool: `referral_sent-${story.toSchool}`,
  caseOpen: `case_open-${story.held}`, allocated: 'allocation-', level: 'level-', assessment: `assessment-${story.assessment}`, call: `call-${story.call}`, part: `part-${story.part}`, adviser: `isva-${story.offer}`,
  action: `action-${story.action}`, actionDone: 'action_answer-',
  session: `session-${story.corrected}`, corrected: `session-${story.session}`, disclosure: `disclosure-${story.disclosure}`, plan: 'plan-', panel: 'panel-', strategyCalled: `strategy_called-${story.meeting}`,
  strategyHeld: `strategy_held-${story.meeting}`, review: `review-${story.review}`, exit: `exit-${story.exit}`, exitAnswer: `exit_answer-${story.exit}`, exitEnd: `exit_end-${story.exit}`, enquiry: `enquiry-${story.decided}`, enquiryDecided: `enquiry_decided-${story.decided}`, enquiryReceived: `enquiry_received-${story.snapshot}`,
  enquiryOpen: `enquiry_open-${story.open}`, enquiryOpenRead: `enquiry-${story.open}`, sharing: `sharing-${story.sharing}`, alert: `alert-${story.alert}`,
})

describe('what each role reads of one child', () => {
  it.each(WHO)('%s', async (who) => {
    const { items } = await read(who)
    const column = WHO.indexOf(who)
    const marks = Object.fromEntries(Object.entries(keys()).map(([what, key]) => {
      const line = items.find((one) => one.key.startsWith(key))
      return [what, !line ? '-' : line.withheld === 'all' ? 'w' : line.withheld === 'part' ? 'p' : '+']
    }))
    expect(marks).toEqual(Object.fromEntries(Object.entries(SEES).map(([what, line]) => [what, line.split(/\s+/)[column]])))
    // nothing stands there that the table does not name, but for the moves of the case
    const named = Object.values(keys())
    expect(items.filter(({ key }) => !named.some((one) => key.startsWith(one)) && !key.startsWith('stage-'))).toEqual([])
  })

  it('is nothing of a withheld entry but its kind and when it was', async () => {
    for (const who of ['advisor', 'chair'] as const) {
      for (const line of (await read(who)).items.filter(({ withheld }) => withheld === 'all')) {
        expect(line).toMatchObject({ title: 'Withheld', text: null, by: null, link: null })
      }
    }
    expect(JSON.stringify(await read('chair'))).not.toMatch(/Kestrel|amily member|What they need to know/)
    expect(JSON.stringify(await read('advisor'))).not.toMatch(/What do you know|What the lead found|Agreed by the panel/)
  })

  it('is that the panel decided, and nothing of it, for whoever declared an interest in the case', async () => {
    const insertConflict = (over = '') => world.sql.query(
      `INSERT INTO panel_conflict (area_id, id, case_id, user_id, reason, declared_at) VALUES ($1, gen_random_uuid(), $2, $3, 'Her neighbour', '2026-11-18') ${over}`, [world.a.id, story.held, world.as.chair.userId])
    await insertConflict()
    const { items } = await read('chair', { kind: 'panel' })
    expect(items).toMatchObject([{ key: `panel_kept-${story.panel.item}`, title: 'Withheld', text: null, by: null, link: null, withheld: 'all' }])
    await world.sql.query('DELETE FROM panel_conflict WHERE user_id = $1', [world.as.chair.userId])
  })

  it('tells nobody through a filter whose a withheld contact is', async () => {
    const from = async (who: PersonName, source: 'family' | 'other') => (await read(who, { source })).items.some(({ id }) => id === story.withheld)
    expect([await from('safeguarding', 'family'), await from('chair', 'family'), await from('chair', 'other')]).toEqual([true, false, false])
  })
})

describe('filters', () => {
  it('by kind leave that kind alone, and together every entry', async () => {
    const all = (await read('safeguarding')).items
    const byKind = await CHRONOLOGY_KINDS.reduce(async (before, { id }) => [...(await before), ...(await read('safeguarding', { kind: id })).items], Promise.resolve([] as typeof all))
    expect(byKind.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort())
    expect((await read('safeguarding', { kind: 'missing' })).items.map(({ key }) => key)).toEqual([`contact-${story.missing}`])
  })

  it('by whom and by period', async () => {
    const cate = (await read('safeguarding', { source: 'cate' })).items
    expect(new Set(cate.map(({ source }) => source))).toEqual(new Set(['cate']))
    expect(cate.map(({ key }) => key)).toContain(`referral_move-${story.move}`)
    const day = { day: '13', month: '11', year: '2026' }
    expect((await read('safeguarding', { from: day, until: day })).items.map(({ title }) => title)).toEqual(['Action agreed: Ring the school', 'Safety plan issued: version 2', 'Level agreed: High'])
    const sources = (await read('safeguarding')).items.map(({ source }) => source)
    for (const source of ['police', 'family', 'front_door', 'safeguarding'] as const) {
      expect((await read('safeguarding', { source })).items.length).toBe(sources.filter((one) => one === source).length)
    }
  })
})

describe('pages', () => {
  it('give every entry once and in order, also where many happened at the same instant', async () => {
    const child = await makeChild(world)
    for (let at = 0; at < 60; at++) await makeContact(world, { child, received_at: new Date(Date.parse('2026-10-01') + Math.floor(at / 9)), state: 'decided' })
    await world.sql.query(
      `INSERT INTO contact_decision (area_id, contact_id, decided_by_id, decided_at, outcomes, reported_as, suggested, rationale, referrer_told)
       SELECT area_id, id, logged_by_id, received_at, '{advice}', 'advice', '{}', 'A reason', 'not_yet' FROM contact WHERE child_id = $1`, [child])
    const whole = (await read('auditor', {}, child)).items.map(({ key }) => key)
    expect(whole.length).toBe(120)
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await readChronology.run(world.as.auditor, request(), { childId: child, after })
      paged.push(...page.items.map(({ key }) => key))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(whole)
  })

  it('begin at the first for a key that is not of our making', async () => {
    const first = await readChronology.run(world.as.auditor, request(), { childId: story.child })
    expect((await readChronology.run(world.as.auditor, request(), { childId: story.child, after: 'x' })).items).toEqual(first.items)
  })

  it('ask one statement of each source that has something, however much there is, and none of the others', async () => {
    const busy = await makeChild(world)
    for (let at = 0; at < 40; at++) await makeContact(world, { child: busy })
    // the child, what is joined to her, where there is anything, and the sources
    for (const [childId, least, most] of [[busy, 5, 5], [story.child, 20, PROVIDERS.length + 3]] as const) {
      let asked = 0
      await transaction(world.as.safeguarding.assignmentId, (tx) => {
        const counting = <T extends object>(target: T): T => new Proxy(target, { get: (of, name) => {
          const value: unknown = Reflect.get(of, name)
          if (typeof value === 'function') return (...given: unknown[]) => { asked++; return Reflect.apply(value, of, given) as unknown }
          return typeof value === 'object' && value !== null ? counting(value) : value
        } })
        return entriesOf({ tx: counting(tx), actor: world.as.safeguarding, now: new Date() }, childId, {}, null, 26)
      })
      expect(asked).toBeLessThanOrEqual(most)
      expect(asked).toBeGreaterThanOrEqual(least)
    }
  })

  it('tell entries apart by keys that no two sources share', () => {
    expect(new Set(PROVIDERS.map(({ prefix }) => prefix)).size).toBe(PROVIDERS.length)
    for (const { prefix } of PROVIDERS) expect(prefix).toMatch(/^[a-z_]+$/)
  })
})

describe('a joined record', () => {
  it('is read with the one that was kept, each line with where it comes from; alone it is as it was', async () => {
    const [kept, other] = [await makeChild(world), await makeChild(world)]
    const contacts = [await makeContact(world, { child: kept }), await makeContact(world, { child: other })]
    await makeJudgement(world, { pair: [kept, other], kept_id: kept })
    const { rows } = await world.sql.query<{ reference: string }>('SELECT reference FROM child WHERE id = $1', [other])
    expect((await read('advisor', {}, kept)).items.map(({ id, record }) => [id, record])).toEqual([[contacts[1], rows[0]?.reference], [contacts[0], null]])
    expect((await read('advisor', {}, other)).items.map(({ id }) => id)).toEqual([contacts[1]])
  })
})

describe('a file', () => {
  it('has the lines of the list in its order, as on paper, and opens in a spreadsheet as text', async () => {
    const contact = await makeContact(world, { child: story.child, what_was_said: '=HYPERLINK("http://x.example")', received_at: '2026-11-18' })
    const { csv, rows, file } = await exported('safeguarding')
    const { items } = await read('safeguarding')
    expect([rows, file]).toEqual([items.length, expect.stringMatching(/^chronology-X-C-\d+\.csv$/)])
    expect(csv.startsWith('\uFEFF"Date","Kind","What"')).toBe(true)
    const titles = items.map(({ title, onPaper }) => onPaper ?? title)
    let at = 0
    for (const title of titles) {
      const found = csv.indexOf(`"${title}"`, at)
      expect(found, title).toBeGreaterThan(-1)
      at = found + 1
    }
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"")"`)
    expect(csv).not.toMatch(/Kestrel|Contact from family/)
    await world.sql.query('DELETE FROM contact WHERE id = $1', [contact])
  })

  it('is narrowed as asked, holds withheld entries as withheld, and is in the log with its filter and rows', async () => {
    const from = request()
    const { csv, rows } = await exportChronology.run(world.as.advisor, from, { childId: story.child, kind: 'enquiry' })
    expect(rows).toBe(1)
    expect(csv).toMatch(/"18 Nov 2026","Enquiry","Withheld","","","Safeguarding"/)
    const { rows: events } = await world.sql.query(`SELECT kind, record_id, row_count, row_ids, detail->'terms' AS terms FROM audit_event WHERE request_id = $1`, [from.requestId])
    expect(events).toMatchObject([{ kind: 'chronology.exported', record_id: story.child, row_count: 1, row_ids: [story.open], terms: { kind: 'enquiry' } }])
  })
})
