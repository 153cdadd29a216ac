import { keptKey, type KeptForms } from '@/lib/drafts/kept-form'
import type { Judged, Pair } from '@/lib/screening/matches'
import { formatDateTime } from '@/lib/pathway/dates'
import { formatNhsNumber } from '@/lib/pathway/identifiers'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { JudgeForms, UndoForm, type JudgeActions } from './judge-forms'
import { EvidenceList, Likely } from './proposals-card'
import type { Outcome } from '@/lib/access/outcome'

const LINES: readonly (readonly [label: string, of: (card: Pair['first']) => string | null])[] = [
  ['Reference', (card) => card.reference], ['Born', (card) => card.born], ['Other names', (card) => card.otherNames.join(', ') || null],
  ['Address', (card) => card.address], ['Phone', (card) => card.phone], ['School', (card) => card.school],
  ['NHS number', (card) => (card.nhsNumber ? formatNhsNumber(card.nhsNumber) : null)], ['UPN', (card) => card.upn],
]

/** Two records beside each other, what speaks for and against, and what one may say of them. */
export function PairCard({ pair, actions, drafts }: { pair: Pair; actions: JudgeActions | null; drafts: KeptForms }) {
  const { first, second } = pair
  return (
    <Card>
      <div className="mb-2">
        <Likely strong={pair.strong} />
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={`${first.reference} and ${second.reference} beside each other`}>
        <table className="w-full text-left text-[0.9375rem]">
          <thead>
            <tr>
              <th scope="col" className="py-1 pr-4"><span className="sr-only">What</span></th>
              {[first, second].map((card) => (
                <th key={card.id} scope="col" className="py-1 pr-4 align-top wrap-anywhere">
                  <TextLink href={`/children/${card.id}`}>{card.name}</TextLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.filter(([, of]) => of(first) ?? of(second)).map(([label, of]) => (
              <tr key={label} className="border-t">
                <th scope="row" className="py-1 pr-4 align-top font-normal text-ink-soft">{label}</th>
                <td className="py-1 pr-4 align-top wrap-anywhere">{of(first) ?? '–'}</td>
                <td className="py-1 align-top wrap-anywhere">{of(second) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <EvidenceList agrees={pair.agrees} conflicts={pair.conflicts} />
      {actions ? <JudgeForms child={first} other={second} actions={actions} drafts={drafts} /> : null}
    </Card>
  )
}

type JudgedProps = { judged: Judged; undo: ((input: never) => Promise<Outcome<unknown>>) | null; drafts: KeptForms }

/** What was judged of two records, by whom and why. */
export function JudgedCard({ judged, undo, drafts }: JudgedProps) {
  const { same, kept, other } = judged
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone={same ? 'green' : 'neutral'}>{same ? 'Same child' : 'Not the same child'}</Tag>
        <span className="wrap-anywhere">
          <TextLink href={`/children/${kept.id}`}>{kept.name}</TextLink> ({kept.reference}) and <TextLink href={`/children/${other.id}`}>{other.name}</TextLink> ({other.reference})
        </span>
      </p>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">
        {judged.by}, {formatDateTime(new Date(judged.at))}{same ? `. ${kept.reference} is kept.` : '.'}
      </p>
      <p className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere" dir="auto">{judged.reason}</p>
      {undo ? <UndoForm judgementId={judged.id} same={same} undo={undo} draft={drafts[keptKey('undone', judged.id)]} /> : null}
    </Card>
  )
}
