import type { ReactNode } from 'react'

/** Small print under every page. */
export function ShellFooter({ children }: { children?: ReactNode }) {
  const version = process.env.WAYMARK_VERSION
  return (
    <footer className="border-t text-sm text-ink-soft print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-1 px-4 py-4 sm:px-6">
        <span>Waymark{version ? ` ${version}` : ''}</span>
        <span>Every view, search, print and change is recorded.</span>
        {children}
      </div>
    </footer>
  )
}
