import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { DeclareForm } from '@/components/panels/conflicts-card'
import { ReturnForm } from '@/components/panels/return-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { When } from '@/components/when'
import { ask } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { readAsked } from '@/lib/panels/own'
import { answerPanelAction, declareConflictAction } from '../../../actions'
import { keptForms } from '../../../../kept-forms'

export const metadata: Metadata = { title: 'Answer a risk panel' }

type Props = { params: Promise<{ panelId: string; itemId: string }> }

export default async function AnswerPanelPage({ params }: Props) {
  const { panelId, itemId } = await params
  const asked = await ask(readAsked, { itemId })
  const kept = await keptForms([['panel_answered', itemId]])
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{asked.about}</span>}
        caption={<>Risk panel of <When at={asked.heldAt} />. Answer for {asked.agency} by <When at={asked.returnsDue} /></>}
        back={<BackLink href={`/panels/${panelId}`}>All that the panel asks</BackLink>}
      />
      <div className="max-w-3xl space-y-6">
        <Card title="What you are asked"><p className="wrap-anywhere whitespace-pre-line">{asked.told}</p></Card>
        {asked.answers.length ? (
          <Card title="What your agency said">
            <ul className="divide-y">
              {asked.answers.map(({ id, answer, text, by, at, late }, index) => (
                <li key={id} className="py-2.5 first:pt-0">
                  <p className="flex flex-wrap gap-2">{answer === 'nothing_known' ? <Tag>Nothing known</Tag> : null}{late ? <Tag tone="amber">Late</Tag> : null}{index ? <Tag>Corrected since</Tag> : null}</p>
                  {text ? <p className="wrap-anywhere whitespace-pre-line">{text}</p> : null}
                  <p className="text-[0.9375rem] text-ink-soft">{by}, <When at={at} /></p>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {asked.open ? <ReturnForm key={asked.answers[0]?.id ?? ''} asked={asked} submissionKey={randomUUID()} answer={answerPanelAction} draft={kept[keptKey('panel_answered', itemId)]} /> : <p>The panel has dealt with this, so nothing can be added here. Call its chair if what you know changes anything.</p>}
        <DeclareForm itemId={itemId} declare={declareConflictAction} />
      </div>
    </>
  )
}
