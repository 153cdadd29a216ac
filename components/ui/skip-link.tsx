type Props = { href?: `#${string}`; children?: string }

/** The first thing Tab reaches: jumps over the header to the main content. */
export function SkipLink({ href = '#main', children = 'Skip to main content' }: Props) {
  return (
    <a
      href={href}
      data-print="hide"
      className="sr-only font-semibold focus:not-sr-only focus:block focus:px-4 focus:py-2.5"
    >
      {children}
    </a>
  )
}
