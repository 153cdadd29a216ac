'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The page asks by itself: the server does not take it for somebody being there. See lib/access/web. */
const QUIET = 'waymark-quiet=1; path=/; SameSite=Strict; max-age=3'
/** However much happens, a page refreshes no more often than this. */
const PAUSE = 2_500

/**
 * Refreshes the page when something changed whose audit kind begins with one of the topics, e.g. 'referral'. What is
 * being typed stays. The stream tells only what kind of thing changed; the page asks for what it may see. It is
 * let go while the tab is hidden, because a browser keeps only a few connections to one server.
 */
export function RefreshOnChange({ topics }: { topics: readonly string[] }) {
  const router = useRouter()
  const wanted = topics.join(' ')

  useEffect(() => {
    const kinds = wanted.split(' ')
    let stream: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = Date.now()
    let missed = false

    const refresh = () => {
      if (timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        last = Date.now()
        document.cookie = QUIET
        router.refresh()
      }, Math.max(0, last + PAUSE - Date.now()))
    }
    const open = () => {
      if (stream || document.hidden) return
      stream = new EventSource('/api/live')
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        if (kinds.some((kind) => data.startsWith(`${kind}.`))) refresh()
      }
      stream.onopen = () => {
        if (missed) refresh()
        missed = false
      }
      stream.onerror = () => {
        missed = true
        // the browser tries again by itself, except where the answer was not a stream: signed out, or the server is down
        if (stream?.readyState === EventSource.CLOSED) close()
      }
    }
    const close = () => {
      stream?.close()
      stream = null
    }
    const seen = () => {
      if (document.hidden) {
        close()
        missed = true
      } else open()
    }
    // also opens it again where it was closed
    const again = setInterval(open, 4_000)
    open()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      clearInterval(again)
      close()
      document.removeEventListener('visibilitychange', seen)
    }
  }, [router, wanted])

  return null
}
