import { EventEmitter } from 'node:events'
import pg from 'pg'
import { environment } from '../env'

/** The word on which every change is announced: '<area id> <audit kind>'. */
export const CHANNEL = 'waymark'

const AGAIN = 2_000

type Shared = { waymarkChanges?: EventEmitter }
const shared = globalThis as Shared

/**
 * Every change in the database that this process hears of, whichever instance of the app made it: one connection a
 * process, opened at the first call and opened again where it breaks. Emits 'change' with (areaId, kind), and
 * 'gap' where changes may have been missed.
 */
export function changes(): EventEmitter {
  if (!shared.waymarkChanges) {
    shared.waymarkChanges = new EventEmitter().setMaxListeners(0)
    void listen(shared.waymarkChanges)
  }
  return shared.waymarkChanges
}

async function listen(emitter: EventEmitter): Promise<void> {
  const client = new pg.Client({ connectionString: environment().databaseUrl, connectionTimeoutMillis: 3_000, keepAlive: true })
  let ended = false
  const again = () => {
    if (ended) return
    ended = true
    client.end().catch(() => {})
    setTimeout(() => void listen(emitter), AGAIN).unref()
  }
  client.on('error', again)
  client.on('end', again)
  client.on('notification', ({ payload = '' }) => {
    const [areaId, kind] = payload.split(' ')
    if (areaId && kind) emitter.emit('change', areaId, kind)
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    emitter.emit('gap')
  } catch {
    again()
  }
}
