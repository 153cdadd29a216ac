import { z } from 'zod'
import { now } from '../clock'
import { changes } from '../database/listen'
import { readSnapshot } from '../database/recent'
import { actorOfSession, type Actor } from './actor'
import { operation } from './operation'

/** Asks to be told of changes in one's area. The stream itself carries kinds of event and nothing else. */
export const followChanges = operation({
  name: 'live.follow',
  effect: 'read',
  permission: 'own:use',
  input: z.strictObject({}),
  audit: ['live.followed'],
  async work() {
    return { output: undefined, kind: 'live.followed', facts: {} }
  },
})

/** How often a stream asks whether its session still holds, and says that it is alive. */
const BEAT = 20_000

/** In place of a kind: something may have changed, and it is not known what. */
const ANYTHING = '*'

/**
 * A stream of server-sent events: the audit kind of each change in the actor's area, e.g. 'referral.acknowledged',
 * or '*' where changes may have been missed. It begins with what changed after `since`, the actor's `snapshot` as
 * the page was read, so that nothing falls between a page and its stream, whichever instance of the app answers
 * either. It ends with the session, which it does not keep from idling, and with `signal`.
 */
export function streamOf(actor: Actor, since: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const changed = (areaId: string, kind: string) => {
        if (areaId === actor.areaId) send(`data: ${kind}\n\n`)
      }
      const then = readSnapshot(since)
      const catchUp = () => {
        const missed = (then && changes().since(actor.areaId, then)) ?? [ANYTHING]
        for (const kind of missed) send(`data: ${kind}\n\n`)
      }
      const beat = setInterval(() => {
        void stillThere(actor).then((there) => (there ? send(': still here\n\n') : stop())).catch(() => stop())
      }, BEAT)
      let open = true
      stop = () => {
        if (!open) return
        open = false
        clearInterval(beat)
        changes().off('change', changed).off('gap', catchUp)
        controller.close()
      }
      changes().on('change', changed).on('gap', catchUp)
      signal.addEventListener('abort', stop)
      send(': begins\n\n')
      catchUp()
    },
    cancel: () => stop(),
  })
}

async function stillThere({ sessionId, assignmentId }: Actor): Promise<boolean> {
  if (!sessionId) return false
  return (await actorOfSession(sessionId, now(), { touch: false }))?.assignmentId === assignmentId
}
