/**
 * The cases that a practitioner works: those they hold, and those they cover now. Not one that they opened by breaking
 * glass: it is open to them for a short time and is not theirs (decision 0032).
 */
export const workedBy = (userId: string) => ({ OR: [{ allocatedToId: userId }, { covers: { some: { coverId: userId, begunAt: { not: null }, endedAt: null } } }] })
