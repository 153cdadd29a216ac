'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

export type SearchState<Item> =
  | { phase: 'idle' | 'loading' | 'failed'; items: readonly Item[] }
  | { phase: 'done'; items: readonly Item[] }

/** Searches after a pause in typing; an answer to an older question never replaces one to a newer. */
export function useAsyncSearch<Item>(search: (query: string) => Promise<Item[]>, minLength: number, wait = 250) {
  const [state, setState] = useState<SearchState<Item>>({ phase: 'idle', items: [] })
  const turn = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const ask = useCallback(
    (text: string) => {
      const query = text.trim()
      const mine = ++turn.current
      clearTimeout(timer.current)
      if (query.length < minLength) {
        setState({ phase: 'idle', items: [] })
        return
      }
      setState((before) => ({ phase: 'loading', items: before.items }))
      timer.current = setTimeout(async () => {
        const answer = await search(query).catch(() => null)
        if (mine !== turn.current) return
        setState(answer ? { phase: 'done', items: answer } : { phase: 'failed', items: [] })
      }, wait)
    },
    [search, minLength, wait],
  )

  const clear = useCallback(() => {
    turn.current += 1
    clearTimeout(timer.current)
    setState({ phase: 'idle', items: [] })
  }, [])

  useEffect(
    () => () => {
      turn.current += 1
      clearTimeout(timer.current)
    },
    [],
  )

  return { ...state, ask, clear }
}
