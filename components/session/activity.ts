'use client'

/** The browser's tabs tell each other when the server was last heard from. */
const CHANNEL = 'waymark-session'

let lastHeard = Date.now()
let channel: BroadcastChannel | null = null

function tabs(): BroadcastChannel | null {
  if (channel === null && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = ({ data }) => {
      if (typeof data === 'number') lastHeard = Math.max(lastHeard, data)
    }
  }
  return channel
}

/** The server has just answered as a signed-in person: the idle time starts again, in every tab. */
export function heardFromServer(): void {
  lastHeard = Date.now()
  tabs()?.postMessage(lastHeard)
}

/** Milliseconds since the server last answered any tab. */
export function silence(): number {
  tabs()
  return Date.now() - lastHeard
}
