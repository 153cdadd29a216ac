import { z } from 'zod'
import { isUnstorable, oneOf } from '../input'

export const DRAFT_KINDS = ['contact', 'decision', 'child', 'handover', 'enquiry', 'enquiry_answer', 'enquiry_decision', 'form', 'assessment', 'session', 'strategy'] as const

const LONGEST = 100_000
const DEEPEST = 8

/** What is wrong with a draft's content; null where it can be kept. Walks without calling itself: it may be endlessly nested. */
function problemWith(content: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value: content, depth: 0 }]
  let length = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    const texts = typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.keys(value) : []
    if (texts.some(isUnstorable)) return 'This has a character that cannot be saved: delete the last thing you pasted and type it instead'
    length += texts.reduce((sum, text) => sum + text.length + 4, 4)
    if (length > LONGEST || depth > DEEPEST) return 'This is too long to keep as a draft'
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 })
  }
  return null
}

/** A draft is whatever stands in the form: unfinished, so only its size and shape are checked. */
const content = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'A draft is what stands in a form').superRefine((value, context) => {
  const problem = problemWith(value)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

export const draftSchema = z.strictObject({ draftId: z.uuid(), kind: oneOf(DRAFT_KINDS, 'Unknown kind of draft'), content })
