import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { sameChildren } from '../children/together'
import { bornText, nameOf } from '../children/view'
import { callColumns, callFacts, checkTemplate, oneSendAtATime, raiseFlag, receivedAtOf, savedAlready, subjectColumns } from '../contacts/call'
import { raiseCaseCallAlerts } from '../contacts/alerts'
import { callView, type CallView } from '../contacts/call-view'
import { caseNoteSchema } from '../contacts/schema'
import { dropDraft } from '../drafts/commands'
import { tellHolder } from './tell-holder'

/**
 * Records a call about a child with an open case on the case: no contact, and not counted (DOMAIN 2, Rec 24).
 * Whoever holds the case is told, the CATE manager where nobody does; immediate danger goes to the safeguarding
 * lead as well. Sending the same form again gives the note that it made. Throws NotFound for a child who is not
 * there, Conflict where no case is open any more.
 */
export const recordOnCase = operation({
  name: 'cases.record-call',
  effect: 'change',
  permission: 'contact:log',
  input: caseNoteSchema,
  audit: ['case.call_recorded', 'case.call_opened'],
  async work(asking, entry) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const { submissionKey } = entry
    const asked = entry.child.childId
    await oneSendAtATime(tx, submissionKey)
    const made = await tx.caseNote.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true, childId: true, whatWasSaid: true } })
    if (made) {
      if (made.whatWasSaid !== entry.whatWasSaid) throw savedAlready('a call on the case')
      return { output: { id: made.id }, kind: 'case.call_opened', facts: { record: { type: 'case_note', id: made.id }, children: [made.childId] } }
    }
    const contact = await tx.contact.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { reference: true } })
    if (contact) throw savedAlready(contact.reference)
    const child = await tx.child.findUnique({ where: { areaId_id: { areaId, id: asked } }, select: { id: true } })
    if (!child) throw new NotFound()
    const open = await tx.cateCase.findFirst({ where: { areaId, childId: { in: await sameChildren(tx, asked) }, closedAt: null }, select: { id: true, reference: true, allocatedToId: true, childId: true } })
    if (!open) throw new Conflict('The case was closed while you had this open. Save this as a new contact instead; what you typed is still here.')
    // of two joined records, the one that the case is on
    const { childId } = open
    const receivedAt = receivedAtOf(entry, now)
    await checkTemplate(tx, areaId, entry.callTemplate)
    const note = await tx.caseNote.create({
      data: { ...callColumns(entry), areaId, caseId: open.id, childId, submissionKey, receivedAt, recordedById: actor.userId, recordedAt: now },
      select: { id: true },
    })
    await tx.caseNoteSubject.createMany({ data: subjectColumns(areaId, entry).map((row) => ({ ...row, noteId: note.id })) })
    await raiseFlag(tx, areaId, childId, entry.exploitation)
    const record = { type: 'case_note' as const, id: note.id }
    await tellHolder(asking, open, { kind: 'call_on_open_case', record, childId, what: 'Family Connect took a call about', immediateDanger: entry.immediateDanger })
    await raiseCaseCallAlerts(asking, { ...callColumns(entry), id: note.id, childId, caseReference: open.reference })
    await dropDraft(tx, areaId, submissionKey)
    return {
      output: { id: note.id },
      kind: 'case.call_recorded',
      facts: { record, children: [childId], before: null, after: { case: open.reference, ...callFacts(entry) } },
    }
  },
})

export type CaseCallView = CallView & {
  case: { id: string; reference: string; practitioner: string | null }
  child: { id: string; name: string; born: string }
  exploitation: 'yes' | 'suspected' | 'no'
  immediateDanger: boolean
  loggedBy: string
  loggedAt: string
}

/** One call on a case. Throws NotFound, as for one that is somebody else's to see. */
export const readCaseCall = operation({
  name: 'cases.read-call',
  effect: 'read',
  permission: 'case-note:read',
  input: z.strictObject({ noteId: z.uuid() }),
  audit: ['case.call_opened'],
  async work({ tx, actor, now }, { noteId }) {
    const note = await tx.caseNote.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: noteId } },
      include: { subjects: true, recordedBy: { select: { name: true } }, child: true, case: { select: { id: true, reference: true, allocatedTo: { select: { name: true } } } } },
    })
    if (!note) throw new NotFound()
    const output: CaseCallView = {
      ...(await callView(tx, note, may(actor.role, 'referrer:know'))),
      case: { id: note.case.id, reference: note.case.reference, practitioner: note.case.allocatedTo?.name ?? null },
      child: { id: note.child.id, name: nameOf(note.child), born: bornText(note.child, now) },
      exploitation: note.exploitation,
      immediateDanger: note.immediateDanger,
      loggedBy: note.recordedBy.name,
      loggedAt: note.recordedAt.toISOString(),
    }
    return { output, kind: 'case.call_opened', facts: { record: { type: 'case_note', id: noteId }, children: [note.childId] } }
  },
})
