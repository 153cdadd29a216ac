import type { PublishedRow } from '@/lib/oversight/publish'
import type { Outcome } from '@/lib/access/outcome'
import { formatDate } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { WithdrawForm } from './publish-forms'

/** What is public and what was; `withdraw` for whoever may take one back. */
export function PublishedList({ rows, withdraw }: { rows: readonly PublishedRow[]; withdraw: ((input: never) => Promise<Outcome<unknown>>) | null }) {
  return (
    <Card title={`Published so far (${rows.length})`}>
      {rows.length ? (
        <ul className="divide-y">
          {rows.map(({ id, from, until, at, by, withdrawn }) => (
            <li key={id} className="space-y-2 py-3 wrap-anywhere">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                {withdrawn ? <span className="font-semibold">{formatDate(from)} to {formatDate(until)}</span> : <TextLink href={`/report/${id}`}>{formatDate(from)} to {formatDate(until)}</TextLink>}
                {withdrawn ? <Tag tone="neutral">Withdrawn</Tag> : <Tag tone="green">Public</Tag>}
                <span className="text-ink-soft">Published on {formatDate(new Date(at))} by {by}.</span>
              </p>
              {withdrawn ? <p className="text-ink-soft">Withdrawn on {formatDate(new Date(withdrawn.at))} by {withdrawn.by}: {withdrawn.reason}</p> : null}
              {!withdrawn && withdraw ? (
                <Details summary="Withdraw this summary">
                  <WithdrawForm summaryId={id} withdraw={withdraw} />
                </Details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">Nothing has been published yet.</p>
      )}
    </Card>
  )
}
