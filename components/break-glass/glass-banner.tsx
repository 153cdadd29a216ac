import type { ReactNode } from 'react'
import type { GlassOfCase } from '@/lib/break-glass/queries'
import { formatDateTime } from '@/lib/pathway/dates'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** Says on what is open for a short time until when it is, and why; `close` ends it. */
export function GlassBanner({ open, close }: { open: GlassOfCase; close: ReactNode }) {
  return (
    <Banner title={`Open to you until ${formatDateTime(new Date(open.until))}, by breaking glass`} actions={close}>
      <p>You neither hold nor cover this case. Every page you open is logged, and the CATE manager reviews it.</p>
      <p className="mt-1">Your reason: <span className="whitespace-pre-line wrap-anywhere" dir="auto">{open.reason}</span></p>
    </Banner>
  )
}

/** Who else opened a case by breaking glass, to whoever holds it and to those who answer for it. */
export function GlassCard({ openings }: { openings: readonly GlassOfCase[] }) {
  if (!openings.length) return null
  return (
    <Card title="Opened by breaking glass" id="break-glass">
      <ul className="divide-y">
        {openings.map((one) => (
          <li key={one.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{one.who}</span>
              {one.open ? <Tag tone="amber">Open now</Tag> : null}
            </p>
            <p className="text-[0.9375rem] text-ink-soft"><When at={one.openedAt} /> until <When at={one.until} /></p>
            <p className="whitespace-pre-line wrap-anywhere" dir="auto">{one.reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
