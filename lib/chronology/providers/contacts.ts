import { may } from '../../access/permissions'
import { toldByOf } from '../../contacts/call-view'
import type { CaseNote, Contact } from '../../database/models'
import { codesOfSource, sourceOfCode, type ChronologyKind, type ChronologySource } from '../../pathway/chronology'
import { isMissingReport } from '../../pathway/known'
import { OUTCOME_LABELS } from '../../pathway/routing'
import { pageOf, type ChronologyEntry, type Provider } from '../entry'

const by = { select: { name: true } } as const
const TOLD: readonly ChronologySource[] = ['council', 'police', 'education', 'health', 'housing', 'family', 'other']

/** 'Contact from school' and whose it is; where that is withheld, neither is left, for this reader or on paper. */
function toldOf(what: string, row: Contact | CaseNote, mayKnow: boolean): Pick<ChronologyEntry, 'title' | 'onPaper' | 'source' | 'withheld'> {
  const told = toldByOf(row, mayKnow)
  const kept = `${what}; who told us is withheld`
  if (told.withheld && !mayKnow) return { title: kept, source: null, withheld: 'part' }
  const open = { title: `${what} from ${told.source.toLowerCase()}`, source: sourceOfCode(row.sourceCode), withheld: null }
  return told.withheld ? { ...open, onPaper: kept } : open
}

/** The filter by whose it is. A withheld one is among nobody's, because being found there would tell. */
function fromWhom(source: ChronologySource | null, mayKnow: boolean): object {
  if (!source) return {}
  const codes = codesOfSource(source)
  return { sourceCode: { ...codes }, ...(mayKnow ? {} : { identityWithheld: false }) }
}

function ofKind(kind: ChronologyKind | null): object {
  const missing = { OR: [{ channel: 'police_missing_report' }, { concerns: { has: 'missing' } }] }
  if (kind === 'missing') return missing
  return kind === 'contact' ? { NOT: missing } : {}
}

/** What was told to the front door; a report that she is missing is a kind of its own. */
const contacts: Provider = {
  prefix: 'contact',
  table: 'contact',
  kinds: ['contact', 'missing'],
  sources: TOLD,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'contact:read')) return []
    const mayKnow = may(actor.role, 'referrer:know')
    const page = pageOf('contact', range, 'receivedAt')
    const rows = await tx.contact.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: [...page.where, ofKind(range.kind), fromWhom(range.source, mayKnow)] },
      include: { loggedBy: by },
    })
    return rows.map((row) => {
      const missing = isMissingReport(row)
      return {
        key: `contact-${row.id}`, id: row.id, at: row.receivedAt.toISOString(), kind: missing ? 'missing' : 'contact', childId: row.childId ?? '',
        ...toldOf(missing ? 'Missing report' : 'Contact', row, mayKnow),
        text: row.whatWasSaid, by: row.loggedBy.name, link: { type: 'contact', id: row.id },
      }
    })
  },
}

/** What was decided of a contact, and why. */
const decisions: Provider = {
  prefix: 'decision',
  table: 'contact',
  kinds: ['decision'],
  sources: ['front_door'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'contact:read')) return []
    const page = pageOf('decision', range, 'decidedAt', 'contactId')
    const rows = await tx.contactDecision.findMany({
      ...page,
      where: { areaId: actor.areaId, contact: { childId: { in: [...childIds] } }, AND: page.where },
      include: { decidedBy: by, contact: { select: { childId: true } } },
    })
    return rows.map((row) => ({
      key: `decision-${row.contactId}`, id: row.contactId, at: row.decidedAt.toISOString(), kind: 'decision', childId: row.contact.childId ?? '',
      title: `Decided: ${row.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ')}`,
      text: row.rationale, by: row.decidedBy.name, source: 'front_door', link: { type: 'contact', id: row.contactId }, withheld: null,
    }))
  },
}

/** Calls recorded on an open case: they are no contacts (DOMAIN 2, Rec 24). */
const calls: Provider = {
  prefix: 'call',
  table: 'case_note',
  kinds: ['call'],
  sources: TOLD,
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'case-note:read')) return []
    const mayKnow = may(actor.role, 'referrer:know')
    const page = pageOf('call', range, 'receivedAt')
    const rows = await tx.caseNote.findMany({
      ...page,
      where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: [...page.where, fromWhom(range.source, mayKnow)] },
      include: { recordedBy: by, case: { select: { reference: true } } },
    })
    return rows.map((row) => ({
      key: `call-${row.id}`, id: row.id, at: row.receivedAt.toISOString(), kind: 'call', childId: row.childId,
      ...toldOf(`Call on case ${row.case.reference}`, row, mayKnow),
      text: row.whatWasSaid, by: row.recordedBy.name, link: { type: 'case_note', id: row.id },
    }))
  },
}

export const CONTACT_PROVIDERS: readonly Provider[] = [contacts, decisions, calls]
