import type { Metadata } from 'next'
import { HandoverCards } from '@/components/handovers/handover-view'
import { SignInForm } from '@/components/handovers/sign-in-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readHandover } from '@/lib/handovers/queries'
import { sideOf } from '@/lib/handovers/sides'
import { otherSide, SIDE_LABELS } from '@/lib/pathway/sides'
import { signInAction } from '../actions'

export const metadata: Metadata = { title: 'Hand-over' }

export default async function OneHandoverPage({ params }: { params: Promise<{ handoverId: string }> }) {
  const handover = await ask(readHandover, await params)
  const { role, userId } = await signedIn()
  const takesOver = may(role, 'handover:sign') && handover.in === null && sideOf(role) === handover.to && handover.out.byId !== userId
  return (
    <>
      <PageHeader
        title={<>Hand-over of <When at={handover.shiftAt} /></>}
        caption={`${SIDE_LABELS[otherSide(handover.to)]} to ${SIDE_LABELS[handover.to]}`}
        back={<BackLink href="/handover">Hand-over</BackLink>}
      />
      <div className="space-y-6">
        <HandoverCards handover={handover} />
        {takesOver ? <SignInForm handoverId={handover.id} version={handover.version} sign={signInAction} /> : null}
      </div>
    </>
  )
}
