import fs from 'node:fs/promises'
import path from 'node:path'
import { environment } from '../env'

/** The folder of an area's files, and the file of one release in it. */
const folderOf = (areaId: string) => path.resolve(environment().files, 'releases', areaId)
export const fileOf = (areaId: string, releaseId: string) => path.join(folderOf(areaId), `${releaseId}.zip`)

/** The bytes of a file; null where it is not on this machine. */
export async function sizeOf(file: string): Promise<number | null> {
  return fs.stat(file).then(({ size }) => size, () => null)
}

/** Makes the folder where it is not there, which nobody but this user may enter. */
export async function makeFolder(areaId: string): Promise<void> {
  await fs.mkdir(folderOf(areaId), { recursive: true, mode: 0o700 })
}

/** The names of the files of an area, whole and half made. */
export async function filesOf(areaId: string): Promise<string[]> {
  return fs.readdir(folderOf(areaId)).catch(() => [])
}

/** Deletes those files but the ones of the releases named: also what a process that was killed left half made. */
export async function deleteAllBut(areaId: string, names: readonly string[], keep: readonly string[]): Promise<void> {
  for (const name of names) if (!keep.some((id) => name.startsWith(id))) await fs.rm(path.join(folderOf(areaId), name), { force: true })
}
