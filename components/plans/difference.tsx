import type { PartDifference } from '@/lib/plans/difference'
import { Card } from '../ui/card'

/** How two versions differ, word by word. What was added is underlined and what was taken out struck through, and both are said. */
export function DifferenceCard({ from, to, parts }: { from: number; to: number; parts: readonly PartDifference[] }) {
  return (
    <Card title={`From version ${from} to version ${to}`} id="difference">
      {parts.length ? (
        <p className="mb-4 text-ink-soft">
          <ins className={ADDED}>Added words</ins> are underlined. <del className={REMOVED}>Words taken out</del> are struck through.
        </p>
      ) : (
        <p>They say the same.</p>
      )}
      <div className="space-y-5">
        {parts.map(({ key, label, pieces }) => (
          <section key={key}>
            <h3 className="mb-1 text-base">{label}</h3>
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {pieces.map(({ kind, text }, at) =>
                kind === 'same' ? <span key={at}>{text}</span> : kind === 'added' ? (
                  <ins key={at} className={ADDED}><Said>added: </Said>{text}<Said> (end of what was added) </Said></ins>
                ) : (
                  <del key={at} className={REMOVED}><Said>taken out: </Said>{text}<Said> (end of what was taken out) </Said></del>
                ),
              )}
            </p>
          </section>
        ))}
      </div>
    </Card>
  )
}

const ADDED = 'rounded-sm bg-green-wash text-green-text underline decoration-2 underline-offset-2 wm-ink-exact'
const REMOVED = 'rounded-sm bg-red-wash text-red-text line-through decoration-2 wm-ink-exact'

function Said({ children }: { children: string }) {
  return <span className="sr-only">{children}</span>
}
