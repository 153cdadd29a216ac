import type { ReactNode } from 'react'
import { SkipLink } from '../ui/skip-link'
import { ShellFooter } from './shell-footer'
import { Waymark } from './waymark-logo'

/** What stands around signing in and the pages that say something went wrong: no navigation, nobody's name. */
export function PublicShell({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <>
      <SkipLink />
      <div className="flex min-h-dvh flex-col">
        <header className="border-t-4 border-b border-t-primary bg-surface print:hidden">
          <div className="mx-auto flex min-h-14 max-w-page items-center px-4 py-2 sm:px-6">
            <Waymark />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 pt-8 pb-12 sm:px-6 sm:pt-12">
          <div className={wide ? undefined : 'max-w-form'}>{children}</div>
        </main>
        <ShellFooter />
      </div>
    </>
  )
}
