import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import type { Party } from '../pathway/plan'
import { differencesOf, type PartDifference } from './difference'
import { flat, flatLabels, formOf } from './flat'
import { loadCase, loadVersions } from './load'
import type { VersionView } from './view'

export type VersionLine = Pick<VersionView, 'number' | 'at' | 'by' | 'state' | 'note'> & { /** What changed, in words. */ changed: string[] }

export type PlanHistory = {
  reference: string
  child: { id: string; name: string }
  versions: VersionLine[]
  /** The two that are compared, the older first; nothing where there is only one. */
  compared: { from: number; to: number; parts: PartDifference[] } | null
}

const number = z.number().int().min(1).max(2_147_483_647)

/** Every version of a plan, and how two of them differ: the last two unless said. Throws NotFound. */
export const readPlanHistory = operation({
  name: 'plans.history',
  effect: 'read',
  permission: 'plan:read',
  input: z.strictObject({ caseId: z.uuid(), from: number.optional(), to: number.optional() }),
  audit: ['plan.opened'],
  async work(asking, { caseId, from, to }) {
    const { one, plan, parties } = await loadCase(asking, caseId)
    if (!plan) throw new NotFound()
    const versions = await loadVersions(asking, plan.id)
    // issuing changes no word: what an issued version is compared with is the last one that says something else
    const written = versions.filter(({ changed, number: at }) => changed.length > 0 || at === 1)
    const newer = versions.find((one) => one.number === to) ?? versions[0]
    const older = versions.find((one) => one.number === from) ?? written.filter(({ number: at }) => at < (written[0]?.number ?? 0))[0]
    const all = partiesIn(versions, parties)
    const labels = flatLabels(all)
    const [first, second] = [older, newer].sort((a, b) => (a?.number ?? 0) - (b?.number ?? 0))
    const output: PlanHistory = {
      reference: one.reference,
      child: { id: one.childId, name: nameOf(one.child) },
      versions: versions.map(({ number: at, at: when, by, state, note, changed }) => ({ number: at, at: when, by, state, note, changed: changed.map((key) => labels[key] ?? 'Involvement') })),
      compared: first && second && first.number !== second.number ? { from: first.number, to: second.number, parts: differencesOf(flat(formOf(first, all)), flat(formOf(second, all)), labels) } : null,
    }
    return { output, kind: 'plan.opened', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId] } }
  },
})

/** Those on record now, and those whom an older version named. */
function partiesIn(versions: readonly VersionView[], now: readonly Party[]): Party[] {
  const all = new Map(now.map((party) => [party.key, party]))
  for (const { involvement } of versions) for (const { party, name } of involvement) if (!all.has(party)) all.set(party, { key: party, name, as: '' })
  return [...all.values()]
}
