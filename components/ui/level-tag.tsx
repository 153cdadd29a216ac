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
  const { filled, empty } = BARS[level]
  return (
    <svg viewBox="0 0 19 14" className="wm-bars" aria-hidden="true">
      <path d={filled} fill="currentColor" />
      <path d={empty} />
    </svg>
  )
}

// two paths a level, made once: a caseload draws one for each of its rows
const BARS = Object.fromEntries(
  LEVELS.map((level, at) => {
    const bar = (index: number) => `M${0.5 + index * 4} ${9.5 - index * 2.25}h2v${4 + index * 2.25}h-2z`
    const bars = LEVELS.map((_, index) => bar(index))
    return [level, { filled: bars.slice(0, at + 1).join(''), empty: bars.slice(at + 1).join('') }]
  }),
) as Record<Level, { filled: string; empty: string }>
