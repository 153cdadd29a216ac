import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Actor } from '../../lib/access/actor'
import { answerRelease, askRelease } from '../../lib/releases/commands'
import { workReleases } from '../../lib/releases/run'
import { insert } from './insert'
import { request, SYSTEM_USER, type TestArea, type World } from './world'

type Over = Readonly<Record<string, unknown>>

/** A release that somebody asked for, or as told. Written past the door. */
export async function makeRelease(world: World, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'data_release', {
    area_id: area.id, id, submission_key: randomUUID(), kind: 'archive', reason: 'The area moves to another system', asked_at: '2026-11-18T09:00:00Z', asked_by_id: SYSTEM_USER, ...over,
  })
  return id
}

/** Lets files be written into a folder of their own for as long as this process runs. Before anything reads the environment. */
export function filesFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-files-'))
  process.env.WAYMARK_FILES = folder
  return folder
}

const days = (day: string) => ({ year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8) })

/** Asks, lets out and makes a file, as two people and the system do. Gives the release. */
export async function release(world: World, kind: 'archive' | 'census', between?: readonly [string, string], asker: Actor = world.as.manager): Promise<string> {
  const period = between ? { from: days(between[0]), until: days(between[1]) } : {}
  const { releaseId } = await askRelease.run(asker, request(), { submissionKey: randomUUID(), kind, reason: 'For the return, to Made-Up Person', ...period })
  await answerRelease.run(world.as.safeguarding, request(), { releaseId, answer: 'let_out', why: '' })
  await workReleases(world.a.system, request())
  return releaseId
}

type Manifest = { kind: string; files: { name: string; rows: number; bytes: number; sha256: string }[]; leftOut?: Record<string, string> }

/** What a file holds, each text by its name, with its manifest. Throws where the manifest does not fit. */
export function opened(file: Uint8Array): { texts: Record<string, string>; manifest: Manifest } {
  const files = unzipSync(new Uint8Array(file))
  const texts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const manifest = JSON.parse(texts['manifest.json'] ?? '') as Manifest
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = files[name] ?? new Uint8Array()
    if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256) throw new Error(`${name} is not what the manifest says`)
  }
  return { texts, manifest }
}

/** The rows of one table of an archive. */
export const tableIn = (texts: Record<string, string>, name: string) => (texts[`tables/${name}.jsonl`] ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
