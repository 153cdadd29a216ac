import type { FileName, Problem } from './columns'

export { columnsOf } from './column-words'
export { FILE_NAMES } from './columns'
export { likeProblems, type LikeProblems } from './like-problems'

/** What the dry run found. Names files, lines and columns, and never what stands there. */
export type Report = { counts: { file: FileName; rows: number; add: number; same: number; refused: number }[]; problems: Problem[]; notes: Problem[] }

export type ImportState = 'waiting' | 'checked' | 'approved' | 'done' | 'discarded' | 'failed'

export const IMPORT_STATE_LABELS: Readonly<Record<ImportState, string>> = {
  waiting: 'Being checked',
  checked: 'Checked, nothing brought in yet',
  approved: 'Being brought in',
  done: 'Brought in',
  discarded: 'Given up',
  failed: 'Not brought in: something went wrong',
}

export type ImportSummary = { id: string; state: ImportState; startedAt: string; startedBy: string; rows: number; refused: number }
export type ImportView = ImportSummary & { progress: number; total: number; report: Report | null; left: string[]; approvedBy: string | null; finishedAt: string | null; version: number }

export const reportOf = (json: unknown): Report | null => (typeof json === 'object' && json !== null && 'counts' in json ? (json as Report) : null)
