import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import type { Json } from '../audit/kinds'
import { withheldNote } from '../pathway/caveats'
import type { EnquiryRoute } from '../pathway/enquiry'
import { chronologyOf, aboutOf, type ChronologyEntry, type EnquiryRow } from './load'
import { answersOf, type AgencyAnswer } from './read'
import { sealOf } from './seal'

/** What a snapshot's head says. Of each part it has the seal, the agency and whom to ask, and nothing of its text. */
export type SnapshotHead = {
  reference: string
  about: string
  question: string
  openedAt: string
  openedBy: string
  takenAt: string
  decision: { route: EnquiryRoute; reasons: string; by: string; at: string }
  answers: Pick<AgencyAnswer, 'agency' | 'answer' | 'answeredAt' | 'late'>[]
  names: { kind: 'person' | 'vehicle' | 'postcode' | 'phone'; shown: string }[]
  parts: { sha256: string; agency: string; askWhom: string }[]
}

/**
 * Keeps the enquiry as it stands, with a referral: a sealed head, and a part for each entry that is not corrected
 * since. Names that stand only in entries kept from some are left out of the head, which all receivers read.
 */
export async function takeSnapshot({ tx, actor, now }: Asking, row: EnquiryRow, referralId: string): Promise<void> {
  const { areaId } = actor
  if (!row.decision) throw new Error('an enquiry travels once it is decided')
  const entries = chronologyOf(row).filter((entry) => !entry.correctedBy)
  const contents = entries.map((entry) => JSON.parse(JSON.stringify(entry)) as Json)
  const head: SnapshotHead = {
    reference: row.reference,
    about: aboutOf(row),
    question: row.question,
    openedAt: row.openedAt.toISOString(),
    openedBy: row.openedBy.name,
    takenAt: now.toISOString(),
    decision: { route: row.decision.route, reasons: row.decision.reasons, by: row.decision.decidedBy.name, at: row.decision.decidedAt.toISOString() },
    answers: answersOf(row, now).map(({ agency, answer, answeredAt, late }) => ({ agency, answer, answeredAt, late })),
    names: row.names.filter(({ verdict, restricted }) => verdict === 'accepted' && !restricted).map(({ kind, shown }) => ({ kind, shown })),
    parts: entries.map((entry, at) => ({ sha256: sealOf(contents[at] ?? null), agency: entry.agency, askWhom: entry.askWhom })),
  }
  const snapshot = await tx.enquirySnapshot.create({
    data: { areaId, enquiryId: row.id, referralId, takenAt: now, byId: actor.userId, content: head, sha256: sealOf(head) },
  })
  await tx.enquirySnapshotPart.createMany({
    data: entries.map((entry, position) => ({
      areaId, snapshotId: snapshot.id, position, entryId: entry.id, agencyId: entry.agencyId, content: contents[position] as object, sha256: sealOf(contents[position] ?? null),
    })),
  })
}

/** A snapshot as its reader gets it, entries in the order of the chronology. */
export type SnapshotView = {
  id: string
  sentBy: string
  head: Omit<SnapshotHead, 'parts'>
  entries: { key: string; agency: string; shown: ChronologyEntry | null; withheld: string | null }[]
  sha256: string
  /** Whether head and parts still are what was sealed. */
  whole: boolean
}

/**
 * The enquiries that came with a referral, newest first; what a caveat keeps from the reader never leaves the
 * database. Nothing where none came, or the referral is not open to the person asking.
 */
export const readSnapshots = operation({
  name: 'enquiries.snapshots',
  effect: 'read',
  permission: 'enquiry:read-snapshot',
  input: z.strictObject({ referralId: z.uuid() }),
  audit: ['enquiry.snapshot_opened'],
  async work({ tx, actor }, { referralId }) {
    const rows = await tx.enquirySnapshot.findMany({
      where: { areaId: actor.areaId, referralId },
      orderBy: { takenAt: 'desc' },
      include: { by: { select: { name: true } }, parts: true, referral: { select: { childId: true } } },
    })
    const output = rows.map((row): SnapshotView => {
      const { parts, ...head } = row.content as SnapshotHead
      const open = new Map(row.parts.map((part) => [part.position, part]))
      return {
        id: row.id,
        sentBy: row.by.name,
        head,
        entries: parts.map((sealed, position) => {
          const part = open.get(position)
          return part
            ? { key: sealed.sha256 + position, agency: sealed.agency, shown: part.content as unknown as ChronologyEntry, withheld: null }
            : { key: `withheld ${position}`, agency: sealed.agency, shown: null, withheld: withheldNote(sealed.agency, sealed.askWhom, 'professional') }
        }),
        sha256: row.sha256,
        whole: sealOf(row.content as Json) === row.sha256 && row.parts.every((part) => sealOf(part.content as Json) === parts[part.position]?.sha256),
      }
    })
    return {
      output,
      kind: 'enquiry.snapshot_opened',
      facts: { record: { type: 'referral', id: referralId }, children: rows.flatMap(({ referral }) => referral.childId ?? []) },
    }
  },
})
