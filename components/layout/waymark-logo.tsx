/** The sign on its post, drawn in the colour of the text around it with one yellow arrow. */
export function WaymarkGlyph({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="5" className="fill-primary wm-ink-exact" />
      <path d="M11 7v19" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <path d="M6 8.5h14.5l5.5 5-5.5 5H6z" className="fill-focus" />
    </svg>
  )
}

/** The glyph with the name. */
export function Waymark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <WaymarkGlyph className="size-8" />
      <span className="text-xl leading-none font-bold tracking-[-0.02em] text-ink">Waymark</span>
    </span>
  )
}
