import type { Metadata } from 'next'
import { AnswerForm } from '@/components/quality-audits/answer-form'
import { FoundCard } from '@/components/quality-audits/found-card'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { differences } from '@/lib/pathway/audit-results'
import { readItem } from '@/lib/quality-audits/item'
import { keptForms } from '../../../kept-forms'
import { answerItemAction } from '../../actions'

export const metadata: Metadata = { title: 'Record of an audit' }

export default async function ItemPage({ params }: { params: Promise<{ itemId: string }> }) {
  const { itemId } = await params
  const item = await ask(readItem, { itemId })
  const answers = item.next !== null && !item.own
  const kept = await keptForms(answers ? [['audit_answered', itemId]] : [])
  const [first, second] = item.found
  return (
    <>
      <PageHeader
        title={`${item.position}. ${item.reference}`}
        caption={`${item.label}. ${item.stratum}`}
        lede={item.next === 2 ? 'A second opinion: somebody else has read this record too. You see what they found once you have said what you found.' : undefined}
        actions={<ButtonLink href={item.href} variant="secondary" target="_blank">Open the record in a new tab</ButtonLink>}
        back={<BackLink href={`/quality-audits/${item.auditId}`}>The audit</BackLink>}
      />
      <div className="max-w-form space-y-6">
        {item.own && item.next ? <Banner title="You worked on this record yourself"><p>Somebody else audits it.</p></Banner> : null}
        {item.withOther ? <Banner tone="notice" title={`This record is given to ${item.withOther}`}><p>They answer for it. A manager can give it to you instead.</p></Banner> : null}
        {answers ? <AnswerForm item={item} draft={kept[keptKey('audit_answered', itemId)]} answer={answerItemAction} /> : null}
        {first && second ? <Banner tone="notice" title={agreement(differences(item.questions, first.answers, second.answers).map(({ label }) => label))} /> : null}
        {item.found.map((one) => <FoundCard key={one.opinion} found={one} questions={item.questions} />)}
      </div>
    </>
  )
}

const agreement = (differ: readonly string[]): string => (differ.length ? `The two judged otherwise: ${differ.join(' ')}` : 'The two judged alike on every question')
