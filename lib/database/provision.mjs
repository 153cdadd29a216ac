// Makes the database and its three logins: the owner (migrations), the app (owns nothing) and the auditor
// (reads). Run by the set-up scripts with an administrator's connection; never by the app.
import pg from 'pg'

const LOGINS = { owner: 'waymark_owner', app: 'waymark_app', auditor: 'waymark_auditor' }

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Gives `{ owner, app, auditor }` connection strings for a database of an embedded server, making whatever
 * is not there yet. `passwords` has one for each login. `fresh` drops a database of that name first;
 * `template` copies another database instead of making an empty one.
 */
export async function provision(urlOf, database, passwords, { fresh = false, template } = {}) {
  await withClient(urlOf('postgres'), async (client) => {
    for (const [login, role] of Object.entries(LOGINS)) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      if (!rowCount) await client.query(`CREATE ROLE ${role} LOGIN`)
      await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(passwords[login])}`)
    }
    const name = pg.escapeIdentifier(database)
    if (fresh) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER waymark_owner ${template ? `TEMPLATE ${pg.escapeIdentifier(template)}` : ''}`)
  })
  return loginUrls(urlOf(database), passwords)
}

/** The three logins' connection strings for the server and database of `url`. */
export function loginUrls(url, passwords) {
  return Object.fromEntries(
    Object.entries(LOGINS).map(([login, role]) => {
      const own = new URL(url)
      own.username = role
      own.password = passwords[login]
      return [login, own.toString()]
    }),
  )
}

/**
 * Sets the passwords of the app's and the auditor's logins on a server given by DATABASE_URL, and gives
 * their connection strings. The login of DATABASE_URL must be allowed to (CREATEROLE).
 */
export async function adopt(ownerUrl, passwords) {
  await withClient(ownerUrl, async (client) => {
    for (const login of ['app', 'auditor']) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOGINS[login]])
      if (!rowCount) await client.query(`CREATE ROLE ${LOGINS[login]} LOGIN`)
      await client.query(`ALTER ROLE ${LOGINS[login]} PASSWORD ${pg.escapeLiteral(passwords[login])}`)
    }
  })
  return { ...loginUrls(ownerUrl, passwords), owner: ownerUrl }
}
