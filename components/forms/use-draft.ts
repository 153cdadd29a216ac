'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { heardFromServer } from '../session/activity'

export type DraftState = { state: 'idle' } | { state: 'saving' } | { state: 'saved'; at: string } | { state: 'unsaved'; message: string }

const PAUSE = 700
const RETRY = 3_000
/** What a browser lets a closing page still send. */
const KEEPALIVE_BYTES = 60_000

const MESSAGES: Record<string, string> = {
  not_signed_in: 'You are signed out: sign in in another tab, and it is saved here. What you typed is kept on this page.',
  unavailable: 'Waymark cannot be reached. What you typed is kept on this page, and is saved as soon as it can be.',
}

/**
 * Keeps what is being typed on the server: at the first key, then at every pause, and when the page is left.
 * Where it cannot be kept it says so, and tries again by itself. Nothing is put in the browser's storage.
 */
export function useDraft(kind: 'contact' | 'decision', draftId: string, content: () => Record<string, unknown>) {
  const [state, setState] = useState<DraftState>({ state: 'idle' })
  const work = useRef({ dirty: false, busy: false, stopped: false, timer: 0 })
  const read = useRef(content)
  useEffect(() => {
    read.current = content
  })

  const send = useCallback(
    async (leaving = false) => {
      const w = work.current
      window.clearTimeout(w.timer)
      if (w.stopped || !w.dirty || (w.busy && !leaving)) return
      w.dirty = false
      w.busy = true
      setState({ state: 'saving' })
      const body = JSON.stringify({ draftId, kind, content: read.current() })
      const answer = await fetch('/api/drafts', { method: 'PUT', body, keepalive: leaving && body.length < KEEPALIVE_BYTES, headers: { 'Content-Type': 'application/json' } })
        .then((response) => response.json() as Promise<Outcome<{ savedAt: string }>>)
        .catch(() => null)
      w.busy = false
      if (w.stopped) return
      if (answer?.ok) {
        heardFromServer()
        setState({ state: 'saved', at: clockTime(answer.output.savedAt) })
        if (w.dirty) w.timer = window.setTimeout(() => void again.current(), PAUSE)
        return
      }
      w.dirty = true
      setState({ state: 'unsaved', message: answer ? (MESSAGES[answer.kind] ?? answer.fields.content ?? answer.message) : MESSAGES.unavailable ?? '' })
      w.timer = window.setTimeout(() => void again.current(), RETRY)
    },
    [draftId, kind],
  )
  const again = useRef(send)
  useEffect(() => {
    again.current = send
  }, [send])

  /** Something was typed. */
  const changed = useCallback(() => {
    const w = work.current
    const first = !w.dirty && !w.busy && w.timer === 0
    w.dirty = true
    window.clearTimeout(w.timer)
    w.timer = window.setTimeout(() => void send(), first ? 0 : PAUSE)
  }, [send])

  /** It is saved for good: the draft is not written again. */
  const stop = useCallback(() => {
    work.current.stopped = true
    window.clearTimeout(work.current.timer)
  }, [])

  useEffect(() => {
    const w = work.current
    const leaving = () => void send(true)
    const hidden = () => {
      if (document.visibilityState === 'hidden') leaving()
    }
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      leaving()
      window.clearTimeout(w.timer)
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [send])

  return { state, changed, stop }
}

function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(new Date(iso))
}
