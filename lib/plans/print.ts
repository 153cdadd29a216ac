import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { nameOf } from '../children/view'
import { oneOf } from '../input'
import { familySections } from '../pathway/plan'
import { FAMILY } from './family-words'
import { loadCase, loadVersions } from './load'
import type { VersionView } from './view'

/** What leaves for the family: nothing withheld is among it, so that no page or file can show it. */
export type FamilyCopy = {
  /** As the young person likes to be called. */
  name: string
  version: number
  issuedAt: string
  reviewOn: string | null
  worker: string
  sections: { id: string; heading: string; text: string }[]
  /** What each said, in their words, where it may be shown. */
  said: { name: string; young: boolean; words: string }[]
  actions: { what: string; owner: string; dueOn: string; done: boolean }[]
}

export type ProfessionalCopy = { reference: string; name: string; born: string | null; version: VersionView; actions: ActionView[]; printedAt: string }

/** As lib/actions names the owner who is the young person. */
const YOUNG_PERSON = 'The young person'

const input = z.strictObject({ caseId: z.uuid(), as: oneOf(['page', 'pdf'], 'Choose page or PDF').default('page') })

/** The plan as it was last issued, for the family to keep. Throws NotFound where none is issued. */
export const printFamilyCopy = operation({
  name: 'plans.print-family',
  effect: 'read',
  permission: 'plan:read',
  input,
  audit: ['plan.printed'],
  async work(asking, { caseId, as }) {
    const { one, plan, issued, actions } = await loadIssued(asking, caseId)
    const output: FamilyCopy = {
      name: one.child.knownAs || one.child.givenName,
      version: issued.number,
      issuedAt: issued.at,
      reviewOn: issued.reviewOn,
      worker: one.allocatedTo?.name ?? issued.by,
      sections: familySections(issued.sections, issued.withheld),
      said: issued.involvement.filter(({ involved, withheld, words }) => involved === 'yes' && !withheld && words.trim()).map(({ party, name, words }) => ({ name, young: party === 'young', words })),
      actions: actions.filter(({ family, state }) => family && state !== 'not_done').map(({ what, owner, dueOn, state }) => ({ what, owner: owner === YOUNG_PERSON ? FAMILY.you : owner, dueOn, done: state === 'done' })),
    }
    return { output, kind: 'plan.printed', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId], terms: { copy: 'family', version: issued.number, as } } }
  },
})

/** The plan as it was last issued, whole, for professionals. Throws NotFound where none is issued. */
export const printPlan = operation({
  name: 'plans.print',
  effect: 'read',
  permission: 'plan:read',
  input,
  audit: ['plan.printed'],
  async work(asking, { caseId, as }) {
    const { one, plan, issued, actions } = await loadIssued(asking, caseId)
    const output: ProfessionalCopy = {
      reference: one.reference, name: nameOf(one.child), born: one.child.dateOfBirth?.toISOString().slice(0, 10) ?? null,
      version: issued, actions, printedAt: asking.now.toISOString(),
    }
    return { output, kind: 'plan.printed', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId], terms: { copy: 'professional', version: issued.number, as } } }
  },
})

async function loadIssued(asking: Parameters<typeof loadCase>[0], caseId: string) {
  const { tx, actor, now } = asking
  const { one: found, plan } = await loadCase(asking, caseId)
  const issued = plan ? (await loadVersions(asking, plan.id)).find(({ state }) => state === 'issued') : undefined
  if (!plan || !issued) throw new NotFound()
  const allocatedTo = found.allocatedToId ? await tx.userAccount.findUnique({ where: { id: found.allocatedToId }, select: { name: true } }) : null
  const rows = await tx.safetyPlanAction.findMany({ where: { areaId: actor.areaId, planId: plan.id }, include: { action: { include: actionInclude } } })
  const actions = rows.map(({ action, family }) => ({ ...viewAction(action, now), family })).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  return { one: { ...found, allocatedTo }, plan, issued, actions }
}
