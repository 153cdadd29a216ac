export type ReleaseKind = 'archive' | 'census'
export type ReleaseState = 'asked' | 'refused' | 'let_out' | 'made' | 'failed' | 'deleted'

export const RELEASE_KIND_LABELS: Readonly<Record<ReleaseKind, string>> = {
  archive: 'The whole area, as an archive',
  census: 'Children-in-need census codes',
}

export const RELEASE_STATE_LABELS: Readonly<Record<ReleaseState, string>> = {
  asked: 'Waits for a second person',
  refused: 'Refused',
  let_out: 'Being made',
  made: 'Ready to take',
  failed: 'Not made: something went wrong',
  deleted: 'Deleted',
}

/** A file of records that leaves, without anything of what is in it. */
export type ReleaseView = {
  id: string
  kind: ReleaseKind
  state: ReleaseState
  reason: string
  period: { from: string; until: string } | null
  askedBy: string
  askedAt: string
  /** Who let it out or refused it, when and why not. */
  answered: { by: string; at: string; why: string } | null
  progress: number
  total: number
  /** Rows in all and files, its hash and size, once it is made. */
  made: { at: string; rows: number; parts: number; hash: string; bytes: number; until: string } | null
  /** Who of the two has taken it. */
  taken: string[]
  /** Whether the person who looks may answer it, or take it. */
  mayAnswer: boolean
  mayTake: boolean
}
