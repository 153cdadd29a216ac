'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

type Props = { enquiryId: string; send: (input: never) => Promise<Outcome<unknown>> }

/** Something was written after the enquiry left with its referrals: offers to send it again. */
export function SendAgain({ enquiryId, send }: Props) {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const again = async () => {
    if (pending) return
    setPending(true)
    const done = await send({ enquiryId } as never).catch(() => null)
    setProblem(done === null ? 'Waymark cannot be reached. Try again in a minute.' : done.ok ? null : done.message)
    setPending(false)
    router.refresh()
  }
  return (
    <Banner title="Agencies have written more since this was sent" actions={<Button variant="secondary" size="small" pending={pending} pendingLabel="Sending…" onClick={() => void again()}>Send it again as it stands</Button>}>
      <p>Those who received the referral do not have it yet.</p>
      {problem ? <p role="alert">{problem}</p> : null}
    </Banner>
  )
}
