import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { oneSendAtATime } from '../contacts/call'
import type { CaseSession, CateCase } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { formatDate } from '../pathway/dates'
import { sessionDraftId } from './draft-id'
import { isSeen, sessionSchema } from './schema'
import type { z } from 'zod'

type Entry = z.output<typeof sessionSchema>

const A_YEAR = 366 * 24 * 3_600_000

/**
 * Writes a session into the log of a case, or corrects one with a further entry; both stay. Sending the same form
 * again, as after a lost signal, gives the entry that it made. A disclosure is kept apart and the safeguarding lead is
 * told in the same transaction. Throws NotFound, Invalid for a time that cannot be, Conflict where the entry is
 * corrected already.
 */
export const logSession = operation({
  name: 'casework.log-session',
  effect: 'change',
  permission: 'casework:write',
  input: sessionSchema,
  audit: ['case.session_logged', 'case.session_corrected', 'case.session_opened'],
  async work(asking, entry) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    await oneSendAtATime(tx, entry.submissionKey)
    const made = await tx.caseSession.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey: entry.submissionKey } } })
    if (made) {
      if (!sameAs(made, entry)) throw new Invalid({ form: 'This session was saved already, with other words. What you typed is still here: open the saved one from the case, and correct it there.' })
      await dropDraft(tx, areaId, sessionDraftId(userId, entry.correctsId || entry.caseId))
      return { output: { id: made.id }, kind: 'case.session_opened', facts: { record: { type: 'case_session', id: made.id }, children: [made.childId] } }
    }
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: entry.caseId } } })
    if (!one) throw new NotFound()
    const corrected = entry.correctsId ? await entryToCorrect(asking, one.id, entry.correctsId) : null
    checkTime(entry, one, now)
    const firstId = corrected ? (corrected.firstId ?? corrected.id) : null
    const { id } = await tx.caseSession.create({
      data: { areaId, caseId: one.id, childId: one.childId, submissionKey: entry.submissionKey, correctsId: corrected?.id ?? null, firstId, byId: userId, at: now, ...columns(entry) },
      select: { id: true },
    })
    const disclosed = isSeen(entry.type) && entry.disclosed === 'yes'
    if (disclosed) await keepDisclosure(asking, one, entry, { id, firstId })
    await dropDraft(tx, areaId, sessionDraftId(userId, corrected?.id ?? one.id))
    const after = { case: one.reference, type: entry.type, happenedAt: entry.happenedAt.toISOString(), minutes: entry.minutes, safety: columns(entry).safety, disclosed }
    const record = { type: 'case_session' as const, id }
    return corrected
      ? { output: { id }, kind: 'case.session_corrected', facts: { record, children: [one.childId], before: { id: corrected.id, type: corrected.type, happenedAt: corrected.happenedAt.toISOString() }, after } }
      : { output: { id }, kind: 'case.session_logged', facts: { record, children: [one.childId], before: null, after } }
  },
})

/** The columns that are the form's own. What was typed under a question that this type does not ask is not kept. */
function columns(entry: Entry) {
  const seen = isSeen(entry.type)
  return {
    happenedAt: entry.happenedAt, minutes: entry.minutes, place: entry.place, type: entry.type, present: entry.present || null, account: entry.account,
    childWords: (seen && entry.childWords) || null, safety: (seen && entry.safety) || null, nextStep: entry.nextStep || null, nextOn: entry.nextOn ? new Date(entry.nextOn) : null,
  }
}

/** Whether a form that comes again says what it said: what differs would be lost in silence. */
function sameAs(made: CaseSession, entry: Entry): boolean {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value)
  return made.caseId === entry.caseId && Object.entries(columns(entry)).every(([key, value]) => plain(made[key as keyof CaseSession]) === plain(value))
}

function checkTime({ happenedAt, correctsId }: Entry, one: CateCase, now: Date): void {
  if (happenedAt > now) throw new Invalid({ happenedAt: 'It cannot have been in the future' })
  if (now.getTime() - happenedAt.getTime() > A_YEAR && !correctsId) throw new Invalid({ happenedAt: 'It must have been within the last year' })
  if (one.closedAt && happenedAt > one.closedAt) throw new Invalid({ happenedAt: `The case was closed on ${formatDate(one.closedAt)}. A session after that needs the case to be opened again` })
}

async function entryToCorrect({ tx, actor }: Asking, caseId: string, id: string): Promise<CaseSession> {
  await oneSendAtATime(tx, `correct ${id}`)
  const entry = await tx.caseSession.findUnique({ where: { areaId_id: { areaId: actor.areaId, id } }, include: { correctedBy: { select: { id: true } } } })
  if (!entry || entry.caseId !== caseId) throw new NotFound()
  if (entry.correctedBy) throw new Conflict('Somebody corrected this entry while you had it open. What you typed is still here: open the newest entry and correct that one.')
  return entry
}

/** What was told is written down once for a session, whatever is corrected afterwards, and the safeguarding lead is asked what is done. */
async function keepDisclosure(asking: Asking, one: CateCase, entry: Entry, { id, firstId }: { id: string; firstId: string | null }): Promise<void> {
  const { tx, actor, now } = asking
  const sessionId = firstId ?? id
  const { areaId } = actor
  if (await tx.disclosure.findUnique({ where: { areaId_sessionId: { areaId, sessionId } }, select: { id: true } })) return
  await tx.disclosure.create({ data: { areaId, caseId: one.id, childId: one.childId, sessionId, words: entry.disclosureWords, heardById: actor.userId, heardAt: entry.happenedAt, at: now } })
  await raiseAlert(asking, {
    kind: 'disclosure_made',
    key: `disclosure_made ${sessionId}`,
    owner: { role: 'safeguarding_lead' },
    why: `A young person in case ${one.reference} told ${actor.role === 'practitioner' ? 'their practitioner' : 'the CATE team'} of exploitation or abuse. Say what is done about it.`,
    record: { type: 'case_session', id },
    evidence: [{ type: 'case', id: one.id, label: `Case ${one.reference}` }],
    childId: one.childId,
  })
}
