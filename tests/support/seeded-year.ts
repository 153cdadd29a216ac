import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { QueryResultRow } from 'pg'
import type { CaseRow, ContactRow } from '../../prisma/seed/rows'
import { rows, type Urls } from './database'
import { ANCHOR, appEnvironment } from './postgres'

const run = promisify(execFile)

/** Runs the seeds as the demo's set-up does, in a process of their own. Gives what they said. */
export async function seed(urls: Urls, options: string[] = [], env: Record<string, string> = {}): Promise<string> {
  const args = ['--import', 'tsx', 'prisma/seed/index.ts', '--anchor', ANCHOR, ...options]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, WAYMARK_TEST_CLOCK: undefined, ...appEnvironment(urls.app), ...env } })
  return stdout
}

type Contact = Omit<ContactRow, 'received_at' | 'logged_at' | 'decision_due'> & {
  received_at: Date
  logged_at: Date
  decision_due: Date
  reported_as: string | null
  decided_at: Date | null
}
type Dates = 'referred_at' | 'opened_at' | 'panel_due' | 'panel_held_at' | 'next_review_due' | 'closed_at'
type Case = Omit<CaseRow, Dates> & {
  referred_at: Date
  panel_due: Date
  panel_held_at: Date | null
  next_review_due: Date | null
  sex: string
  ethnicity: string
  born: string
}
export const isOpen = ({ stage }: Case): boolean => stage !== 'closed'

const WRENMOOR = `WITH here AS (SELECT id FROM area WHERE code = 'WRN')`

/** Rows of Wrenmoor as that owner of a database sees them; in `wrenmoor`, `here` is the area. */
export function yearOf(owner: () => string) {
  const wrenmoor = <T extends QueryResultRow>(sql: string) => rows<T>(owner(), `${WRENMOOR} ${sql}`)
  return {
    wrenmoor,
    ofTable: <T extends QueryResultRow>(table: string, where = 'true') => wrenmoor<T>(`SELECT t.* FROM ${table} t JOIN here ON here.id = t.area_id WHERE ${where}`),
    contacts: () =>
      wrenmoor<Contact>(`SELECT c.*, d.reported_as, d.decided_at FROM contact c JOIN here ON here.id = c.area_id
        LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id ORDER BY c.received_at, c.reference`),
    cases: () =>
      wrenmoor<Case>(`SELECT k.*, c.sex, c.ethnicity, c.date_of_birth::text AS born
        FROM cate_case k JOIN here ON here.id = k.area_id JOIN child c ON c.area_id = k.area_id AND c.id = k.child_id`),
  }
}

/** How often each stands in a list. */
export const tally = (list: readonly string[]): Record<string, number> => list.reduce<Record<string, number>>((all, one) => ({ ...all, [one]: (all[one] ?? 0) + 1 }), {})
