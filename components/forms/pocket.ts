type Content = Record<string, unknown>
type Sealed = { at: number; iv: string; data: string }

const PREFIX = 'waymark-kept-'
const A_WEEK = 7 * 24 * 3_600_000

/**
 * What is typed where there is no signal, kept on the device until the server has it: a phone lets go of a page that is
 * out of sight. Sealed with a key that only the server gives, to whoever signs in as its writer, so that a device that
 * is lost or shared tells nothing. Without a secure connection, or where the browser keeps nothing, it does nothing.
 */
export class Pocket {
  private turn = 0
  private readonly name: string

  constructor(draftId: string, private readonly key: string) {
    this.name = PREFIX + draftId
  }

  /** Keeps this in place of what was kept. */
  async put(content: Content): Promise<void> {
    const turn = ++this.turn
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.opened(), new TextEncoder().encode(JSON.stringify(content)))
      // what was typed since, or saved meanwhile, is newer than this
      if (turn !== this.turn) return
      localStorage.setItem(this.name, JSON.stringify({ at: Date.now(), iv: toText(iv), data: toText(new Uint8Array(data)) } satisfies Sealed))
    } catch {
      // it still stands on the page, which says that it is not saved
    }
  }

  /** What was kept; null where nothing was, or where it is somebody else's. */
  async take(): Promise<Content | null> {
    try {
      sweep()
      const kept = localStorage.getItem(this.name)
      if (!kept) return null
      const { iv, data } = JSON.parse(kept) as Sealed
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBytes(iv) }, await this.opened(), toBytes(data))
      return JSON.parse(new TextDecoder().decode(plain)) as Content
    } catch {
      return null
    }
  }

  /** The server has it. */
  clear(): void {
    this.turn++
    try {
      localStorage.removeItem(this.name)
    } catch {
      // nothing is kept where storage is closed
    }
  }

  private opened(): Promise<CryptoKey> {
    return crypto.subtle.importKey('raw', toBytes(this.key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  }
}

/** Lets go of what nobody came back for. */
function sweep(): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Sealed>
    if (!kept.at || Date.now() - kept.at > A_WEEK) localStorage.removeItem(name)
  }
}

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
