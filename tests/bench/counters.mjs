import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

const TICK = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

// user and system time of a process, in milliseconds, with that of the children it has reaped
function cpuOf(pid, reaped = false) {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number)
  const ticks = fields[11] + fields[12] + (reaped ? fields[13] + fields[14] : 0)
  return (ticks * 1000) / TICK
}

/** The app's own CPU time so far, in milliseconds. */
export function appCpu(pid) {
  return cpuOf(pid)
}

/** The CPU time of the database server and all its processes so far, in milliseconds. */
export function databaseCpu(postmaster) {
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return children.reduce((sum, pid) => {
    try {
      return sum + cpuOf(pid)
    } catch {
      return sum // it ended meanwhile; its time is in the postmaster's
    }
  }, cpuOf(postmaster, true))
}

/** Statements run and rows read so far in this database. */
export async function databaseCounts(db) {
  const { rows } = await db.query(`
    SELECT (SELECT sum(calls)::float FROM pg_stat_statements WHERE dbid = d.oid) AS statements,
      (SELECT tup_fetched::float FROM pg_stat_database s WHERE s.datid = d.oid) AS fetched
    FROM pg_database d WHERE d.datname = current_database()`)
  return { statements: rows[0].statements, rowsRead: rows[0].fetched }
}
