/** What a moment of the database saw: Postgres' pg_current_snapshot(), 'xmin:xmax:running,running', transactions by number. */
export type Snapshot = { xmin: bigint; xmax: bigint; running: ReadonlySet<bigint> }

/** Reads a snapshot; null for anything else. */
export function readSnapshot(text: string): Snapshot | null {
  const match = text.match(/^(\d{1,19}):(\d{1,19}):((?:\d{1,19},){0,500}\d{1,19})?$/)
  if (!match) return null
  return { xmin: BigInt(match[1] ?? 0), xmax: BigInt(match[2] ?? 0), running: new Set(match[3]?.split(',').map(BigInt)) }
}

/** Whether what that transaction wrote was there at that moment. */
export function sees({ xmin, xmax, running }: Snapshot, transaction: bigint): boolean {
  return transaction < xmin || (transaction < xmax && !running.has(transaction))
}

type Change = { areaId: string; kind: string; transaction: bigint }

/** So many changes are remembered, some 200 bytes each: an hour of a busy area, and more than a page takes to open its stream. */
const MOST = 10_000

/**
 * The changes that a process heard of lately, and from which transaction on it has heard of every one. It compares
 * by snapshots and not by numbers or times, because transactions are not committed in the order they begin in.
 */
export class RecentChanges {
  private changes: Change[] = []
  private complete: bigint | null = null

  constructor(private readonly most = MOST) {}

  /** From what `now` did not see yet, every change will be heard. */
  begin(now: Snapshot): void {
    this.complete = now.xmax
  }

  add(change: Change): void {
    this.changes.push(change)
    if (this.changes.length <= this.most) return
    for (const { transaction } of this.changes.splice(0, Math.ceil(this.most / 2))) {
      if (this.complete !== null && transaction >= this.complete) this.complete = transaction + 1n
    }
  }

  /** The kinds of what changed in an area that the snapshot did not see, once each; null where that is no longer known. */
  since(areaId: string, then: Snapshot): string[] | null {
    if (this.complete === null || then.xmin < this.complete) return null
    const missed = this.changes.filter((change) => change.areaId === areaId && !sees(then, change.transaction))
    return [...new Set(missed.map(({ kind }) => kind))]
  }
}
