'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import type { Outcome } from '@/lib/access/outcome'
import { Button, type ButtonProps } from '../ui/button'

export type Command<O = unknown> = (input: never) => Promise<Outcome<O>>

type Props = { command: Command; input: unknown; pendingLabel?: string; variant?: ButtonProps['variant']; size?: ButtonProps['size']; label?: string; children: ReactNode }

/** A command of one press: does it, refreshes the page, and says beside itself what went wrong. */
export function Press({ command, input, pendingLabel = 'Saving…', variant = 'secondary', size, label, children }: Props) {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const press = async () => {
    if (pending) return
    setPending(true)
    const done = await command(input as never).catch(() => null)
    setProblem(done === null ? 'Waymark cannot be reached. Try again in a minute.' : done.ok ? null : (Object.values(done.fields)[0] ?? done.message))
    setPending(false)
    router.refresh()
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button variant={variant} size={size} pending={pending} pendingLabel={pendingLabel} aria-label={label} onClick={() => void press()}>{children}</Button>
      {problem ? <span role="alert" className="font-semibold text-red-text">{problem}</span> : null}
    </span>
  )
}
