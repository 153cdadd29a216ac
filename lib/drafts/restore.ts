/** A form's values with what a draft has for them: what is of the same shape is taken, the rest stays as it is. */
export function fromDraft<T extends Record<string, unknown>>(values: T, content: Record<string, unknown> | undefined): T {
  if (!content) return values
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, alike(value, content[key]) ? content[key] : value])) as T
}

function alike(value: unknown, drafted: unknown): boolean {
  if (drafted === null || drafted === undefined) return false
  return typeof drafted === typeof value && Array.isArray(drafted) === Array.isArray(value)
}
