import type { PanelView } from '@/lib/panels/read'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import type { Command } from './press'
import { WordForm } from './word-form'

/** Conflicts of interest that stand in the cases of a panel. Whoever has one takes no part in that case. */
export function ConflictsCard({ panel, lift }: { panel: Pick<PanelView, 'conflicts' | 'items'>; lift?: Command | undefined }) {
  if (!panel.conflicts.length) return null
  return (
    <Card title="Conflicts of interest">
      <ul className="divide-y">
        {panel.conflicts.map(({ id, caseId, person, reason, own }) => (
          <li key={id} className="py-2 first:pt-0">
            <p className="wrap-anywhere"><span className="font-semibold">{own ? 'You' : person}</span>: {panel.items.find((item) => item.caseId === caseId)?.about}</p>
            <p className="text-ink-soft wrap-anywhere">{reason}</p>
            {lift && !own ? <Details summary={<>Lift it <span className="sr-only">for {person}</span></>}><WordForm schema="lift" fixed={{ conflictId: id }} name="reason" id={`lift-${id}`} label="Why does it no longer hold?" command={lift}>Lift the conflict</WordForm></Details> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where somebody declares an interest in a case. */
export function DeclareForm({ itemId, declare }: { itemId: string; declare: Command }) {
  return (
    <Details summary="Declare a conflict of interest">
      <WordForm schema="declare" fixed={{ itemId }} name="reason" id={`declare-${itemId}`} label="What is your interest?" hint="For example: a neighbour, a relation, a colleague’s child. From then on you see nothing that is said of this case and do not decide it, at this panel or another" command={declare}>Declare it</WordForm>
    </Details>
  )
}
