'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'

const PAUSE = 10_000

/** Sends something again, at once when the signal is back and at pauses besides, until Waymark answers or the person stops it. */
export function useResend() {
  const [waiting, setWaiting] = useState(false)
  const stop = useRef<(() => void) | null>(null)
  const stopWaiting = useCallback(() => stop.current?.(), [])
  // a page that is left sends nothing behind somebody's back: what was typed is kept
  useEffect(() => stopWaiting, [stopWaiting])

  const untilReached = useCallback(async <O>(send: () => Promise<Outcome<O>>): Promise<Outcome<O>> => {
    let answer = await send()
    while (!answer.ok && answer.kind === 'unavailable') {
      setWaiting(true)
      const again = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), PAUSE)
        window.addEventListener('online', () => resolve(true), { once: true })
        stop.current = () => {
          clearTimeout(timer)
          resolve(false)
        }
      })
      if (!again) break
      answer = await send()
    }
    stop.current = null
    setWaiting(false)
    return answer
  }, [])

  return { waiting, stopWaiting, untilReached }
}
