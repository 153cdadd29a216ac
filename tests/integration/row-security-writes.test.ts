import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { inNameOf, insertOf, rowOf, withFreshKeys, withThese } from '../support/copy-row'
import { makeFilled, type Filled } from '../support/filled'
import { PEOPLE, PERSON_NAMES, type PersonName } from '../support/world'

/** Who may write what in their own area, by SQL: written by hand from DOMAIN 4, as the last wall behind the door. */
let world: Filled
let app: ReturnType<typeof asLogin>
let tables: Awaited<ReturnType<typeof tablesOf>>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
  tables = await tablesOf(world.sql)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const IN_A = PERSON_NAMES.filter((name) => name === 'system' || PEOPLE[name][0] === 'a')
const FRONT_DOOR = ['advisor', 'edt', 'safeguarding', 'system'] as const
const LEAD = ['safeguarding', 'system'] as const
/** The two sides of the front door's day, and the lead for the first. */
const SHIFTS = ['advisor', 'edt', 'safeguarding'] as const
const SET_UP = ['admin', 'system'] as const
/** Who plans and holds a risk panel. */
const PANEL = ['chair', 'cateManager', 'system'] as const
const CATE = ['practitioner', 'otherPractitioner', 'cateManager'] as const

const ADDS: Readonly<Record<string, readonly PersonName[]>> = {
  agency: SET_UP,
  team: SET_UP,
  role_assignment: SET_UP,
  user_account: SET_UP,
  reference_counter: IN_A,
  child: FRONT_DOOR,
  child_alias: [...FRONT_DOOR, ...CATE],
  child_address: [...FRONT_DOOR, ...CATE],
  person_around: [...FRONT_DOOR, ...CATE],
  contact: FRONT_DOOR,
  contact_decision: FRONT_DOOR,
  contact_subject: FRONT_DOOR,
  case_note: FRONT_DOOR,
  case_note_subject: FRONT_DOOR,
  call_template: SET_UP,
  referral: FRONT_DOOR,
  // an agency answers for the referrals that were sent to it, and this one went to CATE
  referral_move: [...FRONT_DOOR, 'cateManager'],
  sharing: FRONT_DOOR,
  outcome_told: FRONT_DOOR,
  challenge: FRONT_DOOR,
  // never the system: what two records are is a person's to judge
  child_judgement: ['advisor', 'edt', 'safeguarding'],
  cate_case: ['cateManager', 'system'],
  // never whoever holds the case, and never the system: a person breaks the glass, in their own name
  break_glass: ['otherPractitioner'],
  case_allocation: [...CATE, 'chair', 'system'],
  case_stage_move: [...CATE, 'chair', 'system'],
  case_level: [...CATE, 'chair', 'system'],
  // the row copied is of the first practitioner's case
  assessment: ['practitioner', 'cateManager', 'system'],
  assessment_request: ['safeguarding', 'practitioner', 'cateManager', 'system'],
  // the row copied is the school's own
  assessment_part: ['school', 'system'],
  indicator_set: SET_UP,
  agreed_action: ['safeguarding', 'practitioner', 'cateManager', 'chair', 'system'],
  action_answer: ['safeguarding', 'practitioner', 'cateManager', 'chair', 'system'],
  case_review: ['practitioner', 'cateManager', 'system'],
  // what is open there already is one at a time
  exit_proposal: ['practitioner', 'cateManager'],
  panel: PANEL,
  panel_item: PANEL,
  panel_invitation: PANEL,
  panel_attendance: PANEL,
  // the row copied is the school's own, and it is of the first practitioner's case
  panel_return: ['school', 'system'],
  panel_note: ['safeguarding', 'practitioner', ...PANEL],
  panel_conflict: ['safeguarding', 'practitioner', 'school', 'health', 'police', ...PANEL],
  // as the chair of that panel
  panel_decision: ['chair', 'system'],
  panel_dissent: PANEL,
  // the case is the first practitioner's, and what is said the health trust's own
  strategy_meeting: ['safeguarding', 'practitioner', 'cateManager', 'system'],
  strategy_invitation: ['safeguarding', 'practitioner', 'cateManager', 'system'],
  strategy_attendance: ['safeguarding', 'practitioner', 'cateManager', 'system'],
  strategy_fact: ['safeguarding', 'practitioner', 'cateManager', 'health', 'system'],
  strategy_dissent: ['safeguarding', 'practitioner', 'cateManager', 'health', 'system'],
  strategy_decision: LEAD,
  strategy_outcome: LEAD,
  strategy_snapshot: LEAD,
  protection_step: LEAD,
  draft: IN_A,
  enquiry: LEAD,
  enquiry_request: LEAD,
  enquiry_decision: LEAD,
  enquiry_name: LEAD,
  enquiry_snapshot: LEAD,
  enquiry_snapshot_part: LEAD,
  // the row copied is the school's own
  enquiry_entry: ['school', 'system'],
  audit_question_set: SET_UP,
  // a manager draws, those who read the whole record say what they found, and the auditor what is seen across them
  quality_audit: ['manager', 'system'],
  quality_audit_item: ['manager', 'system'],
  quality_audit_answer: ['auditor', 'safeguarding', 'system'],
  quality_audit_theme: ['auditor', 'system'],
  quality_audit_given: ['manager', 'system'],
  provider_conversation: ['manager', 'system'],
  action_plan_item: ['manager', 'system'],
  action_plan_update: ['manager', 'system'],
  published_summary: ['manager'],
  published_summary_withdrawal: ['manager'],
  // never the system: two people let an archive out
  data_release: ['manager'],
  // never the system: what is withheld of a record is decided by two people
  // this one is at its first reading: it is logged as received, and read second later (subject-access-two)
  subject_access_request: [],
  subject_access_move: ['safeguarding', 'auditor'],
  subject_access_passage: ['safeguarding'],
  subject_access_decision: ['safeguarding'],
  subject_access_reading: [],
  service: SET_UP,
  handover: SHIFTS,
  handover_item: SHIFTS,
  import_batch: ['manager'],
  // of an import of one's own, and this one is the system's
  import_file: [],
  import_reference: ['system'],
}

/** Only what one sees can be changed: the other practitioner has a case, and no address or alias of its child is on record. */
const CHANGES: Readonly<Record<string, readonly PersonName[]>> = {
  area: SET_UP,
  agency: SET_UP,
  team: SET_UP,
  role_assignment: SET_UP,
  reference_counter: IN_A,
  child: [...FRONT_DOOR, ...CATE],
  child_alias: [...FRONT_DOOR, 'practitioner', 'cateManager'],
  child_address: [...FRONT_DOOR, 'practitioner', 'cateManager'],
  person_around: [...FRONT_DOOR, 'practitioner', 'cateManager'],
  contact: FRONT_DOOR,
  referral: [...FRONT_DOOR, 'cateManager', 'school'],
  challenge: ['safeguarding', 'system'],
  // undone by the safeguarding lead, in their own name and with a reason; changed in nothing else by anybody
  child_judgement: [],
  cate_case: [...CATE, 'chair', 'system'],
  // ended by whoever opened it and reviewed by the CATE manager; changed in nothing else by anybody
  break_glass: [],
  // answered, made and taken, each by their own: a trigger, and releases
  data_release: [],
  draft: ['advisor'],
  // a version at a time, by a trigger: subject-access-two
  subject_access_request: [],
  service: SET_UP,
  handover: SHIFTS,
  handover_item: SHIFTS,
}

/** A copy of a row of area A under new keys and in the actor's own name, about the child whom the first practitioner works with. */
async function copyOf(table: string, actor: Actor): Promise<string> {
  const row = withFreshKeys(inNameOf(table, await rowOf(world.sql, table, world.a.id), actor.userId))
  return JSON.stringify(withThese(row, {
    email: `${randomUUID()}@example.test`, child_id: world.child.own, role: 'licensing', key: `copy ${randomUUID()}`, name: `copy ${randomUUID()}`,
    // of two meetings the one that is copied may be decided already
    ...(table === 'strategy_meeting' ? { state: 'called', called_from: 'disclosure' } : {}),
    // of now, and not of when the one that is copied was opened
    ...(table === 'break_glass' ? { opened_at: new Date(), ends_at: new Date(Date.now() + 3_600_000) } : {}),
  }))
}

describe('who adds to it', () => {
  it.each(Object.keys(ADDS))('%s', async (table) => {
    const columns = tables.find(({ name }) => name === table)?.columns ?? []
    const able: PersonName[] = []
    for (const person of IN_A) {
      const { code } = await app.run(world.as[person], insertOf(table, columns), [await copyOf(table, world.as[person])])
      // whatever else stops it (a key that is taken, a second open case) comes after the guard
      if (code !== DENIED) able.push(person)
    }
    expect(able.sort()).toEqual([...(ADDS[table] ?? [])].sort())
  })

  it('nobody, of all the rest', async () => {
    for (const { name } of tables.filter((table) => !(table.name in ADDS) && !table.name.startsWith('audit_event'))) {
      for (const person of IN_A) expect(await app.run(world.as[person], `INSERT INTO ${name} DEFAULT VALUES`)).toMatchObject({ code: DENIED })
    }
  })
})

describe('who changes it', () => {
  it.each(Object.keys(CHANGES))('%s', async (table) => {
    const column = tables.find(({ name }) => name === table)?.columns.find((one) => one !== 'area_id') ?? ''
    const able: PersonName[] = []
    for (const person of IN_A) {
      if ((await app.run(world.as[person], `UPDATE ${table} SET ${column} = ${column}`)).count > 0) able.push(person)
    }
    expect(able.sort()).toEqual([...(CHANGES[table] ?? [])].sort())
  })

  it('nobody, of all the rest', async () => {
    for (const { name, columns } of tables.filter((table) => !(table.name in CHANGES))) {
      for (const person of IN_A) {
        expect(await app.run(world.as[person], `UPDATE ${name} SET ${columns[0]} = ${columns[0]}`)).toMatchObject({ code: DENIED })
      }
    }
  })
})
