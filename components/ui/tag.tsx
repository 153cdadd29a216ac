import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'red' | 'purple'

export const TONE_CLASSES: Record<Tone, string> = {
  neutral: 'border-neutral-line bg-neutral-wash text-neutral-text',
  blue: 'border-blue-line bg-blue-wash text-blue-text',
  green: 'border-green-line bg-green-wash text-green-text',
  amber: 'border-amber-line bg-amber-wash text-amber-text',
  red: 'border-red-line bg-red-wash text-red-text',
  purple: 'border-purple-line bg-purple-wash text-purple-text',
}

/** The outline every tag shares, so that tags stand in line in a table. */
export const TAG_CLASS = 'wm-tag wm-ink-exact'

/** A short state in words; the colour only helps. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={clsx(TAG_CLASS, TONE_CLASSES[tone])}>
      {icon}
      <span>{children}</span>
    </span>
  )
}
