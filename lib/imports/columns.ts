/** The three files of an import and the columns each must have, in the order in which their rows depend on each other. */
export const COLUMNS = {
  'children.csv': ['child_ref', 'given_name', 'family_name', 'aliases', 'date_of_birth', 'sex', 'ethnicity', 'postcode', 'school', 'nhs_number', 'upn', 'legal_status'],
  'contacts.csv': ['contact_ref', 'received_at', 'channel', 'source_code', 'source_organisation', 'referrer_name', 'child_ref', 'concern_types', 'exploitation', 'level_of_need', 'outcome', 'decided_at', 'to_service', 'summary'],
  'cases.csv': ['case_ref', 'child_ref', 'contact_ref', 'referred_at', 'allocated_to', 'stage', 'level', 'panel_at', 'closed_at', 'closure_reason'],
} as const

export type FileName = keyof typeof COLUMNS
export const FILE_NAMES = Object.keys(COLUMNS) as FileName[]

/** What is wrong with one cell, or worth knowing about it. `line` is the line of the file on which the row begins, 1 its header; the value itself is never repeated. */
export type Problem = { file: FileName; line: number; column: string; message: string }

/** A row by its place, e.g. 'contacts.csv:17': how a person says which to leave. */
export type RowKey = `${FileName}:${number}`
export const rowKey = ({ file, line }: { file: FileName; line: number }): RowKey => `${file}:${line}`

export const isFileName = (name: string): name is FileName => name in COLUMNS
