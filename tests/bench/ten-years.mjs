/**
 * Makes the contacts, decisions, referrals and cases of an area so many times over, each copy that much earlier than the
 * one before: nine times a year makes ten years of one area. Straight into the tables, past triggers: only for measuring.
 */
const SHIFTED = {
  contact: ['received_at', 'logged_at', 'decision_due'],
  contact_decision: ['decided_at'],
  referral: ['sent_at', 'acknowledged_at', 'responded_at', 'action_at', 'closed_at', 'awaited_by', 'tell_by'],
  cate_case: ['referred_at', 'opened_at', 'panel_due', 'panel_held_at', 'next_review_due', 'closed_at'],
  case_level: ['at'],
  case_allocation: ['at'],
}
const OWN_KEYS = ['id', 'contact_id', 'referral_id', 'case_id']
const another = (column) => `md5(t.${column}::text || c.n)::uuid`
const SPECIAL = {
  reference: `t.reference || '-' || c.n`,
  submission_key: 'CASE WHEN t.submission_key IS NULL THEN NULL ELSE gen_random_uuid() END',
  follows_id: 'NULL',
  stage: `'closed'`,
  closure_reason: `coalesce(t.closure_reason, 'RC7')`,
}

export async function repeatYear(db, { copies = 9, every = '1 year', until = '2099-01-01' } = {}) {
  await db.query('BEGIN')
  await db.query('SET LOCAL session_replication_role = replica')
  for (const [table, moments] of Object.entries(SHIFTED)) {
    const { rows } = await db.query(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`, [table])
    const value = ({ name }) => {
      if (table === 'cate_case' && name === 'closed_at') return `coalesce(t.closed_at, t.opened_at + interval '300 days') - c.n * interval '${every}'`
      if (moments.includes(name)) return `t.${name} - c.n * interval '${every}'`
      if (OWN_KEYS.includes(name)) return another(name)
      return SPECIAL[name] ?? `t.${name}`
    }
    const names = rows.map(({ name }) => name).join(', ')
    await db.query(`INSERT INTO ${table} (${names}) SELECT ${rows.map(value).join(', ')} FROM ${table} t, generate_series(1, ${copies}) c(n) WHERE t.${moments[0]} < '${until}'`)
  }
  await db.query('COMMIT')
  // as a server does by itself over ten years
  await db.query('VACUUM ANALYZE')
}
