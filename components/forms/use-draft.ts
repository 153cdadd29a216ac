'use client'

import { useEffect, useState } from 'react'
import { DraftKeeper, type DraftState } from './draft-keeper'

/** Keeps what is being typed as a draft on the server, and says whether it is safe. */
export function useDraft(kind: 'contact' | 'decision', draftId: string, content: () => Record<string, unknown>) {
  const [state, setState] = useState<DraftState>({ state: 'idle' })
  const [keeper] = useState(() => new DraftKeeper(kind, draftId, content, setState))

  useEffect(() => {
    const leaving = () => void keeper.send(true)
    const hidden = () => {
      if (document.visibilityState === 'hidden') leaving()
    }
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      leaving()
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [keeper])

  return { state, keeper }
}
