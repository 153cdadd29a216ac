import { perform } from '@/lib/access/web'
import { discardDraft, saveDraft } from '@/lib/drafts/commands'

async function bodyOf(request: Request) {
  return request.json().catch(() => null)
}

/** Keeps a draft. A route and not an action, so that the last words of a closing page still arrive (keepalive). */
export async function PUT(request: Request) {
  return Response.json(await perform(saveDraft, await bodyOf(request)))
}

export async function DELETE(request: Request) {
  const answer = await perform(discardDraft, await bodyOf(request))
  return Response.json(answer, { status: answer.ok ? 200 : 409 })
}
