import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { isoDate } from '../dates'
import { londonDay } from '../pathway/london'
import type { Blackout, Cut } from '../pathway/redaction'
import type { Ground, Requester } from '../pathway/subject-access'
import { copyOf, type Copy, type Decided } from './copy'
import { decisionsOf, refuseInterest } from './load'

/**
 * The copy of a request that two people agreed, to leave as a file. The event names who took it, in which form, and
 * every row of the record that is in it. Throws NotFound, Conflict where it is not ready, or one declared an interest.
 */
export const takeCopy = operation({
  name: 'subject-access.copy',
  effect: 'read',
  permission: 'subject-access:prepare',
  input: z.strictObject({ requestId: z.uuid(), as: z.enum(['pdf', 'json']) }),
  audit: ['subject_access.exported'],
  timeout: 30_000,
  async work({ tx, actor, now }, { requestId, as }) {
    const { areaId } = actor
    const request = await tx.subjectAccessRequest.findUnique({ where: { areaId_id: { areaId, id: requestId } }, include: { child: true } })
    if (!request) throw new NotFound()
    await refuseInterest(tx, requestId)
    if (request.state !== 'ready' && request.state !== 'handed_over') throw new Conflict('There is a copy once a second person has agreed all of it.')
    const passages = await decisionsOf(tx, areaId, requestId)
    const texts = new Map((await tx.subjectAccessPassage.findMany({ where: { areaId, requestId }, select: { id: true, text: true } })).map(({ id, text }) => [id, text]))
    const decided = passages.map(({ id, number, kind, at, locks, decision }): Decided => {
      // the database holds that there is none such; a copy is never made of what nobody agreed
      const text = texts.get(id)
      if (text === undefined || !decision?.reading?.agrees || decision.reading.byId === decision.byId) throw new Conflict('A second person has not agreed all of it.')
      return { number, kind, on: londonDay(at), text, locks: locks as unknown as Cut[], verdict: decision.verdict, ground: decision.ground as Ground | null, blackouts: decision.blackouts as unknown as Blackout[] }
    })
    const { child } = request
    const copy: Copy = copyOf({
      reference: request.reference, area: actor.areaName, about: { name: nameOf(child), born: bornText(child, now), reference: child.reference }, requester: request.requester as Requester,
      receivedOn: isoDate(request.receivedOn), madeOn: londonDay(now),
    }, decided)
    const left = new Set(copy.passages.flatMap((one) => (one.withheld === 'whole' ? [] : [one.number])))
    const rows = passages.filter(({ number }) => left.has(number))
    const { given, part, whole } = copy.summary
    return {
      output: copy,
      kind: 'subject_access.exported',
      facts: { record: { type: 'subject_access', id: requestId }, rows: rows.map(({ recordId }) => recordId), children: [...new Set([request.childId, ...rows.map(({ childId }) => childId)])], terms: { as, reader: actor.name, given, part, whole } },
    }
  },
})
