import autocannon from 'autocannon'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import pg from 'pg'
import { tsImport } from 'tsx/esm/api'
import { actionId, signIn } from './client.mjs'
import { appCpu, databaseCpu, databaseCounts } from './counters.mjs'

// one after another, and so many at once: everybody's pages, those of an area's few managers, and what one person makes and waits for
const EVERYBODY = 20
const MANAGERS = 5
const NOBODY_ELSE = 1
// the form that the tests fill in, so that what is measured is a contact that is saved
const { contactForm } = await tsImport('../support/inputs.ts', import.meta.url)

/** What is measured: an empty page first, the floor that the others are compared with. */
async function targetsOf(base, db) {
  const [child] = (await db.query(`SELECT child_id AS id FROM contact WHERE child_id IS NOT NULL GROUP BY child_id ORDER BY count(*) DESC, child_id LIMIT 1`)).rows
  const [contact] = (await db.query(`SELECT id FROM contact WHERE child_id = $1 ORDER BY received_at DESC LIMIT 1`, [child.id])).rows
  const as = async (name) => ({ cookie: await signIn(base, `${name}@demo.test`) })
  const [advisor, manager] = [await as('advisor'), await as('manager')]
  const names = (await db.query(`SELECT given_name || ' ' || family_name AS name FROM child ORDER BY md5(id::text) LIMIT 500`)).rows.map((row) => row.name)
  let asked = 0
  const search = () => JSON.stringify([{ query: misspelt(names[asked % names.length], asked++), show: 'all' }])
  return [
    { name: 'Empty page (nothing read)', path: '/children', headers: advisor },
    { name: 'Empty page, audited', path: '/today', headers: await as('licensing') },
    { name: 'Today, advisor', path: '/today', headers: advisor },
    { name: 'Contacts, waiting', path: '/contacts', headers: advisor },
    { name: 'Contacts, all', path: '/contacts?show=all', headers: advisor },
    { name: 'Child record', path: `/children/${child.id}`, headers: await as('safeguarding') },
    { name: 'Caseload, practitioner', path: '/cases', headers: await as('practitioner') },
    { name: 'Caseload, whole team', path: '/cases', headers: await as('cate-manager') },
    { name: 'Caseload, closed', path: '/cases?show=closed', headers: await as('cate-manager') },
    { name: 'Referrals', path: '/referrals', headers: advisor },
    { name: 'Today, a school', path: '/today', headers: await as('school') },
    { name: 'Today, manager', path: '/today', headers: manager },
    ...(await oversightOf(manager, db)),
    { name: 'Audit log', path: '/audit', headers: manager },
    { name: 'Contact, what is known', path: `/contacts/${contact.id}`, headers: advisor },
    { name: 'Records that may be one', path: '/children/matches', headers: advisor },
    { name: SEARCH, path: '/children', headers: { ...advisor, ...postHeaders(base, 'searchAction') }, post: search },
    { name: 'New contact (POST)', path: `/contacts/new/${randomUUID()}`, headers: { ...advisor, ...postHeaders(base, 'logContactAction') }, post: contactBody },
  ]
}

const TEN_YEARS = 'from.day=1&from.month=1&from.year=2017&until.day=31&until.month=12&until.year=2026'

/** Every page of figures, of the last year beside the one before it and of ten years at once. */
async function oversightOf(headers, db) {
  const [agency] = (await db.query(`SELECT referrer_agency_id AS id FROM contact WHERE referrer_agency_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`)).rows
  const { QUESTIONS } = await tsImport('../../lib/oversight/questions.ts', import.meta.url)
  const many = MANAGERS
  const questions = QUESTIONS.flatMap(({ id }) => [
    { name: `Figures, ${id}`, path: `/oversight/${id}?compare=yes`, headers, many },
    { name: `Figures, ${id}, ten years`, path: `/oversight/${id}?${TEN_YEARS}`, headers, many },
  ])
  return [
    { name: 'Figures, at a glance', path: '/oversight', headers, many },
    { name: 'Figures, glance, ten years', path: `/oversight?${TEN_YEARS}`, headers, many },
    ...questions,
    { name: 'Figures, one agency, ten years', path: `/oversight/partners?only=agency.${agency.id}&${TEN_YEARS}`, headers, many },
    { name: 'Figures, what is late now', path: '/oversight/now', headers, many },
    { name: 'Figures, rows, ten years', path: `/oversight/rows/contacts?${TEN_YEARS}`, headers, many },
    { name: 'Figures, rows of one month', path: `/oversight/rows/contacts?by=month&part=2020-03&${TEN_YEARS}`, headers, many },
    { name: 'Figures, pivot, ten years', path: `/oversight/pivot?figure=exploitation_source&rows=source_group&columns=outcome&${TEN_YEARS}`, headers, many },
    { name: 'Figures as a file, ten years', path: `/export/figures/csv?question=partners&${TEN_YEARS}`, headers, many: NOBODY_ELSE },
    { name: 'Figures, rows as a file', path: `/export/figure-rows/csv?figure=contacts&${TEN_YEARS}`, headers, many: NOBODY_ELSE },
    { name: 'Board report (PDF)', path: '/oversight/report', headers, many: NOBODY_ELSE },
    { name: 'Board report, ten years', path: `/oversight/report?${TEN_YEARS}`, headers, many: NOBODY_ELSE },
    { name: 'Public summary, ten years', path: `/oversight/summary?${TEN_YEARS}`, headers, many: NOBODY_ELSE },
  ]
}

const SEARCH = 'Search, misspelt (POST)'
const SEARCH_MS = 100

/** A name with one letter left out or two swapped, another each time. */
function misspelt(name, turn) {
  const at = 1 + (turn * 7) % (name.length - 2)
  return turn % 2 ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

const postHeaders = (base, action) => ({ origin: base, 'next-action': actionId(action), 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' })

const contactBody = () => JSON.stringify([contactForm({ child: { kind: 'unidentified', description: 'A pupil in year 9' }, concerns: ['missing'], exploitation: 'suspected' })])

/** Asks over and over for so many seconds. `failed` is how many answers were not the page, or refused what was sent. */
async function load(base, target, connections, seconds) {
  const request = { method: target.post ? 'POST' : 'GET', path: target.path, headers: target.headers }
  let refused = 0
  if (target.post) {
    request.setupRequest = (one) => ({ ...one, body: target.post() })
    // an action answers a refusal with 200 as well
    request.onResponse = (status, body) => void (body.includes('"ok":true') || refused++)
  }
  const asked = { url: base, connections, timeout: 60, requests: [request] }
  const timed = await autocannon({ ...asked, duration: seconds })
  // where none of the first was answered in that time, once more until each of them is
  const result = timed.requests.total || timed.errors ? timed : await autocannon({ ...asked, amount: connections })
  return { ...result, failed: refused + result.non2xx + result.errors + result.timeouts }
}

/** Waits until nothing is being read any more for those who hung up when their time was over. */
async function settled(db) {
  for (;;) {
    const { rows } = await db.query(`SELECT FROM pg_stat_activity WHERE usename = 'waymark_app' AND state <> 'idle'`)
    if (!rows.length) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/**
 * Measures every target, or those whose name has `only` in it, at each number of connections and prints one table. Goes
 * on to its end where a page fails, and gives how many did.
 */
export async function measureAll({ port, pid, adminUrl, seconds, only = '' }) {
  const base = `http://127.0.0.1:${port}`
  const db = new pg.Client({ connectionString: adminUrl })
  await db.connect()
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
  const postmaster = Number(fs.readFileSync((await db.query('SHOW data_directory')).rows[0].data_directory + '/postmaster.pid', 'utf8').split('\n')[0])
  const targets = (await targetsOf(base, db)).filter(({ name }, place) => place === 0 || name.toLowerCase().includes(only.toLowerCase()))
  const rows = []
  for (const target of targets) {
    const { name, many = EVERYBODY } = target
    await load(base, target, Math.min(many, 4), 2) // warm
    const row = { name, many }
    for (const connections of new Set([1, many])) {
      await settled(db)
      const before = { app: appCpu(pid), db: databaseCpu(postmaster), counts: await databaseCounts(db) }
      const result = await load(base, target, connections, seconds)
      const after = { app: appCpu(pid), db: databaseCpu(postmaster), counts: await databaseCounts(db) }
      const done = Math.max(1, result.requests.total)
      row[connections] = {
        failed: result.failed,
        perSecond: result.requests.average,
        p50: result.latency.p50,
        p97: result.latency.p97_5,
        p99: result.latency.p99,
        appCpu: (after.app - before.app) / done,
        dbCpu: (after.db - before.db) / done,
        statements: (after.counts.statements - before.counts.statements) / done,
        rowsRead: (after.counts.rowsRead - before.counts.rowsRead) / done,
      }
    }
    rows.push(row)
    process.stdout.write('.')
  }
  await db.end()
  print(rows, seconds)
  const failing = rows.filter((row) => row[1].failed || row[row.many].failed)
  for (const row of failing) console.log(`FAILED  ${row.name}: ${row[1].failed} one after another, ${row[row.many].failed} with ${row.many} at once`)
  return failing.length
}

function print(rows, seconds) {
  const floor = rows[0][1]
  const cell = (value, digits = 1) => value.toFixed(digits).padStart(8)
  console.log(`\n\n${seconds} s each, load ${os.loadavg().map((one) => one.toFixed(1)).join(' ')}, node ${process.version}, ${rows.length} targets; CPU in ms a request; the ratio is the app's CPU to the empty page's\n`)
  console.log(`${'page'.padEnd(32)}| 1 connection                                          ratio  statements  rows | at once`)
  console.log(`${''.padEnd(32)}|    req/s   p50 ms   p99 ms  app CPU   db CPU                               |      of    req/s   p50 ms   p99 ms  app CPU   db CPU`)
  for (const row of rows) {
    const one = row[1]
    const many = row.many > 1 ? row[row.many] : null
    const numbers = (set) => cell(set.perSecond) + ' ' + cell(set.p50, 0) + ' ' + cell(set.p99, 0) + ' ' + cell(set.appCpu, 2) + ' ' + cell(set.dbCpu, 2)
    console.log(`${row.name.padEnd(32)}| ${numbers(one)} ${cell(one.appCpu / floor.appCpu, 2)} ${cell(one.statements)} ${cell(one.rowsRead, 0)} | ${many ? `${String(row.many).padStart(7)} ${numbers(many)}` : '  one at a time'}`)
  }
  const search = rows.find((row) => row.name === SEARCH)?.[1]
  if (search) console.log(`\nsearch by misspelt names, one after another: ${search.p97} ms for all but one in forty (p95 is to stay under ${SEARCH_MS} ms); ${(search.p50 / Math.max(floor.p50, 0.5)).toFixed(1)} times the empty page at the middle`)
}
