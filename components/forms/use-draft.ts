'use client'

import { useEffect, useState } from 'react'
import { Pocket } from './pocket'
import { DraftKeeper, type DraftKind, type DraftState } from './draft-keeper'

/** Where a form keeps what is typed; `pocketKey` where it is kept on the device too while there is no signal. */
export type DraftPlace = { kind: DraftKind; id: string; pocketKey?: string | undefined }

/** Keeps what is being typed as a draft on the server, and says whether it is safe. Without a draft it does nothing. */
export function useDraft(draft: DraftPlace | undefined, content: () => Record<string, unknown>) {
  const [state, setState] = useState<DraftState>({ state: 'idle' })
  const [pocket] = useState(() => (draft?.pocketKey ? new Pocket(draft.id, draft.pocketKey) : null))
  const [keeper] = useState(() => (draft ? new DraftKeeper(draft.kind, draft.id, content, setState, pocket) : null))

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

  return { state, keeper, pocket }
}
