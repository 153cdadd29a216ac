'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { heardFromServer, silence } from './activity'

type Props = {
  /** Minutes without a request after which the session is dead. */
  idleMinutes: number
  /** Milliseconds until it ends whatever happens: a span, because this computer's clock may be wrong. */
  expiresIn: number
}

const MINUTE = 60_000
const WARN_BEFORE = 2 * MINUTE

/**
 * Keeps a session alive while somebody is there, warns two minutes before it idles out, and at the limit leaves
 * the page, so that nobody's record stays on an unattended screen. What was typed is in its draft by then.
 */
export function SessionGuard({ idleMinutes, expiresIn }: Props) {
  const path = usePathname()
  const [warned, setWarned] = useState(false)
  const active = useRef(false)

  useEffect(heardFromServer, [path])

  useEffect(() => {
    const end = Date.now() + expiresIn
    const seen = () => {
      active.current = true
    }
    const restored = (event: PageTransitionEvent) => {
      // a page out of the browser's memory may belong to a session that is over
      if (event.persisted) window.location.reload()
    }
    const events = ['keydown', 'pointerdown', 'input'] as const
    for (const name of events) window.addEventListener(name, seen, { passive: true })
    window.addEventListener('pageshow', restored)
    const timer = window.setInterval(() => {
      const idle = silence()
      if (idle >= idleMinutes * MINUTE || Date.now() >= end) return leave()
      if (active.current && idle >= MINUTE) {
        active.current = false
        void keep()
      }
      setWarned(idle >= idleMinutes * MINUTE - WARN_BEFORE)
    }, 5_000)
    return () => {
      for (const name of events) window.removeEventListener(name, seen)
      window.removeEventListener('pageshow', restored)
      window.clearInterval(timer)
    }
  }, [idleMinutes, expiresIn])

  return (
    <Dialog
      title="Are you still there?"
      description="Nothing has happened here for a while. You will be signed out in about two minutes, so that nobody else sees this screen. What you typed on a contact is kept as a draft."
      open={warned}
      onOpenChange={(open) => {
        if (!open) void keep().then(() => setWarned(false))
      }}
    >
      <Button onClick={() => void keep().then(() => setWarned(false))}>Stay signed in</Button>
    </Dialog>
  )
}

async function keep(): Promise<void> {
  const answer = await fetch('/api/session', { method: 'PUT' }).catch(() => null)
  if (answer?.ok) heardFromServer()
  else if (answer?.status === 401) leave()
}

function leave(): void {
  document.documentElement.hidden = true
  window.location.replace('/sign-in?ended=idle')
}
