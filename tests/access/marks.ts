import type { PersonName } from '../support/world'

/** Whom each column of the expectations is about. */
export const COLUMNS: readonly PersonName[] = [
  'advisor', 'edt', 'safeguarding', 'practitioner', 'otherPractitioner', 'cateManager', 'chair', 'school', 'health', 'police',
  'policeInB', 'licensing', 'manager', 'auditor', 'analyst', 'admin', 'system', 'advisorInB',
]

export const MARKS = ['+', '0', '-', '?', '!'] as const
export type Mark = (typeof MARKS)[number]
export type Expected = { event: string; marks: Readonly<Record<string, string>> }

/** The marks of one situation, by person. */
export function marksOf(line: string): Record<PersonName, Mark> {
  const marks = line.trim().split(/\s+/)
  if (marks.length !== COLUMNS.length || marks.some((mark) => !MARKS.some((known) => known === mark))) throw new Error(`not one mark for each person: ${line}`)
  return Object.fromEntries(COLUMNS.map((person, at) => [person, marks[at]])) as Record<PersonName, Mark>
}
