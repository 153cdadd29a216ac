import { randomUUID } from 'node:crypto'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { partsOf, refOf } from '../pathway/call-templates'
import { templatesOf } from './queries'
import { templateSchema } from './schema'

/**
 * Writes the next version of a script, or the first of a new kind of call. Older versions stay as they are,
 * because contacts name them. Gives the new version's name. Throws NotFound where there is no such kind of
 * call, Conflict where somebody wrote a newer version meanwhile.
 */
export const saveTemplate = operation({
  name: 'templates.save',
  effect: 'change',
  permission: 'template:manage',
  input: templateSchema,
  audit: ['template.saved'],
  async work({ tx, actor, now }, { basedOn, name, channel, sourceCode, prompts, offered }) {
    const { areaId } = actor
    const key = partsOf(basedOn)?.key ?? randomUUID()
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${areaId} ${key}`}, 0))::text`
    const before = (await templatesOf(tx, areaId)).find((template) => template.key === key)
    if (basedOn && !before) throw new NotFound()
    if (before && before.ref !== basedOn) throw new Conflict('Somebody wrote a newer version of these prompts while you had this open. Copy what you need, reload the page, and write it into theirs.')
    const version = before?.madeAt ? before.version + 1 : 1
    const { id } = await tx.callTemplate.create({
      data: { areaId, key, version, name, channel: channel || null, sourceCode: sourceCode || null, prompts, offered, madeById: actor.userId, madeAt: now },
    })
    const ref = refOf(key, 'area', version)
    return {
      output: { ref },
      kind: 'template.saved',
      facts: {
        record: { type: 'call_template', id }, children: [],
        before: before ? { ref: before.ref, name: before.name, prompts: before.prompts, offered: before.offered } : null,
        after: { ref, name, channel, sourceCode, prompts, offered },
      },
    }
  },
})
