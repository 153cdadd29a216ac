import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesOf } from '../support/as-login'
import { makeWorld, type World } from '../support/world'

/** What Postgres itself says of the tables, the logins and the functions. */
let world: World
let tables: string[]
beforeAll(async () => {
  world = await makeWorld()
  tables = (await tablesOf(world.sql)).map(({ name }) => name)
})
afterAll(() => world.close())

const names = async (sql: string, values: unknown[] = []): Promise<string[]> => (await world.sql.query<{ name: string }>(sql, values)).rows.map(
  (row) => row.name,
)

const IN_PUBLIC = `JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relname <> '_prisma_migrations'`
const NOT_OF_AN_EXTENSION = `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`

describe('every table', () => {
  const unguarded = () => names(
    `SELECT c.relname::text AS name FROM pg_class c ${IN_PUBLIC} AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  )

  it('has row-level security, forced', async () => {
    expect(await unguarded()).toEqual([])
    // the control: a table without it is found
    await world.sql.query('CREATE TABLE forgotten (id int)')
    expect(await unguarded()).toEqual(['forgotten'])
    await world.sql.query('DROP TABLE forgotten')
  })

  it('has a policy for the app, but for those that no login of the app may read', async () => {
    const without = await names(
      `SELECT c.relname::text AS name FROM pg_class c ${IN_PUBLIC} AND c.relkind IN ('r', 'p')
         AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND 'waymark_app' = ANY (p.roles)) ORDER BY 1`,
    )
    expect(without).toEqual(['credential', 'session', 'sign_in_failure'])
    const none = await names(
      `SELECT c.relname::text AS name FROM pg_class c ${IN_PUBLIC} AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)`,
    )
    expect(none).toEqual([])
  })

  it('has no policy that is open to everybody', async () => {
    const open = await names(
      `SELECT tablename || '.' || policyname AS name FROM pg_policies WHERE schemaname = 'public' AND 'public' = ANY (roles)`,
    )
    expect(open).toEqual([])
    const always = await names(
      `SELECT tablename || '.' || policyname AS name FROM pg_policies WHERE 'waymark_app' = ANY (roles) AND (qual = 'true' OR with_check = 'true')`,
    )
    expect(always).toEqual([])
  })

  it('belongs to the owner, and nothing belongs to the app or the auditor', async () => {
    expect(await names(`SELECT DISTINCT pg_get_userbyid(c.relowner)::text AS name FROM pg_class c ${IN_PUBLIC}`)).toEqual(
      ['waymark_owner'],
    )
    const owned = await names(
      `SELECT r.rolname || ' ' || d.classid::regclass AS name FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
       WHERE d.deptype = 'o' AND r.rolname IN ('waymark_app', 'waymark_auditor')`,
    )
    expect(owned).toEqual([])
  })

  it('is seen through no view that forgets who asks', async () => {
    const views = await names(
      `SELECT c.relname::text AS name FROM pg_class c ${IN_PUBLIC} AND c.relkind IN ('v', 'm') AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false)`,
    )
    expect(views).toEqual([])
  })
})

describe('the logins', () => {
  it('are no superusers, bypass nothing, make nothing and belong to no group', async () => {
    const { rows } = await world.sql.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname LIKE 'waymark%' ORDER BY 1`,
    )
    const weak = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }
    expect(rows).toEqual(['waymark_app', 'waymark_auditor', 'waymark_owner'].map((rolname) => ({ rolname, ...weak })))
    expect(await names(`SELECT pg_get_userbyid(member)::text AS name FROM pg_auth_members WHERE pg_get_userbyid(member) LIKE 'waymark%'`)).toEqual(
      [],
    )
  })

  it('may make no objects of their own', async () => {
    const { rows } = await world.sql.query(
      `SELECT r.rolname, has_schema_privilege(r.rolname, 'public', 'CREATE') AS schema, has_database_privilege(r.rolname, current_database(), 'CREATE') AS database
       FROM pg_roles r WHERE r.rolname IN ('waymark_app', 'waymark_auditor') ORDER BY 1`,
    )
    expect(rows).toEqual(['waymark_app', 'waymark_auditor'].map((rolname) => ({ rolname, schema: false, database: false })))
  })

  it('may work the queue and make nothing in it but a queue', async () => {
    const { rows } = await world.sql.query(
      `SELECT has_schema_privilege('waymark_app', 'pgboss', 'CREATE') AS makes, has_schema_privilege('waymark_auditor', 'pgboss', 'USAGE') AS auditor,
         (SELECT array_agg(p.proname::text ORDER BY 1) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'pgboss' AND has_function_privilege('waymark_app', p.oid, 'EXECUTE')) AS calls`,
    )
    expect(rows).toEqual([{ makes: false, auditor: false, calls: ['create_queue'] }])
  })

  it('have exactly these rights over each table', async () => {
    const grants = async (login: string) => {
      const { rows } = await world.sql.query<{ table: string; rights: string }>(
        `SELECT c.relname::text AS table, string_agg(v, ' ' ORDER BY at) AS rights
         FROM pg_class c CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) WITH ORDINALITY AS verb(v, at)
         JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND (has_table_privilege($1, c.oid, v) OR (v IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege($1, c.oid, v)))
         GROUP BY 1`,
        [login],
      )
      return Object.fromEntries(rows.map((row) => [row.table, row.rights]))
    }
    const kept = 'SELECT INSERT UPDATE'
    const forever = 'SELECT INSERT'
    expect(await grants('waymark_app')).toEqual({
      area: 'SELECT UPDATE', agency: kept, team: kept, reference_counter: kept, user_account: forever, role_assignment: kept,
      child: kept, child_alias: kept, child_address: kept, person_around: kept, contact: kept,
      contact_decision: forever, contact_subject: forever, call_template: forever, case_note: forever, case_note_subject: forever, referral: kept, alert: kept, handover: kept, handover_item: kept, child_judgement: kept,
      referral_move: forever, sharing: forever, outcome_told: forever, challenge: kept,
      cate_case: kept, case_allocation: forever, case_stage_move: forever, case_level: forever, assessment: kept, agreed_action: kept, case_cover: kept, break_glass: kept, case_continuity: forever, strategy_move: forever, action_answer: forever, case_review: forever, exit_proposal: kept,
      case_session: forever, disclosure: forever, isva_offer: forever, supervision: forever, supervision_decision: forever,
      assessment_request: kept, assessment_part: forever, indicator_set: forever,
      panel: kept, panel_item: kept, panel_invitation: kept, panel_return: forever, panel_conflict: kept, panel_attendance: kept, panel_note: forever, panel_decision: forever, panel_dissent: forever, panel_letter: kept,
      enquiry: kept, enquiry_request: kept, enquiry_entry: forever, enquiry_decision: forever, enquiry_name: forever,
      enquiry_snapshot: forever, enquiry_time: forever, enquiry_snapshot_part: forever,
      safety_plan: kept, safety_plan_version: forever, safety_plan_involvement: forever, safety_plan_action: forever, safety_plan_writer: kept,
      strategy_meeting: kept, strategy_invitation: kept, strategy_attendance: forever, strategy_fact: forever, strategy_dissent: forever,
      strategy_decision: forever, strategy_outcome: forever, strategy_snapshot: forever, protection_step: forever,
      data_release: kept, import_batch: kept, import_file: kept, import_reference: forever,
      audit_question_set: forever, quality_audit: forever, quality_audit_item: forever, quality_audit_answer: forever, quality_audit_theme: forever, quality_audit_given: forever, provider_conversation: forever,
      action_plan_item: forever, action_plan_update: forever, published_summary: forever, published_summary_withdrawal: forever,
      subject_access_request: kept, subject_access_move: forever, subject_access_passage: forever, subject_access_decision: forever, subject_access_reading: forever,
      audit_event: forever, audit_event_child: forever, service: kept, draft: 'SELECT INSERT UPDATE DELETE',
    })
    const read = tables.filter((table) => !['credential', 'draft'].includes(table))
    expect(await grants('waymark_auditor')).toEqual(Object.fromEntries(read.map((table) => [table, 'SELECT'])))
    expect(await grants('public')).toEqual({})
  })
})

describe('every function', () => {
  // the one trigger that has to see an event which whoever writes may not
  const LOOKS_UP_THE_EVENT = ['links_to_its_own_event']
  const definers = `SELECT p.proname::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND p.prosecdef`

  it('that works as its owner is one of these, and pins where it looks names up', async () => {
    const known = [
      'account_for', 'app_alerted_child_ids', 'app_assignment', 'app_conflicted_items', 'app_conflicted_requests', 'access_clocks', 'app_kept_moments', 'app_covered_cases', 'app_breakable_cases', 'break_glass_find', 'break_glass_pages', 'late_pathway', 'panel_asked', 'hold_access_request', 'subject_access_rows', 'panel_last_seen', 'panel_withheld', 'app_child_ids', 'open_cases_elsewhere', 'child_matches', 'create_area', 'enquiry_entry_opens', 'figure_counts', 'figure_rows', 'figure_counts_only', 'figure_rows_only', 'figure_choices', 'audit_population', 'published_summaries', 'audit_authors', 'my_assignments', 'child_pairs', 'known_links', 'same_children',
      'open_enquiries', 'own_password_hash', 'session_end', 'session_look', 'session_open', 'session_start', 'session_switch', 'system_areas', 'strategy_state_of',
      'set_password', 'sign_in_account', 'sign_in_failed', 'sign_in_failures', 'system_assignment', ...LOOKS_UP_THE_EVENT,
    ]
    expect((await names(definers)).filter((name) => !known.includes(name))).toEqual([])
    expect(await names(`${definers} AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, public, pg_temp'], false)`)).toEqual(
      [],
    )
    expect(await names(`${definers} AND pg_get_userbyid(p.proowner) <> 'waymark_owner'`)).toEqual([])
  })

  it('of ours is closed to everybody who was not given it', async () => {
    const open = await names(
      `SELECT p.proname::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = 'public' AND ${NOT_OF_AN_EXTENSION} AND has_function_privilege('public', p.oid, 'EXECUTE')`,
    )
    expect(open).toEqual([])
  })

  it('that the app or the auditor may call is one of these', async () => {
    const callable = (login: string) =>
      names(
        `SELECT p.proname::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = 'public' AND ${NOT_OF_AN_EXTENSION} AND has_function_privilege($1, p.oid, 'EXECUTE') ORDER BY 1`,
        [login],
      )
    const who = ['app_agency_id', 'app_area_id', 'app_assignment', 'app_role', 'app_user_id']
    expect(await callable('waymark_auditor')).toEqual(who)
    expect(await callable('waymark_app')).toEqual(
      [
        ...who, 'account_for', 'app_alerted_child_ids', 'app_child_ids', 'app_conflicted_items', 'app_conflicted_requests', 'access_clocks', 'app_kept_moments', 'app_covered_cases', 'app_breakable_cases', 'app_now', 'break_glass_find', 'break_glass_pages', 'late_pathway', 'panel_asked', 'hold_access_request', 'subject_access_rows', 'panel_last_seen', 'panel_withheld', 'open_cases_elsewhere', 'app_is_addressed', 'child_matches', 'create_area', 'enquiry_entry_opens', 'figure_counts', 'figure_rows', 'figure_counts_only', 'figure_rows_only', 'figure_choices', 'audit_population', 'published_summaries', 'audit_authors', 'my_assignments', 'child_pairs', 'known_links', 'same_children',
        'nhs_number_checks', 'open_enquiries', 'own_password_hash', 'session_end', 'session_look', 'session_open', 'session_start',
        'session_switch', 'strategy_state_of', 'set_password', 'sign_in_account', 'sign_in_failed', 'sign_in_failures', 'system_areas', 'system_assignment',
      ].sort(),
    )
  })

  it('that a trigger calls works as whoever writes, and one that an extension brought does too', async () => {
    const definersOfTriggers = await names(`${definers} AND p.prorettype = 'trigger'::regtype`)
    expect(definersOfTriggers.filter((name) => !LOOKS_UP_THE_EVENT.includes(name))).toEqual([])
    expect(await names(`${definers} AND NOT ${NOT_OF_AN_EXTENSION}`)).toEqual([])
  })

  it('came with no extension but these', async () => {
    expect(await names(`SELECT extname::text AS name FROM pg_extension ORDER BY 1`)).toEqual([
      'fuzzystrmatch', 'pg_trgm', 'plpgsql',
    ])
  })
})

describe('what is kept for ever', () => {
  it('is guarded by a trigger against update, delete and truncate', async () => {
    // 2 before, 8 delete, 16 update, 32 truncate; and it is switched on
    const guarded = await names(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal AND tgname = 'never_changed' AND tgtype & 58 = 58 AND tgenabled = 'O' ORDER BY 1`,
    )
    expect(guarded).toEqual([
      'action_answer', 'assessment_part', 'audit_event', 'audit_event_child', 'call_template', 'case_allocation', 'case_continuity', 'case_level', 'case_note', 'case_note_subject',
      'case_review', 'case_session', 'case_stage_move', 'contact_decision', 'contact_subject', 'disclosure', 'enquiry_decision', 'enquiry_entry', 'enquiry_name',
      'enquiry_snapshot', 'enquiry_snapshot_part', 'enquiry_time', 'import_reference', 'indicator_set', 'isva_offer', 'outcome_told', 'panel_decision', 'panel_dissent', 'panel_note',
      'panel_return', 'protection_step', 'referral_move', 'safety_plan_action', 'safety_plan_involvement', 'safety_plan_version', 'sharing', 'strategy_attendance',
      'strategy_decision', 'strategy_dissent', 'strategy_fact', 'strategy_move', 'strategy_outcome', 'strategy_snapshot', 'supervision', 'supervision_decision',
      'action_plan_item', 'action_plan_update', 'published_summary', 'published_summary_withdrawal', 'audit_question_set', 'provider_conversation', 'quality_audit', 'quality_audit_answer', 'quality_audit_given', 'quality_audit_item', 'quality_audit_theme',
      'subject_access_decision', 'subject_access_move', 'subject_access_passage', 'subject_access_reading',
    ].sort())
  })
})
