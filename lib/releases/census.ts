import type { Actor } from '../access/actor'
import type { Tx } from '../access/operation'
import { CHILD_COLUMNS, NOT_KEPT, PROTECTION_COLUMNS, REFERRAL_COLUMNS, type CensusChild, type CensusColumn, type CensusProtection, type CensusReferral } from '../pathway/census'
import { addDaysTo, instantAt, type IsoDay } from '../pathway/london'
import { csvRows, text, type Part } from './parts'

type Between = { from: IsoDay; until: IsoDay }

const README = (area: string, { from, until }: Between) => `${area}: codes for the children-in-need census, ${from} to ${until}, both included.

children.csv     a child each who was referred to the CATE team or to safeguarding in that time, or for whom section 47 began.
referrals.csv    those referrals, and how the CATE case ended that came of them. One sent on in place of another is not a second one.
section47.csv    section 47 enquiries that began at a strategy meeting in that time.
dictionary.csv   every column and what it means.
manifest.json    every file with its rows, bytes and SHA-256.

Children are named by the area's reference alone. UTF-8, comma separated, as the records stood when the file was made.

What the census asks for and Waymark does not keep:
${NOT_KEPT.map((one) => `- ${one}`).join('\n')}
`

/** What the census asks for of a period, as files, and the ids of the children in them. */
export async function censusParts(tx: Tx, actor: Actor, period: Between): Promise<{ parts: Part[]; children: string[] }> {
  const referrals = await referralsOf(tx, actor, period)
  const protections = await protectionsOf(tx, actor, period)
  const ids = [...new Set([...referrals, ...protections].map(({ childId }) => childId))]
  const children = await childrenOf(tx, actor, ids)
  const dictionary = [...told('children.csv', CHILD_COLUMNS), ...told('referrals.csv', REFERRAL_COLUMNS), ...told('section47.csv', PROTECTION_COLUMNS)]
  const parts: Part[] = [
    { name: 'README.txt', pieces: text(README(actor.areaName, period)) },
    { name: 'dictionary.csv', pieces: csvRows([{ name: 'file', cell: (row: Line) => row.file }, { name: 'column', cell: (row: Line) => row.column }, { name: 'means', cell: (row: Line) => row.means }], dictionary) },
    { name: 'children.csv', pieces: csvRows(CHILD_COLUMNS, children) },
    { name: 'referrals.csv', pieces: csvRows(REFERRAL_COLUMNS, referrals) },
    { name: 'section47.csv', pieces: csvRows(PROTECTION_COLUMNS, protections) },
  ]
  return { parts, children: ids }
}

type Line = { file: string; column: string; means: string }
const told = <R>(file: string, columns: readonly CensusColumn<R>[]): Line[] => columns.map(({ name, means }) => ({ file, column: name, means }))

const instants = ({ from, until }: Between) => [instantAt(from, 0), instantAt(addDaysTo(until, 1), 0)] as const

async function childrenOf(tx: Tx, { areaId }: Actor, ids: readonly string[]): Promise<CensusChild[]> {
  return tx.$queryRaw<CensusChild[]>`
    SELECT reference, upn, date_of_birth::text AS "dateOfBirth", birth_estimated AS "birthEstimated", sex::text, ethnicity, disabilities
    FROM child WHERE area_id = ${areaId}::uuid AND id = ANY (${[...ids]}::uuid[]) ORDER BY reference`
}

/** Records that a person judged to be one child are one (decision 0010). */
async function referralsOf(tx: Tx, { areaId }: Actor, period: Between): Promise<(CensusReferral & { childId: string })[]> {
  const [from, until] = instants(period)
  return tx.$queryRaw<(CensusReferral & { childId: string })[]>`
    SELECT k.id AS "childId", k.reference AS child, c.reference AS contact, (r.sent_at AT TIME ZONE 'Europe/London')::date::text AS "sentOn", c.source_code AS source, r.outcome::text,
      CASE WHEN r.state = 'declined' THEN false WHEN r.state IN ('accepted', 'action_taken', 'closed') THEN true END AS taken,
      c.exploitation::text, c.concerns, coalesce((SELECT array_agg(DISTINCT m) FROM assessment a, unnest(a.models) m WHERE a.area_id = h.area_id AND a.case_id = h.id AND a.finished_at < ${until}), '{}') AS models,
      h.reference AS case, CASE WHEN h.closed_at < ${until} THEN (h.closed_at AT TIME ZONE 'Europe/London')::date::text END AS "closedOn", h.closure_reason AS "closureReason"
    FROM referral r
    JOIN contact c ON c.area_id = r.area_id AND c.id = r.contact_id
    LEFT JOIN child_judgement j ON j.area_id = r.area_id AND j.merged_id = r.child_id AND j.undone_at IS NULL
    JOIN child k ON k.area_id = r.area_id AND k.id = coalesce(j.kept_id, r.child_id)
    LEFT JOIN cate_case h ON h.area_id = r.area_id AND h.referral_id = r.id
    WHERE r.area_id = ${areaId}::uuid AND r.outcome IN ('cate', 'safeguarding') AND r.follows_id IS NULL AND r.sent_at >= ${from} AND r.sent_at < ${until}
    ORDER BY r.sent_at, r.id`
}

async function protectionsOf(tx: Tx, { areaId }: Actor, period: Between): Promise<(CensusProtection & { childId: string })[]> {
  const [from, until] = instants(period)
  return tx.$queryRaw<(CensusProtection & { childId: string })[]>`
    SELECT k.id AS "childId", k.reference AS child, h.reference AS case, (d.decided_at AT TIME ZONE 'Europe/London')::date::text AS "beganOn",
      (SELECT s.on_day::text FROM protection_step s WHERE s.area_id = d.area_id AND s.meeting_id = d.meeting_id AND s.kind = 'conference_held') AS "conferenceOn",
      EXISTS (SELECT FROM protection_step s WHERE s.area_id = d.area_id AND s.meeting_id = d.meeting_id AND s.kind = 'conference_not_needed') AS "conferenceNotNeeded"
    FROM strategy_decision d
    JOIN cate_case h ON h.area_id = d.area_id AND h.id = d.case_id
    LEFT JOIN child_judgement j ON j.area_id = h.area_id AND j.merged_id = h.child_id AND j.undone_at IS NULL
    JOIN child k ON k.area_id = h.area_id AND k.id = coalesce(j.kept_id, h.child_id)
    WHERE d.area_id = ${areaId}::uuid AND d.section47 = 'begins' AND d.decided_at >= ${from} AND d.decided_at < ${until}
    ORDER BY d.decided_at, d.meeting_id`
}
