import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { subDays, subMinutes } from 'date-fns'
import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { isoDate } from '../dates'
import { zipOf } from '../exports/zip'
import { archiveParts } from './archive'
import { censusParts } from './census'
import { counted, text, type Part, type Told } from './parts'
import { KEPT_DAYS, progressSchema, releaseSchema, TAKING_MINUTES, writtenSchema, type Written } from './schema'
import { LEFT_OUT } from './tables'

/** The longest that writing may take: it holds one transaction, so that all of it is of one moment. */
const LONGEST = 3_600_000

/** What there is to do in an area: a release to make, or none; and the releases whose files stay. Any other file is deleted. */
export const nextRelease = operation({
  name: 'releases.next',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['release.sought'],
  async work({ tx, actor, now }) {
    const { areaId } = actor
    const old = subDays(now, KEPT_DAYS)
    const handed = { lt: subMinutes(now, TAKING_MINUTES) }
    const { count: lapsed } = await tx.dataRelease.updateMany({ where: { areaId, state: 'asked', askedAt: { lt: old } }, data: { state: 'deleted' } })
    const { count: gone } = await tx.dataRelease.updateMany({
      where: { areaId, state: 'made', OR: [{ madeAt: { lt: old } }, { askerTookAt: handed, secondTookAt: handed }] }, data: { state: 'deleted' },
    })
    const making = await tx.dataRelease.findFirst({ where: { areaId, state: 'let_out' }, orderBy: { askedAt: 'asc' }, select: { id: true } })
    const kept = await tx.dataRelease.findMany({ where: { areaId, state: { in: ['made', 'let_out'] } }, select: { id: true } })
    const output = { making: making?.id ?? null, keep: kept.map(({ id }) => id) }
    return { output, kind: 'release.sought', facts: { rows: making || lapsed + gone ? output.keep : [] } }
  },
})

const written = z.custom<(parts: number, of: number) => Promise<void>>((value) => typeof value === 'function')

/**
 * Writes the file of a release that was let out, as of one moment and under row-level security, and says in the log what went
 * into it, before anybody can take it. `to` is where; what was there is written over. Gives the rows of each part and the
 * hash of the whole. Throws NotFound, and Conflict where nobody let it out or another process writes it.
 */
export const writeRelease = operation({
  name: 'releases.write',
  effect: 'read',
  permission: 'job:run',
  input: z.strictObject({ releaseId: z.uuid(), to: z.string(), onPart: written }),
  audit: ['release.written'],
  timeout: LONGEST,
  snapshot: true,
  async work(asking, { releaseId: id, to, onPart }) {
    const { tx, actor } = asking
    const { areaId } = actor
    const release = await tx.dataRelease.findUnique({ where: { areaId_id: { areaId, id } } })
    if (!release) throw new NotFound()
    const [free] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) AS free`
    if (!free?.free || release.state !== 'let_out') throw new Conflict('Nobody let this out, or it is being made already.')
    const { kind, fromDay, untilDay } = release
    const { parts, children } = kind === 'census' && fromDay && untilDay
      ? await censusParts(tx, actor, { from: isoDate(fromDay), until: isoDate(untilDay) })
      : { parts: await archiveParts(tx, actor), children: (await tx.child.findMany({ where: { areaId }, select: { id: true } })).map((child) => child.id) }
    const output = await writeFile(asking, { kind, parts, to, onPart })
    return { output, kind: 'release.written', facts: { record: { type: 'release', id }, children, terms: output } }
  },
})

type File = { kind: 'archive' | 'census'; parts: readonly Part[]; to: string; onPart: (parts: number, of: number) => Promise<void> }

/** The parts as a zip with a manifest of them, written as they are read; whole on the disk, or not there under its name. */
async function writeFile({ actor, now }: Asking, { kind, parts, to, onPart }: File): Promise<Written> {
  const told: Told[] = []
  const files = parts.map((part) => counted(part, async (file) => {
    told.push(file)
    await onPart(told.length, parts.length)
  }))
  async function* manifest() {
    const about = { product: 'Waymark', kind, area: { id: actor.areaId, code: actor.areaCode, name: actor.areaName }, asOf: now.toISOString(), files: told, ...(kind === 'archive' ? { leftOut: LEFT_OUT } : {}) }
    for await (const piece of text(JSON.stringify(about, null, 2))) yield piece.text
  }
  const hash = createHash('sha256')
  let bytes = 0
  const hashed = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const part = `${to}.part`
  await pipeline(zipOf([...files, { name: 'manifest.json', pieces: manifest() }]), hashed, createWriteStream(part, { mode: 0o600, flush: true }))
  await fs.rename(part, to)
  return { counts: Object.fromEntries(told.map(({ name, rows }) => [name, rows])), hash: hash.digest('hex'), bytes }
}

/** Says how far a file is, beside the transaction that writes it. */
export const progressRelease = operation({
  name: 'releases.progress',
  effect: 'change',
  permission: 'job:run',
  input: progressSchema,
  audit: ['release.progressed'],
  async work({ tx, actor }, { releaseId: id, progress, total }) {
    await tx.dataRelease.updateMany({ where: { areaId: actor.areaId, id, state: 'let_out' }, data: { progress, total } })
    return { output: undefined, kind: 'release.progressed', facts: { rows: [id], terms: { progress, total } } }
  },
})

/** Says that a file is there to be taken, and what it is known by. Throws NotFound, and Conflict where it was not let out. */
export const finishRelease = operation({
  name: 'releases.finish',
  effect: 'change',
  permission: 'job:run',
  input: releaseSchema.extend({ written: writtenSchema }),
  audit: ['release.made'],
  async work({ tx, actor, now }, { releaseId: id, written: { counts, hash, bytes } }) {
    await move(tx, actor.areaId, id, { state: 'made', counts, hash, bytes, madeAt: now })
    return { output: undefined, kind: 'release.made', facts: { record: { type: 'release', id }, children: [], before: { state: 'let_out' }, after: { state: 'made', hash, bytes } } }
  },
})

/** Ends a release whose file could not be made. Throws NotFound, and Conflict where it was not let out. */
export const failRelease = operation({
  name: 'releases.fail',
  effect: 'change',
  permission: 'job:run',
  input: releaseSchema,
  audit: ['release.failed'],
  async work({ tx, actor }, { releaseId: id }) {
    await move(tx, actor.areaId, id, { state: 'failed' })
    return { output: undefined, kind: 'release.failed', facts: { record: { type: 'release', id }, children: [], before: { state: 'let_out' }, after: { state: 'failed' } } }
  },
})

async function move(tx: Asking['tx'], areaId: string, id: string, data: { state: 'made'; counts: Written['counts']; hash: string; bytes: number; madeAt: Date } | { state: 'failed' }): Promise<void> {
  if (!(await tx.dataRelease.count({ where: { areaId, id } }))) throw new NotFound()
  const { count } = await tx.dataRelease.updateMany({ where: { areaId, id, state: 'let_out' }, data })
  if (!count) throw new Conflict('This was not let out, or has ended already.')
}
