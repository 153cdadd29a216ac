import clsx from 'clsx'
import { TextLink } from './ui/text-link'

type Props = { label: string; tabs: readonly { label: string; href: string; current: boolean }[] }

/** Links that choose what a list shows; each is an address that can be shared. */
export function FilterTabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <TextLink
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                'inline-flex min-h-9 items-center rounded-full border px-3.5 text-[0.9375rem] no-underline!',
                tab.current ? 'border-primary bg-primary-wash font-semibold text-ink!' : 'border-line bg-surface hover:border-control',
              )}
            >
              {tab.label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
