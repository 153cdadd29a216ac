import { ArrowLeft } from 'lucide-react'
import { TextLink } from './text-link'

/** One step up, above the title. */
export function BackLink({ href, children = 'Back' }: { href: string; children?: string }) {
  return (
    <TextLink href={href} data-print="hide" className="mb-3 inline-flex min-h-6 items-center gap-1 text-[0.9375rem]">
      <ArrowLeft className="size-4" />
      {children}
    </TextLink>
  )
}
