import { addDays } from 'date-fns'
import { z } from 'zod'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { isoDate } from '../dates'
import { KEPT_DAYS } from './schema'
import type { ReleaseView } from './view'

const SHOWN = 20

/** What was asked for to leave the area, newest first: when, by whom, why and what became of it. Nothing of what it holds. */
export const listReleases = operation({
  name: 'releases.list',
  effect: 'read',
  permission: 'release:read',
  input: z.strictObject({}),
  audit: ['release.listed'],
  async work({ tx, actor }) {
    const name = { select: { name: true } } as const
    const rows = await tx.dataRelease.findMany({ where: { areaId: actor.areaId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: SHOWN, include: { askedBy: name, answeredBy: name } })
    const output = rows.map((row): ReleaseView => {
      const { id, kind, state, reason, fromDay, untilDay, askedBy, askedAt, answeredBy, answeredAt, answer, progress, total, madeAt, hash, bytes } = row
      const counts = Object.values((row.counts ?? {}) as Record<string, number>)
      const mine = row.askedById === actor.userId ? row.askerTookAt : row.answeredById === actor.userId ? row.secondTookAt : undefined
      return {
        id, kind, state, reason, progress, total,
        period: fromDay && untilDay ? { from: isoDate(fromDay), until: isoDate(untilDay) } : null,
        askedBy: askedBy.name, askedAt: askedAt.toISOString(),
        answered: answeredBy && answeredAt ? { by: answeredBy.name, at: answeredAt.toISOString(), why: answer } : null,
        made: madeAt && hash && bytes !== null ? { at: madeAt.toISOString(), rows: counts.reduce((sum, one) => sum + one, 0), parts: counts.length, hash, bytes: Number(bytes), until: addDays(madeAt, KEPT_DAYS).toISOString() } : null,
        taken: [...(row.askerTookAt ? [askedBy.name] : []), ...(row.secondTookAt && answeredBy ? [answeredBy.name] : [])],
        mayAnswer: state === 'asked' && may(actor.role, 'release:answer') && row.askedById !== actor.userId,
        mayTake: state === 'made' && mine === null && may(actor.role, 'release:take'),
      }
    })
    return { output, kind: 'release.listed', facts: { rows: rows.map(({ id }) => id) } }
  },
})
