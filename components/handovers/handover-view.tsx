import type { HandoverView } from '@/lib/handovers/view'
import { otherSide, SIDE_LABELS } from '@/lib/pathway/sides'
import { Card } from '../ui/card'
import { Inset } from '../ui/inset'
import { SummaryList } from '../ui/summary-list'
import { When } from '../when'
import { LineText } from './handover-line'

/** A hand-over as it was signed: who and when, the note on the whole, and each thing that was open. */
export function HandoverCards({ handover }: { handover: HandoverView }) {
  const [from, to] = [SIDE_LABELS[otherSide(handover.to)], SIDE_LABELS[handover.to]]
  return (
    <>
      <Card title="Signatures">
        <SummaryList
          unknown="Not signed yet"
          rows={[
            { key: 'out', label: `Handed over by ${from}`, value: <Signature {...handover.out} /> },
            { key: 'in', label: `Taken over by ${to}`, value: handover.in ? <Signature {...handover.in} /> : null },
            ...(handover.remark ? [{ key: 'remark', label: `${to} adds`, value: handover.remark }] : []),
          ]}
        />
      </Card>
      <Card title="What is handed over">
        {handover.overall ? <Inset>{handover.overall}</Inset> : null}
        {handover.lines.length ? (
          <ul className="divide-y">
            {handover.lines.map((line) => (
              <li key={line.key}>
                <LineText line={line}>{line.note ? <Inset>{line.note}</Inset> : null}</LineText>
              </li>
            ))}
          </ul>
        ) : (
          <p>Nothing was open.</p>
        )}
      </Card>
    </>
  )
}

function Signature({ by, at }: { by: string; at: string }) {
  return (
    <>
      {by}, <When at={at} />
    </>
  )
}
