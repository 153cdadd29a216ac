import { Invalid } from '../access/errors'
import type { Asking } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import type { Child } from '../database/models'
import type { ActionSource } from '../pathway/actions'
import { londonDay } from '../pathway/london'
import { agenciesThatAnswer } from '../sharing/receivers'
import type { NewAction } from './schema'

type Case = { id: string; childId: string; child: Pick<Child, 'givenName' | 'familyName' | 'knownAs' | 'dateOfBirth' | 'birthEstimated'> }

/**
 * Writes down what was agreed for the child of a case, in the work of a panel, plan, strategy meeting or review
 * (`sourceId` is that record's). Gives their ids, in order. Throws Invalid, with the path `${at}.<index>.<field>`,
 * for an agency that nobody answers for any more, somebody who has left, or a day that has passed.
 */
export async function addActions({ tx, actor, now }: Asking, one: Case, source: { kind: ActionSource; id: string }, actions: readonly NewAction[], at = 'actions'): Promise<string[]> {
  if (!actions.length) return []
  const { areaId, userId } = actor
  const agencies = new Set((await agenciesThatAnswer(tx, areaId)).map(({ id }) => id))
  const people = new Set((await workersOf({ tx, actor, now })).map(({ id }) => id))
  const problems: Record<string, string> = {}
  actions.forEach(({ ownerKind, ownerAgencyId, ownerUserId, dueOn }, index) => {
    if (ownerKind === 'agency' && !agencies.has(ownerAgencyId)) problems[`${at}.${index}.ownerAgencyId`] = 'Nobody answers for this agency in Waymark any more. Choose another owner'
    if (ownerKind === 'person' && !people.has(ownerUserId)) problems[`${at}.${index}.ownerUserId`] = 'This person has left or has no role here any more. Choose another owner'
    if (dueOn && dueOn < londonDay(now)) problems[`${at}.${index}.dueOn`] = 'The day has passed. Choose today or later'
  })
  if (Object.keys(problems).length) throw new Invalid(problems)
  const about = `${nameOf(one.child)}. ${bornText(one.child, now)}`
  const rows = actions.map(({ what, ownerKind, ownerUserId, ownerAgencyId, ownerName, dueOn }) => ({
    areaId, caseId: one.id, childId: one.childId, source: source.kind, sourceId: source.id, what, ownerKind,
    ownerUserId: ownerKind === 'person' ? ownerUserId : null,
    ownerAgencyId: ownerKind === 'agency' ? ownerAgencyId : null,
    ownerName: ownerKind === 'family' || ownerKind === 'other' ? ownerName : null,
    about, dueOn: new Date(dueOn ?? ''), agreedAt: now, agreedById: userId,
  }))
  const made = []
  for (const data of rows) made.push((await tx.agreedAction.create({ data, select: { id: true } })).id)
  return made
}

/** Who may be given an action by name: everybody of the area whose role works with children now, by name. */
export async function workersOf({ tx, actor, now }: Asking): Promise<{ id: string; name: string }[]> {
  return tx.userAccount.findMany({
    where: {
      deactivatedAt: null,
      assignments: { some: { areaId: actor.areaId, role: { in: ['practitioner', 'cate_manager', 'safeguarding_lead', 'panel_chair'] }, revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
