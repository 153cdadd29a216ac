import { z } from 'zod'
import { Conflict, Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { builtInQuestions, type AuditKindId, type AuditQuestion } from '../pathway/audit-questions'
import type { SetVersion } from '../indicators/queries'
import { changeOfSet } from '../pathway/indicator-versions'
import { withIds } from '../pathway/indicators'
import { loadQuestionSets } from './sets'
import { kindSchema, questionsSchema } from './schema'

/** What new audits of a kind ask; `number` is 0 for the built-in set. */
export type QuestionsPage = { kind: AuditKindId; number: number; questions: readonly AuditQuestion[]; versions: SetVersion[] }

/** The area's questions of a kind with every version of its own, newest first. Holds nothing about anybody. */
export const readQuestions = operation({
  name: 'quality-audits.questions',
  effect: 'read',
  permission: 'quality-audit:set-up',
  input: z.strictObject({ kind: kindSchema.default('contacts') }),
  audit: ['quality_audit.questions_seen'],
  async work({ tx, actor }, { kind }) {
    const rows = await tx.auditQuestionSet.findMany({ where: { areaId: actor.areaId, kind }, orderBy: { number: 'asc' }, include: { by: { select: { name: true } } } })
    const sets = [builtInQuestions(kind).questions, ...rows.map(({ questions }) => questions as unknown as AuditQuestion[])]
    const versions = rows.map(({ number, at, by, note }, index) => ({ number, at: at.toISOString(), by: by.name, note, change: changeOfSet(sets[index] ?? [], sets[index + 1] ?? []) }))
    const output: QuestionsPage = { kind, number: rows.at(-1)?.number ?? 0, questions: sets.at(-1) ?? [], versions: versions.reverse() }
    return { output, kind: 'quality_audit.questions_seen', facts: { terms: { kind } } }
  },
})

/**
 * Adds a version of the questions of a kind, which new draws ask; those drawn before keep theirs. What is kept keeps its
 * id, also in other words. Sent twice it adds one. Throws Invalid for a question that is not the area's, Conflict where
 * somebody added a version meanwhile.
 */
export const saveQuestions = operation({
  name: 'quality-audits.save-questions',
  effect: 'change',
  permission: 'quality-audit:set-up',
  input: questionsSchema,
  audit: ['quality_audit.questions_saved'],
  async work({ tx, actor, now }, { kind, from, rows, note }) {
    const { areaId, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit questions ${kind} ${areaId}`}, 0))::text`
    const own = await tx.auditQuestionSet.findMany({ where: { areaId, kind }, orderBy: { number: 'asc' }, include: { by: { select: { name: true } } } })
    const last = own.at(-1)
    if (from > (last?.number ?? 0)) throw new Invalid({ form: 'This goes on from a version that is not there. Reload the page.' })
    // as things stood for whoever opened the form
    const sets = (await loadQuestionSets(tx, areaId, kind)).slice(0, from + 1)
    const known = sets.flatMap(({ questions }) => questions)
    for (const [at, { id, answer }] of rows.entries()) {
      if (id && !known.some((one) => one.id === id && one.answer === answer)) throw new Invalid({ [`rows.${at}.label`]: 'This was answered in another way before: remove it, and add it anew' })
    }
    const questions: AuditQuestion[] = withIds(rows, known, 'question')
    const before = sets.at(-1)?.questions ?? []
    const again = last?.number === from + 1 && last.byId === userId && last.note === note && same(last.questions as unknown as AuditQuestion[], questions)
    if (!again && (last?.number ?? 0) !== from) throw new Conflict(`${last?.by.name ?? 'Somebody'} added a version meanwhile. Nothing of yours was saved: reload the page to go on from theirs.`)
    if (!again && same(before, questions)) throw new Invalid({ form: 'Nothing is changed: edit, add, remove or move a question first' })
    if (!again) await tx.auditQuestionSet.create({ data: { areaId, kind, number: from + 1, questions: questions.map((one) => ({ ...one })), note, at: now, byId: userId } })
    const { added, removed, reworded, reordered } = changeOfSet(before, questions)
    return {
      output: { number: from + 1 },
      kind: 'quality_audit.questions_saved',
      facts: { record: { type: 'area', id: areaId }, children: [], before: { kind, number: from }, after: { kind, number: from + 1, added, removed, reworded, reordered } },
    }
  },
})

const same = (a: readonly AuditQuestion[], b: readonly AuditQuestion[]) =>
  a.length === b.length && a.every((one, at) => (['id', 'label', 'hint', 'answer'] as const).every((key) => one[key] === b[at]?.[key]))
