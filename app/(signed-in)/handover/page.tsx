import type { Metadata } from 'next'
import { HandoverTable } from '@/components/handovers/handover-table'
import { HandoverCards } from '@/components/handovers/handover-view'
import { SignInForm } from '@/components/handovers/sign-in-form'
import { SignOutForm } from '@/components/handovers/sign-out-form'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listDrafts } from '@/lib/drafts/queries'
import { handoverDraftId } from '@/lib/handovers/draft-id'
import { readHandovers } from '@/lib/handovers/queries'
import { sideOf } from '@/lib/handovers/sides'
import { formatDateTime } from '@/lib/pathway/dates'
import { otherSide, SIDE_LABELS } from '@/lib/pathway/sides'
import { textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'
import { signInAction, signOutAction } from './actions'

export const metadata: Metadata = { title: 'Hand-over' }

export default async function HandoverPage({ searchParams }: { searchParams: SearchParams }) {
  const after = textOf((await searchParams).after)
  const { onDuty, next, shift, written, open, earlier } = await ask(readHandovers, { after })
  const { role, userId } = await signedIn()
  const signs = may(role, 'handover:sign')
  const draftId = handoverDraftId(userId, shift.at)
  const [draft] = signs && open ? await ask(listDrafts, { kind: 'handover', draftId }) : []
  const takesOver = signs && written !== null && written.in === null && sideOf(role) === written.to && written.out.byId !== userId
  const [from, to] = [SIDE_LABELS[otherSide(shift.to)], SIDE_LABELS[shift.to]]
  const form = signs && open ? (
    <SignOutForm
      key={written?.version ?? 0}
      title={`Hand over to ${to}, ${formatDateTime(new Date(shift.at))}`}
      shiftAt={shift.at}
      version={written?.version ?? 0}
      overall={written?.overall ?? ''}
      lines={open}
      sign={signOutAction}
      draft={{ id: draftId, content: draft?.content }}
    />
  ) : null
  return (
    <>
      <PageHeader
        title="Hand-over"
        lede={
          <>
            {SIDE_LABELS[onDuty]} holds the front door until <When at={next.at} />. The hand-over to {SIDE_LABELS[next.to]} can be written from <When at={next.opensAt} />.
          </>
        }
      />
      <Live topics={['contact', 'alert', 'handover']} />
      {shift.overdue ? (
        <Banner tone="important" title={`The hand-over of ${formatDateTime(new Date(shift.at))} is not signed by both sides`}>
          <p>{written ? `${to} reads and signs it below.` : `${from} writes and signs it.`} Until then, ask each other by voice what is open.</p>
        </Banner>
      ) : null}
      <div className="space-y-6">
        {written ? (
          <>
            <HandoverCards handover={written} />
            {takesOver ? <SignInForm handoverId={written.id} version={written.version} sign={signInAction} /> : null}
            {form ? <Details summary="Change what you handed over">{form}</Details> : null}
          </>
        ) : (
          (form ?? (
            <Card title={`${from} to ${to}, ${formatDateTime(new Date(shift.at))}`}>
              <p>{from} has not signed this hand-over yet. It appears here once they have.</p>
            </Card>
          ))
        )}
        <HandoverTable handovers={earlier.items} />
        <Pagination
          newer={after ? '/handover' : undefined}
          older={earlier.next ? withQuery('/handover', { after: earlier.next }) : undefined}
          newerLabel="First page"
          olderLabel="Next page"
        />
      </div>
    </>
  )
}
