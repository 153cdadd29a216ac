'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { TextLink } from '../ui/text-link'

type Neighbour = { id: string; about: string } | null

/** Through the agenda: links, and the left and right arrow keys where nobody is typing or choosing. */
export function AgendaKeys({ panelId, before, after, number, of }: { panelId: string; before: Neighbour; after: Neighbour; number: number; of: number }) {
  const router = useRouter()
  const path = (one: Neighbour) => (one ? (`/panels/${panelId}/meeting/${one.id}` as Route) : null)
  const [left, right] = [path(before), path(after)]
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="radiogroup"], summary'))) return
      const to = event.key === 'ArrowLeft' ? left : event.key === 'ArrowRight' ? right : null
      if (to) router.push(to)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [left, right, router])
  return (
    <nav aria-label="Agenda" className="mb-4 flex flex-wrap items-center justify-between gap-3 text-[1.125rem] no-print">
      {left ? <TextLink href={left} accessKey="p" rel="prev">← Before: {shortOf(before)}</TextLink> : <span className="text-ink-soft">First case</span>}
      <span className="text-ink-soft">Case {number} of {of}<span className="hidden lg:inline">: the arrow keys go through the agenda</span></span>
      {right ? <TextLink href={right} accessKey="n" rel="next">Next: {shortOf(after)} →</TextLink> : <span className="text-ink-soft">Last case</span>}
    </nav>
  )
}

const shortOf = (one: Neighbour): string => one?.about.split('. ')[0] ?? ''
