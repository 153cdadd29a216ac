import type { Metadata } from 'next'
import { MinutesItemCard, PresentCard } from '@/components/panels/minutes-view'
import { PanelTag } from '@/components/panels/panel-table'
import { Press } from '@/components/panels/press'
import { WordForm } from '@/components/panels/word-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readMinutes } from '@/lib/panels/minutes'
import { formatDateTime } from '@/lib/pathway/dates'
import { movePanelAction } from '../../actions'
import { Live } from '../../../live'

export const metadata: Metadata = { title: 'Minutes of a risk panel' }

type Props = { params: Promise<{ panelId: string }> }

/** The minutes on a screen or on paper. One person checks them, and the chair or the deputy issues them. */
export default async function MinutesPage({ params }: Props) {
  const { panelId } = await params
  const minutes = await ask(readMinutes, { panelId })
  const { role } = await signedIn()
  const runs = may(role, 'panel:run')
  const fixed = { panelId, version: minutes.version }
  return (
    <>
      <Live topics={['panel']} />
      <PageHeader
        title={`Minutes, ${formatDateTime(new Date(minutes.heldAt))}`}
        caption={`Risk panel. ${minutes.place}. Chair: ${minutes.chair}${minutes.deputy ? `. Deputy: ${minutes.deputy}` : ''}`}
        tags={<PanelTag state={minutes.state} />}
        lede="Official, sensitive. Put together from what was written down in the meeting. Use your browser’s print."
        back={<BackLink href={`/panels/${panelId}`}>The panel</BackLink>}
      />
      <div className="max-w-4xl space-y-6">
        <PresentCard minutes={minutes} />
        {minutes.items.map((item, index) => <MinutesItemCard key={item.id} item={item} number={index + 1} />)}
        {minutes.checked ? <Card title="Checked"><p>{minutes.checked.by}, <When at={minutes.checked.at} />{minutes.issued ? <>. Issued by {minutes.issued.by}, <When at={minutes.issued.at} /></> : null}</p>{minutes.checked.note ? <p className="mt-2 wrap-anywhere whitespace-pre-line">{minutes.checked.note}</p> : null}</Card> : null}
        {runs && minutes.state === 'closed' ? (
          <Card title="Check the minutes" className="no-print">
            <p className="mb-3">Read what stands here. What was said stays as it was written; add what has to be put right.</p>
            <WordForm schema="check" fixed={{ ...fixed, to: 'checked' }} name="note" id="note" label="What you add" hint="Left empty where nothing is to be added" command={movePanelAction}>The minutes are checked</WordForm>
          </Card>
        ) : null}
        {runs && minutes.state === 'checked' ? (minutes.issueProblem ? <p className="no-print">{minutes.issueProblem}</p> : <p className="no-print"><Press command={movePanelAction} input={{ ...fixed, to: 'issued', note: '' }} variant="primary">Issue the minutes</Press></p>) : null}
      </div>
    </>
  )
}
