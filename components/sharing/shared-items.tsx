import type { Shared } from '@/lib/pathway/share-items'
import { SummaryList } from '../ui/summary-list'

/** The items that were shared, in the words of that day. */
export function SharedItems({ items }: { items: readonly Shared[] }) {
  return <SummaryList rows={items.map(({ id, label, value }) => ({ key: id, label, value: <span dir="auto" className="wrap-anywhere">{value}</span> }))} />
}
