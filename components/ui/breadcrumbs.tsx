import { TextLink } from './text-link'

export type Crumb = { label: string; href?: string }

/** Where this page lies. The last one, without an address, is the page itself. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-3 text-[0.9375rem]">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-2">
            {index > 0 ? <span aria-hidden="true" className="text-ink-soft">/</span> : null}
            {item.href ? (
              <TextLink href={item.href} className="inline-block min-h-6">{item.label}</TextLink>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
