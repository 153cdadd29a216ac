import { keepSession, switchRole } from '@/lib/access/session'
import { perform, seeOther } from '@/lib/access/web'

/** Goes on under another of one's own roles. A plain form posts here. */
export async function POST(request: Request) {
  const form = await request.formData()
  await perform(switchRole, { assignmentId: String(form.get('assignmentId') ?? '') })
  return seeOther('/today')
}

/** Says that the person is still there. */
export async function PUT() {
  const kept = await perform(keepSession, {})
  return Response.json({ ok: kept.ok }, { status: kept.ok ? 200 : 401 })
}
