import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { isPassword } from '../../lib/access/passwords'
import { DEMO_PASSWORD } from '../../prisma/seed/people'
import { connected, ownDatabase, rows, type Urls } from '../support/database'

/** The people who sign in to the demo. */
let urls: Urls
beforeAll(async () => {
  urls = await ownDatabase('seeded')
})

describe('the people of the demo', () => {
  it('can sign in with the demo’s password, the police in Wrenmoor first', async () => {
    const people = await rows<{ email: string }>(urls.owner, `SELECT email FROM user_account WHERE email <> 'system'`)
    expect(people).toHaveLength(23)
    for (const email of ['advisor@demo.test', 'police@demo.test', 'safeguarding@marchford.demo.test']) {
      const [account] = await rows<{ password_hash: string }>(urls.app, 'SELECT password_hash FROM sign_in_account($1)', [email])
      expect(await isPassword(account?.password_hash ?? null, DEMO_PASSWORD)).toBe(true)
    }
    const session = randomUUID()
    const start = `SELECT session_start($1, s.user_id, 'test', now(), now() + interval '1 hour') FROM sign_in_account('police@demo.test') s`
    await rows(urls.app, start, [session])
    const [at] = await rows<{ area_code: string }>(urls.app, `SELECT area_code FROM session_open($1, now(), interval '1 minute')`, [session])
    expect(at?.area_code).toBe('WRN')
  })

  it('see their own area alone', async () => {
    const roles = `SELECT a.id FROM role_assignment a JOIN user_account u ON u.id = a.user_id WHERE u.email = 'advisor@marchford.demo.test'`
    const [advisor] = await rows<{ id: string }>(urls.owner, roles)
    const seen = await connected(urls.app, async (client) => {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('app.assignment_id', $1, true)`, [advisor?.id])
      const counted = await client.query(`SELECT (SELECT count(*)::int FROM contact) AS contacts, (SELECT count(*)::int FROM child) AS children,
        (SELECT count(*)::int FROM cate_case WHERE stage <> 'closed') AS open`)
      return counted.rows
    })
    expect(seen).toEqual([{ contacts: 80, children: 60, open: 3 }])
  })
})
