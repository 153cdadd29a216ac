import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file in a zip: what it holds, in pieces. Nothing is asked of one before the file in front of it is finished. */
export type ZippedFile = { name: string; pieces: Iterable<string> | AsyncIterable<string> }

/** Files as a zip, made as it is read and no faster. Where a piece cannot be had, the whole fails. */
export function zipOf(files: Iterable<ZippedFile>): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const fail = (cause: Error) => void out.destroy(cause)
  zip.on('error', fail)
  for (const { name, pieces } of files) {
    // the library listens for no error of what it reads
    zip.addReadStreamLazy(name, (give) => give(null, Readable.from(pieces, { objectMode: false }).on('error', fail)))
  }
  zip.end()
  return out
}
