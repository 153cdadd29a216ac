import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileOf, makeFolder } from '../../../lib/releases/files'
import { filesFolder, makeRelease } from '../../support/releases'
import { SYSTEM_USER, type World } from '../../support/world'
import { early, lately, type Maker, type Makers } from '../cells'

type Make = (world: World, who: string) => Promise<string>

const OUT = (world: World) => ({ state: 'let_out', answered_at: '2026-11-18', answered_by_id: world.as.safeguarding.userId })
const made = (two: Record<string, string>) => ({ state: 'made', answered_at: '2026-11-18', hash: 'x', bytes: 1, made_at: '2026-11-19', ...two })

const asked: Make = (world) => makeRelease(world, { asked_at: lately() })
const ofB: Make = (world) => makeRelease(world, { area: world.b, asked_at: lately() })
const own: Make = (world, who) => makeRelease(world, { asked_by_id: who })
const out: Make = (world) => makeRelease(world, { ...OUT(world), kind: 'census', from_day: '2026-04-01', until_day: '2027-03-31', asked_at: early() })
const absent: Make = async () => randomUUID()
/** Of whoever asks and the other, with a file where it would lie. */
const theirs: Make = async (world, who) => {
  const { safeguarding, manager } = world.as
  const id = await makeRelease(world, made({ asked_by_id: manager.userId, answered_by_id: who === manager.userId ? safeguarding.userId : who }))
  await makeFolder(world.a.id)
  fs.writeFileSync(fileOf(world.a.id, id), 'x')
  return id
}
const notMade: Make = (world, who) => makeRelease(world, { asked_by_id: who })
const others: Make = (world) => makeRelease(world, made({ answered_by_id: world.as.auditor.userId }))

const each = (ways: Readonly<Record<string, Make>>, input: (id: string) => unknown, sees = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world, actor) => {
    const id = await make(world, actor.userId)
    return { input: input(id), ...(sees ? { sees: id } : {}) }
  }]))

const reason = 'The area moves to another system'
const to = path.join(filesFolder(), 'cell.zip')

export const RELEASES: Readonly<Record<string, Makers>> = {
  'releases.list': each({ 'of area A': asked, 'of area B': ofB }, () => ({}), true),
  'releases.ask': {
    'for an archive': () => ({ input: { submissionKey: randomUUID(), kind: 'archive', reason } }),
    'for a census without its days': () => ({ input: { submissionKey: randomUUID(), kind: 'census', reason } }),
  },
  'releases.answer': each({ 'of area A': asked, 'one’s own': own, 'answered already': (world) => makeRelease(world, OUT(world)), 'of area B': ofB, 'not there': absent }, (releaseId) => ({ releaseId, answer: 'let_out', why: '' })),
  'releases.take': each({ 'as one of the two': theirs, 'of two others': others, 'not made yet': notMade, 'of area B': (world) => makeRelease(world, { area: world.b, ...made({ answered_by_id: world.as.auditor.userId }) }) }, (releaseId) => ({ releaseId })),
  // whichever of those that wait has waited longest
  'releases.next': { 'that waits': async (world) => ({ input: {}, sees: await out(world, SYSTEM_USER) }) },
  'releases.write': each({ 'let out': out, 'that nobody let out': asked, 'of area B': (world) => makeRelease(world, { area: world.b, ...OUT(world) }) }, (releaseId) => ({ releaseId, to, onPart: async () => {} })),
  'releases.progress': each({ 'let out': out }, (releaseId) => ({ releaseId, progress: 1, total: 2 })),
  'releases.finish': each({ 'let out': out, 'that nobody let out': asked, 'of area B': (world) => makeRelease(world, { area: world.b, ...OUT(world) }) }, (releaseId) => ({ releaseId, written: { counts: { 'README.txt': 0 }, hash: '0'.repeat(64), bytes: 1 } })),
  'releases.fail': each({ 'let out': out, 'that nobody let out': asked }, (releaseId) => ({ releaseId })),
}
