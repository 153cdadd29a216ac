import type { Metadata } from 'next'
import { AskCard, StandsCard } from '@/components/referrals/overseen'
import { NextWordTag } from '@/components/referrals/next-word'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { ask } from '@/lib/access/web'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { readOverseen } from '@/lib/referrals/overseen'
import { Live } from '../../../live'

export const metadata: Metadata = { title: 'Where a referral stands' }

type Props = { params: Promise<{ referralId: string }> }

export default async function OverseenPage({ params }: Props) {
  const { referralId } = await params
  const referral = await ask(readOverseen, { referralId })
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">Referral to {referral.to}</span>}
        lede="Where it stands and with whom. What it is about is for those who work on it."
        tags={<><Tag tone={referral.state === 'sent' ? 'amber' : 'neutral'}>{REFERRAL_STATE_LABELS[referral.state]}</Tag><NextWordTag next={referral.next} /></>}
        back={<BackLink href="/today">Today</BackLink>}
      />
      <Live topics={['referral']} />
      <div className="max-w-3xl space-y-6">
        <StandsCard referral={referral} />
        <AskCard referral={referral} />
      </div>
    </>
  )
}
