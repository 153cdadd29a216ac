import type { InputOf } from '../access/operation'
import type { submitImport } from './commands'
import { FILE_NAMES } from './columns'
import { decoded } from './read'
import { LARGEST_FILE } from './schema'

/** What stands where a file is no UTF-8 text: its report says so. */
const NOT_TEXT = '\u0001'

type Given = InputOf<typeof submitImport>

/** The files of a posted form, as text, by the names that Waymark knows; a name of another case or with a path in front is taken too. */
export async function filesIn(request: Request): Promise<Given> {
  const limit = FILE_NAMES.length * LARGEST_FILE
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { submissionKey: '', files: [] }
  const form = await request.formData().catch(() => null)
  const key = form?.get('submissionKey')
  const files = (form?.getAll('files') ?? []).filter((file): file is File => typeof file !== 'string')
  return {
    submissionKey: typeof key === 'string' ? key : '',
    files: await Promise.all(files.map(async (file) => ({ name: file.name.toLowerCase().split(/[\\/]/).at(-1) ?? '', content: decoded(new Uint8Array(await file.arrayBuffer())) ?? NOT_TEXT }))),
  }
}
