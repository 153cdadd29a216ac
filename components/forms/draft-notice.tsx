'use client'

import { useState } from 'react'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

/** Says that a form goes on from what was not saved last time, and offers to begin again. */
export function DraftNotice({ draftId }: { draftId: string }) {
  const [failed, setFailed] = useState(false)
  const discard = async () => {
    const answer = await fetch('/api/drafts', { method: 'DELETE', body: JSON.stringify({ draftId }), headers: { 'Content-Type': 'application/json' } }).catch(() => null)
    if (answer?.ok) window.location.reload()
    else setFailed(true)
  }
  return (
    <Banner
      tone="notice"
      title="This is what you had not saved yet"
      actions={
        <Button variant="secondary" size="small" onClick={() => void discard()}>
          Throw it away and begin again
        </Button>
      }
    >
      {failed ? <p role="alert">It could not be thrown away just now. Try again in a minute.</p> : null}
    </Banner>
  )
}
