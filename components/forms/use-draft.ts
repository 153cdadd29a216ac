'use client'

import { useEffect, useState } from 'react'
import { DraftKeeper, type DraftKind, type DraftState } from './draft-keeper'

/** Keeps what is being typed as a draft on the server, and says whether it is safe. Without a draft it does nothing. */
export function useDraft(draft: { kind: DraftKind; id: string } | undefined, content: () => Record<string, unknown>) {
  const [state, setState] = useState<DraftState>({ state: 'idle' })
  const [keeper] = useState(() => (draft ? new DraftKeeper(draft.kind, draft.id, content, setState) : null))

  useEffect(() => {
    if (!keeper) return
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
