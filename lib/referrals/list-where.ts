/** Narrows to referrals that wait for a word of their receiver, late or still in time; by a time, never by state (decision 0003). */
export function dueWhere(due: 'late' | 'in_time' | undefined, now: Date): object {
  if (!due) return {}
  return { awaitedBy: due === 'late' ? { lt: now } : { gte: now } }
}

/** A row's key in a list by what is due or by when it was sent. */
export const keyAt = (column: string) => (row: { id: string; sentAt: Date; awaitedBy: Date | null }) => ({ at: (column === 'due' && row.awaitedBy) || row.sentAt, id: row.id })
