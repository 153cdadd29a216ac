'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** The page asks by itself: the server does not take it for somebody being there. See lib/access/web. */
const QUIET = 'waymark-quiet=1; path=/; SameSite=Strict; max-age=3'
/** A stream that was cut is opened again after this. */
const AGAIN = 2_000

type Props = {
  /** What the page shows: beginnings of audit kinds, e.g. 'referral'. */
  topics: readonly string[]
  /** What the database showed when the page was read (the actor's `snapshot`): only what came later refreshes it. */
  since: string
  /** However much happens, the page refreshes no more often than once in so many seconds. */
  pause?: number
}

/**
 * Refreshes the page when something of its topics changed, also where that was before it could listen. What is
 * being typed stays. The stream tells only what kind of thing changed; the page asks for what it may see. It is let
 * go while the tab is hidden, because a browser keeps only a few connections to one server.
 */
export function RefreshOnChange({ topics, since, pause = 2.5 }: Props) {
  const router = useRouter()
  const wanted = topics.join(' ')
  const read = useRef(since)
  useEffect(() => {
    read.current = since
  }, [since])

  useEffect(() => {
    const kinds = wanted.split(' ')
    let stream: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = Date.now()

    const refresh = () => {
      if (timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        last = Date.now()
        document.cookie = QUIET
        router.refresh()
      }, Math.max(0, last + pause * 1000 - Date.now()))
    }
    const open = () => {
      if (stream || document.hidden) return
      stream = new EventSource(`/api/live?since=${encodeURIComponent(read.current)}`)
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        if (data === '*' || kinds.some((kind) => data.startsWith(`${kind}.`))) refresh()
      }
      // the browser would ask again since the same moment, though the page may have been refreshed
      stream.onerror = close
    }
    const close = () => {
      stream?.close()
      stream = null
    }
    const seen = () => (document.hidden ? close() : open())
    const again = setInterval(open, AGAIN)
    open()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      clearInterval(again)
      close()
      document.removeEventListener('visibilitychange', seen)
    }
  }, [router, wanted, pause])

  return null
}
