import type { ReactNode } from 'react'
import { SkipLink } from '../ui/skip-link'
import { TextLink } from '../ui/text-link'
import { ToastProvider } from '../ui/toast'
import { PrimaryNav, type NavItem } from './primary-nav'
import { ShellFooter } from './shell-footer'
import { Waymark } from './waymark-logo'

export type { NavItem } from './primary-nav'

export type ShellPerson = { name: string; role: string; area?: string }

type Props = {
  nav: readonly NavItem[]
  person: ShellPerson
  /** The form or link that signs out. */
  signOut: ReactNode
  /** For somebody with more than one role or area. */
  switcher?: ReactNode
  /** A message over every page: practice data, a break-glass session running. */
  notice?: ReactNode
  home?: string
  children: ReactNode
}

const TOP =
  'mx-auto flex min-h-14 max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-6'

/** What stands around every page of a person who is signed in. */
export function AppShell({ nav, person, signOut, switcher, notice, home = '/', children }: Props) {
  return (
    <ToastProvider>
      <SkipLink />
      <div className="flex min-h-dvh flex-col">
        <header className="border-t-4 border-t-primary bg-surface print:hidden">
          <div className={TOP}>
            <TextLink href={home} className="mr-auto rounded no-underline!">
              <Waymark />
              <span className="sr-only">, your work today</span>
            </TextLink>
            {switcher}
            <div className="flex items-center gap-x-5 max-md:hidden">
              <WhoAmI {...person} />
              {signOut}
            </div>
          </div>
          <PrimaryNav items={nav}>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <WhoAmI {...person} />
              {signOut}
            </div>
          </PrimaryNav>
          {notice ? (
            <div className="border-b bg-amber-wash">
              <div className="mx-auto max-w-page px-4 py-2 text-[0.9375rem] sm:px-6">{notice}</div>
            </div>
          ) : null}
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-12 sm:px-6">
          {children}
        </main>
        <ShellFooter />
      </div>
    </ToastProvider>
  )
}

function WhoAmI({ name, role, area }: ShellPerson) {
  return (
    <p className="text-sm leading-snug">
      <span className="block font-semibold">{name}</span>
      <span className="block text-ink-soft">{[role, area].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
