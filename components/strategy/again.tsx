'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'

/** For a small form that begins again once it is sent: a key for it, and what to do then. */
export function useAgain(): { key: string; again: () => void } {
  const router = useRouter()
  const [sent, setSent] = useState<string>('first')
  const again = () => startTransition(() => {
    router.refresh()
    setSent(crypto.randomUUID())
  })
  return { key: sent, again }
}
