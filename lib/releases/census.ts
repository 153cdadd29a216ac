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
  const references = new Map(children.map(({ id, reference }) => [id, reference]))
  const named = <R extends { childId: string }>(rows: readonly R[]) => rows.map((row) => ({ ...row, child: references.get(row.childId) ?? '' }))
  const dictionary = [...told('children.csv', CHILD_COLUMNS), ...told('referrals.csv', REFERRAL_COLUMNS), ...told('section47.csv', PROTECTION_COLUMNS)]
  const parts: Part[] = [
    { name: 'README.txt', pieces: text(README(actor.areaName, period)) },
    { name: 'dictionary.csv', pieces: csvRows([{ name: 'file', cell: (row: Line) => row.file }, { name: 'column', cell: (row: Line) => row.column }, { name: 'means', cell: (row: Line) => row.means }], dictionary) },
    { name: 'children.csv', pieces: csvRows(CHILD_COLUMNS, children) },
    { name: 'referrals.csv', pieces: csvRows(REFERRAL_COLUMNS, named(referrals)) },
    { name: 'section47.csv', pieces: csvRows(PROTECTION_COLUMNS, named(protections)) },
  ]
  return { parts, children: ids }
}

type Line = { file: string; column: string; means: string }
const told = <R>(file: string, columns: readonly CensusColumn<R>[]): Line[] => columns.map(({ name, means }) => ({ file, column: name, means }))

const instants = ({ from, until }: Between) => [instantAt(from, 0), instantAt(addDaysTo(until, 1), 0)] as const

async function childrenOf(tx: Tx, { areaId }: Actor, ids: readonly string[]): Promise<(CensusChild & { id: string })[]> {
  return tx.$queryRaw<(CensusChild & { id: string })[]>`
    SELECT id, reference, upn, date_of_birth::text AS "dateOfBirth", birth_estimated AS "birthEstimated", sex::text, ethnicity, disabilities
    FROM child WHERE area_id = ${areaId}::uuid AND id = ANY (${[...ids]}::uuid[]) ORDER BY reference`
}

/** Which record stands for a child: records that a person judged to be one child are one (decision 0010). */
async function standingFor(tx: Tx, { areaId }: Actor): Promise<(childId: string) => string> {
  const joined = await tx.$queryRaw<{ merged: string; kept: string }[]>`SELECT merged_id AS merged, kept_id AS kept FROM child_judgement WHERE area_id = ${areaId}::uuid AND merged_id IS NOT NULL AND undone_at IS NULL`
  const kept = new Map(joined.map((one) => [one.merged, one.kept]))
  return (childId) => kept.get(childId) ?? childId
}

const by = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]))

type Referred = { id: string; childId: string; contactId: string; sentOn: string; outcome: 'cate' | 'safeguarding'; taken: boolean | null }
type OfContact = Pick<CensusReferral, 'source' | 'exploitation' | 'concerns'> & { id: string; contact: string }
type OfCase = Pick<CensusReferral, 'closedOn' | 'closureReason'> & { id: string; caseId: string; case: string }

// a statement for each table: under row-level security a join of them reads every row of one for every row of the other
async function referralsOf(tx: Tx, actor: Actor, period: Between): Promise<(Omit<CensusReferral, 'child'> & { childId: string })[]> {
  const { areaId } = actor
  const [from, until] = instants(period)
  const sent = await tx.$queryRaw<Referred[]>`
    SELECT id, child_id AS "childId", contact_id AS "contactId", (sent_at AT TIME ZONE 'Europe/London')::date::text AS "sentOn", outcome::text,
      CASE WHEN state = 'declined' THEN false WHEN state IN ('accepted', 'action_taken', 'closed') THEN true END AS taken
    FROM referral WHERE area_id = ${areaId}::uuid AND sent_at >= ${from} AND sent_at < ${until} AND outcome IN ('cate', 'safeguarding') AND follows_id IS NULL AND child_id IS NOT NULL
    ORDER BY sent_at, id`
  const contacts = by(await tx.$queryRaw<OfContact[]>`
    SELECT id, reference AS contact, source_code AS source, exploitation::text, concerns FROM contact WHERE area_id = ${areaId}::uuid AND id = ANY (${sent.map(({ contactId }) => contactId)}::uuid[])`)
  const cases = by(await tx.$queryRaw<OfCase[]>`
    SELECT referral_id AS id, id AS "caseId", reference AS case, CASE WHEN closed_at < ${until} THEN (closed_at AT TIME ZONE 'Europe/London')::date::text END AS "closedOn", closure_reason AS "closureReason"
    FROM cate_case WHERE area_id = ${areaId}::uuid AND referral_id = ANY (${sent.map(({ id }) => id)}::uuid[])`)
  const assessed = await tx.$queryRaw<{ caseId: string; models: string[] }[]>`
    SELECT case_id AS "caseId", models FROM assessment WHERE area_id = ${areaId}::uuid AND case_id = ANY (${[...cases.values()].map(({ caseId }) => caseId)}::uuid[]) AND finished_at < ${until}`
  const whose = await standingFor(tx, actor)
  return sent.flatMap(({ id, childId, contactId, ...referral }) => {
    const contact = contacts.get(contactId)
    const held = cases.get(id)
    // few referrals became a case, so that few are looked through
    const models = held ? assessed.filter(({ caseId }) => caseId === held.caseId).flatMap((one) => one.models) : []
    return contact ? [{ ...referral, childId: whose(childId), contact: contact.contact, source: contact.source, exploitation: contact.exploitation, concerns: contact.concerns, models, case: held?.case ?? null, closedOn: held?.closedOn ?? null, closureReason: held?.closureReason ?? null }] : []
  })
}

type Began = Omit<CensusProtection, 'child' | 'case' | 'conferenceOn' | 'conferenceNotNeeded'> & { meetingId: string; caseId: string }

async function protectionsOf(tx: Tx, actor: Actor, period: Between): Promise<(Omit<CensusProtection, 'child'> & { childId: string })[]> {
  const { areaId } = actor
  const [from, until] = instants(period)
  const began = await tx.$queryRaw<Began[]>`
    SELECT meeting_id AS "meetingId", case_id AS "caseId", (decided_at AT TIME ZONE 'Europe/London')::date::text AS "beganOn"
    FROM strategy_decision WHERE area_id = ${areaId}::uuid AND section47 = 'begins' AND decided_at >= ${from} AND decided_at < ${until} ORDER BY decided_at, meeting_id`
  const cases = by(await tx.$queryRaw<{ id: string; reference: string; childId: string }[]>`SELECT id, reference, child_id AS "childId" FROM cate_case WHERE area_id = ${areaId}::uuid AND id = ANY (${began.map(({ caseId }) => caseId)}::uuid[])`)
  const steps = await tx.$queryRaw<{ meetingId: string; kind: string; onDay: string }[]>`SELECT meeting_id AS "meetingId", kind::text, on_day::text AS "onDay" FROM protection_step WHERE area_id = ${areaId}::uuid AND meeting_id = ANY (${began.map(({ meetingId }) => meetingId)}::uuid[])`
  const whose = await standingFor(tx, actor)
  return began.flatMap(({ meetingId, caseId, beganOn }) => {
    const held = cases.get(caseId)
    const of = steps.filter((step) => step.meetingId === meetingId)
    const conferenceOn = of.find(({ kind }) => kind === 'conference_held')?.onDay ?? null
    return held ? [{ childId: whose(held.childId), case: held.reference, beganOn, conferenceOn, conferenceNotNeeded: of.some(({ kind }) => kind === 'conference_not_needed') }] : []
  })
}
