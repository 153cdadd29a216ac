import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { TextLink } from './text-link'

type Props = { href: string; direction?: 'ascending' | 'descending'; children: string }

/** The header of a column that can be sorted: a link, so that the order has an address and works without script. */
export function SortLink({ href, direction, children }: Props) {
  const Icon = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <TextLink
      href={href}
      scroll={false}
      className="inline-flex items-center gap-1 text-ink! no-underline! hover:underline!"
    >
      <span className="sr-only">Sort by </span>
      {children}
      <Icon className="size-3.5 flex-none" strokeWidth={2.25} />
    </TextLink>
  )
}
