import { may } from '@/lib/access/permissions'
import { currentActor, perform } from '@/lib/access/web'
import { submitImport } from '@/lib/imports/commands'
import { filesIn } from '@/lib/imports/upload'

const NOTHING = { submissionKey: '', files: [] }

/**
 * Takes the files of an import in. A route and not an action, because they are larger than a form may be; nothing of
 * the body is read for somebody who may not bring data in.
 */
export async function POST(request: Request) {
  const actor = await currentActor()
  const given = actor && may(actor.role, 'import:run') ? await filesIn(request) : NOTHING
  return Response.json(await perform(submitImport, given), { headers: { 'Cache-Control': 'no-store' } })
}
