import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Signs a demo person in over HTTP, as the form does; gives the cookie header. */
export async function signIn(base, email) {
  const first = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = await first.json()
  const cookies = cookiesOf(first)
  const body = new URLSearchParams({ csrfToken, email, password: 'waymark-demo-2026', json: 'true' })
  const answer = await fetch(`${base}/api/auth/callback/credentials`, { method: 'POST', body, headers: { cookie: cookies, origin: base }, redirect: 'manual' })
  const session = cookiesOf(answer)
  if (!session.includes('session-token')) throw new Error(`${email} could not sign in`)
  return session
}

function cookiesOf(response) {
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ')
}

/** The id that Next gave a server action of this build. */
export function actionId(name) {
  const file = fileURLToPath(new URL('../../.next/server/server-reference-manifest.json', import.meta.url))
  const { node } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const found = Object.entries(node).find(([, action]) => action.exportedName === name || Object.values(action.workers ?? {}).some((worker) => worker.exportedName === name))
  if (!found) throw new Error(`no action ${name} in the build`)
  return found[0]
}
