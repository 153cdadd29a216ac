import { EventEmitter } from 'node:events'
import pg from 'pg'
import { environment } from '../env'
import { readSnapshot, RecentChanges, type Snapshot } from './recent'

/** The word on which every change is announced: '<area id> <audit kind> <number of the transaction>'. */
export const CHANNEL = 'waymark'

const AGAIN = 2_000

/**
 * Every change in the database that this process hears of, whichever instance of the app made it: one connection,
 * opened again where it breaks. Emits 'change' with (areaId, kind), and 'gap' where changes may have been missed
 * and from where on none is.
 */
export class Changes extends EventEmitter {
  private readonly recent = new RecentChanges()
  private listening = false

  constructor(private readonly url: string) {
    super()
    this.setMaxListeners(0)
    void this.listen()
  }

  /** What changed in an area since a page was read, by kind; null where that is not known. Empty where 'gap' is still to come. */
  since(areaId: string, then: Snapshot): string[] | null {
    return this.listening ? this.recent.since(areaId, then) : []
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 3_000, keepAlive: true })
    let ended = false
    const again = () => {
      if (ended) return
      ended = true
      this.listening = false
      client.end().catch(() => {})
      setTimeout(() => void this.listen(), AGAIN).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload = '' }) => {
      const [areaId, kind, transaction] = payload.split(' ')
      if (!areaId || !kind) return
      if (transaction && /^\d{1,19}$/.test(transaction)) this.recent.add({ areaId, kind, transaction: BigInt(transaction) })
      this.emit('change', areaId, kind)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      // read after it: what is committed from here on is heard
      const { rows } = await client.query<{ now: string }>('SELECT pg_current_snapshot()::text AS now')
      const now = readSnapshot(rows[0]?.now ?? '')
      if (now) this.recent.begin(now)
      this.listening = true
      this.emit('gap')
    } catch {
      again()
    }
  }
}

const shared = globalThis as { waymarkChanges?: Changes }

/** The changes this process hears of: begins to listen at the first call. */
export function changes(): Changes {
  return (shared.waymarkChanges ??= new Changes(environment().databaseUrl))
}
