import type { OpenEnquiry } from '@/lib/enquiries/list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** That enquiries are open: all that the front door sees of them. */
export function OpenEnquiryTags({ open, label, links }: { open: readonly OpenEnquiry[]; label: string; links: boolean }) {
  return open.map((one) => (
    <Tag key={one.id} tone="blue">
      {label} open, {links ? <TextLink href={`/enquiries/${one.id}`}>{one.reference}</TextLink> : one.reference}
    </Tag>
  ))
}
