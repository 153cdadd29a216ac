import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import { currentTemplates, refOf, type CallTemplate } from '../pathway/call-templates'
import type { SourceCode } from '../pathway/codes'

/** A template as the area has it now. `offered` is false where the area took it off the form. */
export type TemplateView = CallTemplate & { offered: boolean; madeBy: string | null; madeAt: string | null }

/** The current templates: the area's own version where it has one, Waymark's elsewhere. */
export async function templatesOf(tx: Tx, areaId: string): Promise<TemplateView[]> {
  const rows = await tx.callTemplate.findMany({ where: { areaId }, orderBy: [{ madeAt: 'asc' }, { version: 'asc' }], include: { madeBy: { select: { name: true } } } })
  const own = rows.map((row): TemplateView => ({
    ref: refOf(row.key, 'area', row.version),
    key: row.key,
    version: row.version,
    name: row.name,
    channel: row.channel,
    sourceCode: row.sourceCode as SourceCode | null,
    prompts: row.prompts,
    offered: row.offered,
    madeBy: row.madeBy.name,
    madeAt: row.madeAt.toISOString(),
  }))
  return currentTemplates(own).map((template) => ({ offered: true, madeBy: null, madeAt: null, ...template }))
}

/** The scripts that the contact form offers. */
export const listOfferedTemplates = operation({
  name: 'templates.offered',
  effect: 'read',
  permission: 'contact:log',
  input: z.strictObject({}),
  audit: ['templates.listed'],
  async work({ tx, actor }) {
    const output: CallTemplate[] = (await templatesOf(tx, actor.areaId))
      .filter(({ offered }) => offered)
      .map(({ ref, key, version, name, channel, sourceCode, prompts }) => ({ ref, key, version, name, channel, sourceCode, prompts }))
    return { output, kind: 'templates.listed', facts: {} }
  },
})

/** Every current script with who wrote it, for those who edit them. */
export const listTemplates = operation({
  name: 'templates.list',
  effect: 'read',
  permission: 'template:manage',
  input: z.strictObject({}),
  audit: ['templates.listed'],
  async work({ tx, actor }) {
    return { output: await templatesOf(tx, actor.areaId), kind: 'templates.listed', facts: {} }
  },
})
