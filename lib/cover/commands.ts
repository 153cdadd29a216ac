import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { loads } from '../cases/workload'
import { caseWeight } from '../pathway/caseload'
import { coverDaysProblem } from '../pathway/cover'
import { formatDate } from '../pathway/dates'
import { londonDay } from '../pathway/london'
import { keepContinuity } from './continuity'
import { endCoverOf } from './end'
import { coverSchema, endCoverSchema } from './schema'

/**
 * Arranges that another practitioner works with a young person while whoever holds the case is away, and says how she
 * hears of it. Sight of the case begins on the first day and ends after the last. Going over the maximum asks for a
 * reason (Rec 28). Sending the same form again gives the cover that it made. Throws NotFound, Invalid, or Conflict
 * where the case is closed, nobody holds it or a cover stands already.
 */
export const arrangeCover = operation({
  name: 'cover.arrange',
  effect: 'change',
  permission: 'case:allocate',
  input: coverSchema,
  audit: ['cover.arranged'],
  async work(asking, { caseId, submissionKey, coverId, startsOn, untilOn, reason, continuity }) {
    const { tx, actor, now } = asking
    const { areaId, userId, settings } = actor
    // one at a time for a case: of two at once the second is told
    await tx.$queryRaw`SELECT 1 FROM cate_case WHERE area_id = ${areaId}::uuid AND id = ${caseId}::uuid FOR UPDATE`
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { covers: { where: { OR: [{ endedAt: null }, { submissionKey }] }, include: { cover: true } } } })
    if (!one) throw new NotFound()
    const record = (id: string) => ({ type: 'case' as const, id })
    const again = one.covers.find((cover) => cover.submissionKey === submissionKey)
    if (again) return { output: { id: again.id }, kind: 'cover.arranged', facts: { record: record(caseId), children: [one.childId], before: { again: true }, after: { again: true } } }
    const holderId = one.allocatedToId
    if (one.stage === 'closed') throw new Conflict('This case is closed. There is nothing to cover.')
    if (!holderId) throw new Conflict('Nobody holds this case yet. Allocate it instead.')
    const [standing] = one.covers
    if (standing) throw new Conflict(`${standing.cover.name} covers this case already, until ${formatDate(standing.untilOn)}. End that cover first.`)
    const person = (await loads(tx, actor, now)).find(({ id }) => id === coverId)
    if (!person) throw new Invalid({ coverId: 'Choose a practitioner of this team' })
    if (coverId === holderId) throw new Invalid({ coverId: `${person.name} holds this case already` })
    if (!startsOn || !untilOn) throw new Invalid({ startsOn: 'Enter the days' })
    const problem = coverDaysProblem({ startsOn, untilOn }, londonDay(now))
    if (problem) throw new Invalid({ [problem.field]: problem.message })
    const weight = person.load.weight + caseWeight(one.level, one.stage)
    if (weight > settings.caseloadMaximum && !reason) throw new Invalid({ reason: `This takes ${person.name} to ${weight}, over the maximum of ${settings.caseloadMaximum}. Say why` })
    const begunAt = startsOn <= londonDay(now) ? now : null
    const { id } = await tx.caseCover.create({
      data: { areaId, caseId, childId: one.childId, submissionKey, coverId, holderId, startsOn: new Date(startsOn), untilOn: new Date(untilOn), reason: reason || null, arrangedAt: now, arrangedById: userId, begunAt },
      select: { id: true },
    })
    await keepContinuity(asking, one, { coverId: id }, continuity)
    const days = `from ${formatDate(new Date(startsOn))} until ${formatDate(new Date(untilOn))}`
    const told = { kind: 'cover_arranged', childId: one.childId } as const
    await raiseAlert(asking, { ...told, key: `cover ${id} cover`, owner: { userId: coverId }, record: { type: begunAt ? 'case' : 'cover', id: begunAt ? caseId : id }, why: `You cover a case ${days}. Speak with whoever holds it, and read how the young person is told.` })
    await raiseAlert(asking, { ...told, key: `cover ${id} holder`, owner: { userId: holderId }, record: record(caseId), why: `A case of yours is covered ${days}. Read what the young person is told of it.` })
    return {
      output: { id },
      kind: 'cover.arranged',
      facts: { record: record(caseId), children: [one.childId], before: { holderId }, after: { coverId, startsOn, untilOn, weight, maximum: settings.caseloadMaximum, reason: reason || null } },
    }
  },
})

/** Ends a cover before its last day, or one that has not begun. Throws NotFound, or Conflict where it is over. */
export const endCover = operation({
  name: 'cover.end',
  effect: 'change',
  permission: 'case:allocate',
  input: endCoverSchema,
  audit: ['cover.ended'],
  async work(asking, { coverId, why }) {
    const { tx, actor } = asking
    const cover = await tx.caseCover.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: coverId } } })
    if (!cover) throw new NotFound()
    if (cover.endedAt) throw new Conflict('This cover is over already.')
    await endCoverOf(asking, cover, why)
    return { output: null, kind: 'cover.ended', facts: { record: { type: 'case', id: cover.caseId }, children: [cover.childId], before: { begun: cover.begunAt !== null }, after: { why } } }
  },
})
