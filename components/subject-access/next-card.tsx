import type { ReactNode } from 'react'
import type { RequestPage } from '@/lib/subject-access/read'
import { Press, type Command } from '../panels/press'
import { ButtonLink } from '../ui/button'
import { buttonClass } from '../ui/button-class'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { formatDate } from '@/lib/pathway/dates'

type Props = {
  request: RequestPage
  path: string
  /** Null for those who may not. */
  prepare: { begin: Command; take: Command; send: Command } | null
  conclude: Command | null
  /** The form that opens a ready one again. */
  reopen: ReactNode
}

/** What is next in a request, and for whom. */
export function NextCard(props: Props) {
  const { request: { state, passages, side }, prepare, conclude } = props
  const open = passages.filter((one) => one.state === 'open' || one.state === 'sent_back')
  const unread = passages.filter((one) => one.state === 'decided')
  const [back, agreed] = ['sent_back', 'agreed'].map((which) => passages.filter((one) => one.state === which).length) as [number, number]
  const step = { requestId: props.request.id, version: props.request.version }
  const first = (numbers: readonly { number: number }[]) => `${props.path}/${numbers[0]?.number ?? 1}`
  switch (state) {
    case 'received':
      return (
        <Card title="Next: take the record">
          <p className="mb-4">The whole record as it stands now is taken as numbered passages, with what may need withholding. What comes later is named here, and added only if you say so.</p>
          {prepare ? <Press command={prepare.begin} input={step} variant="primary" pendingLabel="Taking the record…">Take the record and begin</Press> : <p>A safeguarding lead begins.</p>}
        </Card>
      )
    case 'redacting':
      return (
        <Card title="First reading">
          <div className="space-y-4">
            <p>{open.length ? `${open.length} of ${passages.length} passages wait for a decision${back ? `, ${back} of them sent back` : ''}.` : `Something is decided of all ${passages.length} passages.`}</p>
            {prepare && side !== 'reads' && open.length ? <p><ButtonLink href={first(open)}>Decide the next passage</ButtonLink></p> : null}
            {prepare && !open.length ? <Press command={prepare.send} input={step} variant="primary" pendingLabel="Sending…">Send to the second reader</Press> : null}
            {side === 'reads' ? <p>You read this request second, so somebody else decides.</p> : null}
            {prepare && props.request.since?.length ? <Since since={props.request.since}><Press command={prepare.take} input={step} pendingLabel="Adding…">Add {props.request.since.length === 1 ? 'it' : 'them'} as passages</Press></Since> : null}
          </div>
        </Card>
      )
    case 'second_reading':
      return (
        <Card title="Second reading">
          <div className="space-y-4">
            <p>{unread.length ? `${unread.length} of ${passages.length} passages wait for the second reader.` : `All ${passages.length} passages are read${back ? `, and ${back} sent back` : ''}.`}</p>
            {side === 'decides' ? <p>You decided passages of this request, so a second person reads it: another safeguarding lead or the auditor.</p> : null}
            {conclude && side !== 'decides' && unread.length ? <p><ButtonLink href={first(unread)}>Read the next passage</ButtonLink></p> : null}
            {conclude && side !== 'decides' && !unread.length ? <Press command={conclude} input={step} variant="primary">{back ? 'Give it back to the first reader' : 'It is ready'}</Press> : null}
          </div>
        </Card>
      )
    case 'ready':
    case 'handed_over':
      return (
        <Card title={state === 'ready' ? 'Ready to hand over' : 'The copy that was handed over'}>
          <div className="space-y-4">
            <p>Two people agreed all {agreed} passages. What is withheld is in neither file. Read it yourself before it leaves.</p>
            {prepare ? (
              <p className="flex flex-wrap gap-3">
                {/* files and not pages: a link of the router would ask for them twice */}
                <a className={buttonClass(state === 'ready' ? 'primary' : 'secondary')} href={`${props.path}/pdf`} target="_blank" rel="noreferrer">Open the PDF</a>
                <a className={buttonClass('secondary')} href={`${props.path}/json`} download>Save as data (JSON)</a>
              </p>
            ) : null}
            {state === 'ready' && props.request.since?.length ? <Since since={props.request.since}><p>Open the request again to add {props.request.since.length === 1 ? 'it' : 'them'}.</p></Since> : null}
            {state === 'ready' && prepare ? <Details summary="Open it again">{props.reopen}</Details> : null}
          </div>
        </Card>
      )
    default:
      return null
  }
}

/** What came into the record since it was taken. */
function Since({ since, children }: { since: readonly { kind: string; at: string }[]; children: ReactNode }) {
  return (
    <div className="space-y-2 border-l-4 border-control pl-4">
      <p className="font-semibold">{since.length === 1 ? 'One thing' : `${since.length} things`} came into the record, or changed, since it was taken</p>
      <ul className="list-disc pl-5">{since.map(({ kind, at }, index) => <li key={index}>{kind}, {formatDate(new Date(at))}</li>)}</ul>
      {children}
    </div>
  )
}
