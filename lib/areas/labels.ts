import { z } from 'zod'
import { Stale } from '../access/errors'
import { operation } from '../access/operation'
import { DEFAULT_SETTINGS, type AreaSettings } from '../pathway/settings'
import { labelsSchema } from './schema'

export type AreaLabels = AreaSettings['labels'] & { version: number }

function labelsOf(settings: unknown): AreaSettings['labels'] {
  return { ...DEFAULT_SETTINGS.labels, ...(settings as Partial<AreaSettings>).labels }
}

/** What the area calls its enquiry, in full and in short, and the version of its settings. */
export const readLabels = operation({
  name: 'areas.labels',
  effect: 'read',
  permission: 'people:manage',
  input: z.strictObject({}),
  audit: ['area.labels_read'],
  async work({ tx, actor }) {
    const area = await tx.area.findUniqueOrThrow({ where: { id: actor.areaId }, select: { settings: true, version: true } })
    const output: AreaLabels = { ...labelsOf(area.settings), version: area.version }
    return { output, kind: 'area.labels_read', facts: {} }
  },
})

/**
 * Sets what the area calls its enquiry: in some areas MACE names a meeting (DOMAIN 2). Everybody reads it from their
 * next page on. Throws Stale where somebody else changed the area's settings meanwhile.
 */
export const setLabels = operation({
  name: 'areas.set-labels',
  effect: 'change',
  permission: 'people:manage',
  input: labelsSchema,
  audit: ['area.labels_set'],
  async work({ tx, actor }, { version, enquiry, enquiryShort }) {
    const { areaId } = actor
    const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { settings: true, version: true } })
    const before = labelsOf(area.settings)
    // sent twice, or what it is called already: nothing is left to change
    const same = before.enquiry === enquiry && before.enquiryShort === enquiryShort
    const { count } = same ? { count: 1 } : area.version === version
      ? await tx.area.updateMany({ where: { id: areaId, version }, data: { settings: { ...(area.settings as object), labels: { ...before, enquiry, enquiryShort } }, version: { increment: 1 } } })
      : { count: 0 }
    if (!count) throw new Stale({ ...before, version: area.version })
    return { output: undefined, kind: 'area.labels_set', facts: { record: { type: 'area', id: areaId }, children: [], before, after: { enquiry, enquiryShort } } }
  },
})
