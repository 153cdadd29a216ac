import { z } from 'zod'
import { operation } from '../access/operation'
import { oneOf } from '../input'
import { AUDIENCES, opensTo, withheldNote } from '../pathway/caveats'
import { aboutOf, chronologyOf, loadEnquiry, type ChronologyEntry } from './load'
import { answersOf, childrenOf, type EnquiryView } from './read'

/** An entry as a reader gets it: its text, or that something is withheld and whom to ask. */
export type Readable = { id: string; agency: string; shown: ChronologyEntry | null; withheld: string | null }

export type EnquiryPrint = Pick<EnquiryView, 'id' | 'reference' | 'about' | 'question' | 'openedAt' | 'openedBy' | 'answers' | 'decision'> & { printedAt: string; entries: Readable[] }

/** The enquiry as it may be printed for an audience: caveats are applied before anything leaves the server. Throws NotFound. */
export const printEnquiry = operation({
  name: 'enquiries.print',
  effect: 'read',
  permission: 'enquiry:read',
  input: z.strictObject({ enquiryId: z.uuid(), audience: oneOf(AUDIENCES, 'Choose for whom').exclude(['lead', 'auditor']) }),
  audit: ['enquiry.printed'],
  async work({ tx, actor, now }, { enquiryId, audience }) {
    const row = await loadEnquiry({ tx, actor }, enquiryId)
    const current = chronologyOf(row).filter((entry) => !entry.correctedBy)
    const output: EnquiryPrint = {
      id: row.id,
      reference: row.reference,
      about: aboutOf(row),
      question: row.question,
      openedAt: row.openedAt.toISOString(),
      openedBy: row.openedBy.name,
      printedAt: now.toISOString(),
      answers: answersOf(row, now),
      // what the lead wrote for colleagues is not written for the family
      decision: row.decision && audience !== 'family'
        ? { route: row.decision.route, reasons: row.decision.reasons, by: row.decision.decidedBy.name, at: row.decision.decidedAt.toISOString(), unanswered: row.decision.unanswered, referrals: [] }
        : null,
      entries: current.map((entry): Readable =>
        opensTo(entry, { audience, agencyId: null })
          ? { id: entry.id, agency: entry.agency, shown: entry, withheld: null }
          : { id: entry.id, agency: audience === 'family' ? '' : entry.agency, shown: null, withheld: withheldNote(entry.agency, entry.askWhom, audience) },
      ),
    }
    return { output, kind: 'enquiry.printed', facts: { record: { type: 'enquiry', id: row.id }, children: childrenOf(row) } }
  },
})
