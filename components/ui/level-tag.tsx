import clsx from 'clsx'
import { LEVEL_LABELS, LEVELS, type Level } from '@/lib/pathway/levels'
import { TAG_CLASS } from './tag'

const LOOKS: Record<Level, string> = {
  low: 'border-neutral-line bg-surface text-ink',
  low_medium: 'border-blue-line bg-blue-wash text-blue-text',
  medium: 'border-amber-line bg-amber-wash text-amber-text',
  medium_high: 'border-amber-text bg-amber-fill text-ink',
  high: 'border-red bg-red text-white',
}

/**
 * The level of concern in word, colour and shape: as many filled bars as the level has steps, so that it reads
 * in greyscale. No level is green, since none means safe.
 */
export function LevelTag({ level, prefix }: { level: Level | null; prefix?: string }) {
  return (
    <span
      className={clsx(
        TAG_CLASS, 'whitespace-nowrap',
        level ? LOOKS[level] : 'border-dashed border-control bg-surface text-ink-soft',
      )}
    >
      <LevelGlyph level={level} />
      <span>
        {prefix ? `${prefix} ` : null}
        {level ? LEVEL_LABELS[level] : 'Not yet assessed'}
      </span>
    </span>
  )
}

/** Five rising bars, filled up to the level; a question mark in a dashed ring where there is none. */
export function LevelGlyph({ level }: { level: Level | null }) {
  if (!level) {
    return (
      <svg viewBox="0 0 14 14" className="size-3.5 flex-none" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="7" cy="7" r="6" strokeDasharray="2.2 1.6" strokeWidth="1.3" />
        <path d="M5.4 5.6a1.6 1.6 0 1 1 2.2 1.5c-.4.2-.6.5-.6.9v.2M7 10v.4" strokeWidth="1.3" strokeLinecap="round" />
      </svg>
    )
  }
  const filled = LEVELS.indexOf(level) + 1
  return (
    <svg viewBox="0 0 19 14" className="h-3.5 w-[1.1875rem] flex-none" stroke="currentColor" aria-hidden="true">
      {LEVELS.map((step, index) => {
        const height = 4 + index * 2.25
        const fill = index < filled ? 'currentColor' : 'none'
        const place = { x: 0.5 + index * 4, y: 13.5 - height, width: 2, height }
        return <rect key={step} {...place} fill={fill} strokeWidth="0.9" />
      })}
    </svg>
  )
}
