import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { themeSchema } from './schema'

/** Writes a theme: what is seen across the records of an audit. Sent twice it stands once. Throws NotFound. */
export const addTheme = operation({
  name: 'quality-audits.add-theme',
  effect: 'change',
  permission: 'quality-audit:conclude',
  input: themeSchema,
  audit: ['quality_audit.concluded'],
  async work(asking, { submissionKey, auditId, words }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    if (!(await tx.qualityAudit.findUnique({ where: { areaId_id: { areaId, id: auditId } }, select: { id: true } }))) throw new NotFound()
    await tx.qualityAuditTheme.createMany({ data: [{ areaId, submissionKey, auditId, words, at: now, byId: userId }], skipDuplicates: true })
    await dropFormDraft(asking, 'audit_concluded', auditId)
    return { output: undefined, kind: 'quality_audit.concluded', facts: { record: { type: 'quality_audit', id: auditId }, children: [], before: null, after: { words } } }
  },
})
