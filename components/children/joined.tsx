import type { Outcome } from '@/lib/access/outcome'
import { keptKey, type KeptForms } from '@/lib/drafts/kept-form'
import type { ChildRecord } from '@/lib/records/queries'
import { formatDateTime } from '@/lib/pathway/dates'
import { UndoForm } from '../screening/judge-forms'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

/** Says that this record was joined to another, and leads there. */
export function MergedBanner({ into }: { into: NonNullable<ChildRecord['mergedInto']> }) {
  return (
    <Banner title={`This record was joined to ${into.reference}, which is the same child`}>
      <p>
        {into.by} judged so on {formatDateTime(new Date(into.at))}. This record is kept as it was; what comes new goes to the other.{' '}
        <TextLink href={`/children/${into.id}`}>Open the joined record</TextLink>
      </p>
    </Banner>
  )
}

/** The records that are read together with this one, and what each says differently. */
export function JoinedCard({ child, undo, drafts }: { child: ChildRecord; undo: ((input: never) => Promise<Outcome<unknown>>) | null; drafts: KeptForms }) {
  if (!child.joined.length) return null
  return (
    <Card title="Joined records">
      <ul className="divide-y">
        {child.joined.map((one) => (
          <li key={one.id} className="py-3 first:pt-0 last:pb-0">
            <p className="font-semibold wrap-anywhere">
              <TextLink href={`/children/${one.id}`}>{one.reference}</TextLink>, {one.name}
            </p>
            <p className="text-[0.9375rem]">
              Judged to be the same child by {one.by}, {formatDateTime(new Date(one.at))}: <span className="whitespace-pre-line wrap-anywhere" dir="auto">{one.reason}</span>
            </p>
            {one.differs.length ? <SummaryList rows={one.differs.map(({ label, value }) => ({ key: label, label: `${label} there`, value }))} /> : null}
            {undo ? <UndoForm judgementId={one.judgementId} same undo={undo} draft={drafts[keptKey('undone', one.judgementId)]} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
