'use client'

import clsx from 'clsx'
import { Menu, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { TextLink } from '../ui/text-link'

export type NavItem = {
  href: string
  label: string
  /** Overrules what the address says. */
  current?: boolean
  count?: number
  /** What is counted, for screen readers: waiting. */
  countLabel?: string
}

/**
 * The places this person's role takes them to. On a narrow screen a Menu button opens it, with who they are beneath.
 */
export function PrimaryNav({ items, children }: { items: readonly NavItem[]; children?: ReactNode }) {
  const path = usePathname()
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const open = openedAt === path // going somewhere closes it
  const current = items.find((item) => item.current) ?? nearest(items, path)

  return (
    <nav aria-label="Main" className="border-y bg-surface">
      <div className="mx-auto max-w-page px-4 sm:px-6">
        <button
          type="button"
          aria-expanded={open}
          aria-controls="main-menu"
          onClick={() => setOpenedAt(open ? null : path)}
          className="flex min-h-11 w-full items-center gap-2 font-semibold md:hidden"
        >
          {open ? <X className="size-5" /> : <Menu className="size-5" />}
          Menu
          {current && !open ? <span className="font-normal text-ink-soft">{current.label}</span> : null}
        </button>
        <div id="main-menu" className={clsx(!open && 'max-md:hidden', 'max-md:border-t max-md:pb-3')}>
          <ul className="flex flex-col gap-x-5 md:flex-row md:flex-wrap">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} current={item === current} onPress={() => setOpenedAt(null)} />
              </li>
            ))}
          </ul>
          {children ? <div className="mt-3 border-t pt-3 md:hidden">{children}</div> : null}
        </div>
      </div>
    </nav>
  )
}

const COUNT = clsx(
  'min-w-6 rounded-full bg-primary px-1.5 text-center text-sm font-semibold text-white tabular-nums',
  'forced-colors:border',
)

function NavLink({ item, current, onPress }: { item: NavItem; current: boolean; onPress: () => void }) {
  return (
    <TextLink
      href={item.href}
      onClick={onPress}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'flex min-h-11 items-center gap-2 text-[0.9375rem] no-underline! hover:text-ink! focus-visible:text-ink!',
        current
          ? 'border-primary font-semibold text-ink! max-md:border-l-4 max-md:pl-3 md:border-b-[3px] md:pt-[3px]'
          : 'text-ink-soft! max-md:pl-4 md:py-[3px] md:hover:shadow-[inset_0_-3px_0_var(--color-neutral-line)]',
      )}
    >
      {item.label}
      {item.count ? (
        <span className={COUNT}>
          {item.count > 999 ? '999+' : item.count}
          {item.countLabel ? <span className="sr-only"> {item.countLabel}</span> : null}
        </span>
      ) : null}
    </TextLink>
  )
}

function nearest(items: readonly NavItem[], path: string) {
  return items
    .filter((item) => path === item.href || (item.href !== '/' && path.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
