import type { Outcome } from '@/lib/access/outcome'
import { heardFromServer } from '../session/activity'
import type { Pocket } from './pocket'

export type DraftState = { state: 'idle' } | { state: 'saving' } | { state: 'saved'; at: string } | { state: 'unsaved'; message: string }

export type DraftKind = 'contact' | 'decision' | 'child' | 'handover' | 'enquiry' | 'enquiry_answer' | 'enquiry_decision' | 'form' | 'assessment' | 'session' | 'strategy'

const PAUSE = 700
const RETRY = 3_000
/** What a browser lets a closing page still send. */
const KEEPALIVE_BYTES = 60_000

const UNREACHABLE = 'Waymark cannot be reached. What you typed is kept on this page, and is saved as soon as it can be.'
const SIGNED_OUT = 'You are signed out: sign in in another tab, and it is saved here. What you typed is kept on this page.'

/**
 * Sends a draft to the server: at the first key, then at every pause, and at once when the page is left. Where
 * it cannot be kept it says so and tries again by itself. Nothing is put in the browser's storage, unless there is
 * a pocket for it, which holds it sealed until the server has it.
 */
export class DraftKeeper {
  private dirty = false
  private sending = false
  private stopped = false
  private held = false
  private underway: Promise<unknown> = Promise.resolve()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly kind: DraftKind,
    private readonly draftId: string,
    private readonly content: () => Record<string, unknown>,
    private readonly say: (state: DraftState) => void,
    private readonly pocket: Pocket | null = null,
  ) {}

  /** Something was typed. */
  changed(): void {
    const first = !this.dirty && !this.sending && this.timer === undefined
    this.dirty = true
    this.after(first ? 0 : PAUSE)
  }

  /**
   * The form is being sent: waits for what is on its way, and lets nothing follow, so that no draft is written after
   * the record that it became.
   */
  async hold(): Promise<void> {
    this.held = true
    clearTimeout(this.timer)
    void this.pocket?.put(this.content())
    await this.underway
  }

  /** It was not saved: what was not kept yet is kept after all. */
  release(): void {
    this.held = false
    if (this.dirty) this.after(PAUSE)
  }

  /** It is saved for good: the draft is not written again. */
  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
    this.pocket?.clear()
  }

  /** Sends what is not kept yet. `leaving` does not wait for an earlier send, and outlives the page. */
  async send(leaving = false): Promise<void> {
    clearTimeout(this.timer)
    if (this.stopped || !this.dirty || ((this.sending || this.held) && !leaving)) return
    this.dirty = false
    this.sending = true
    this.say({ state: 'saving' })
    void this.pocket?.put(this.content())
    const body = JSON.stringify({ draftId: this.draftId, kind: this.kind, content: this.content() })
    const sent = put(body, leaving && body.length < KEEPALIVE_BYTES)
    this.underway = sent
    const answer = await sent
    this.sending = false
    if (this.stopped) return
    if (answer?.ok) {
      heardFromServer()
      this.say({ state: 'saved', at: clockTime(answer.output.savedAt) })
      if (this.dirty) this.after(PAUSE)
      else if (!this.held) this.pocket?.clear()
      return
    }
    this.dirty = true
    this.say({ state: 'unsaved', message: messageOf(answer) })
    this.after(RETRY)
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), wait)
  }
}

type Answer = Outcome<{ savedAt: string }> | null

async function put(body: string, keepalive: boolean): Promise<Answer> {
  try {
    const response = await fetch('/api/drafts', { method: 'PUT', body, keepalive, headers: { 'Content-Type': 'application/json' } })
    return (await response.json()) as Answer
  } catch {
    return null
  }
}

function messageOf(answer: Answer): string {
  if (answer === null || answer.ok || answer.kind === 'unavailable') return UNREACHABLE
  return answer.kind === 'not_signed_in' ? SIGNED_OUT : (answer.fields.content ?? answer.message)
}

function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(new Date(iso))
}
