import { endSession } from '@/lib/access/session'
import { forgetSession, perform, seeOther } from '@/lib/access/web'

/** Ends the session and forgets the cookie. A plain form posts here, so that the browser loads a new page. */
export async function POST() {
  const { ok } = await perform(endSession, {})
  await forgetSession()
  return seeOther(ok ? '/sign-in?ended=signed-out' : '/sign-in')
}
