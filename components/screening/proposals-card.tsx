import type { KeptForms } from '@/lib/drafts/kept-form'
import type { Proposal } from '@/lib/screening/identity'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { JudgeForms, type JudgeActions } from './judge-forms'

type Props = {
  child: { id: string; name: string; reference: string }
  proposals: readonly Proposal[]
  title: string
  /** Left out where the person reading may not judge. */
  actions: JudgeActions | null
  drafts: KeptForms
}

/** Records that may be the same child, with what speaks for it and against. The person decides. */
export function ProposalsCard({ child, proposals, title, actions, drafts }: Props) {
  if (!proposals.length) return null
  return (
    <Card title={title}>
      <ul className="divide-y">
        {proposals.map((proposal) => (
          <li key={proposal.child.id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
              <TextLink href={`/children/${proposal.child.id}`} className="wrap-anywhere">{proposal.child.name}</TextLink>
              <Likely strong={proposal.strong} />
            </p>
            <p className="text-[0.9375rem]">
              {proposal.child.reference}. {proposal.child.born}. {proposal.child.address ?? 'No address known'}
            </p>
            <EvidenceList agrees={proposal.agrees} conflicts={proposal.conflicts} />
            {actions ? <JudgeForms child={child} other={proposal.child} actions={actions} drafts={drafts} /> : null}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-[0.9375rem] text-ink-soft">Records are never joined by the system. Somebody judges.</p>
    </Card>
  )
}

export function Likely({ strong }: { strong: boolean }) {
  return <Tag tone={strong ? 'blue' : 'neutral'}>{strong ? 'Likely the same' : 'Possibly the same'}</Tag>
}

/** What speaks for two records being one child, and what against. */
export function EvidenceList({ agrees, conflicts }: { agrees: readonly string[]; conflicts: readonly string[] }) {
  return (
    <ul className="mt-1 list-disc pl-5 text-[0.9375rem]">
      {agrees.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {conflicts.map((words) => (
        <li key={words}>
          <span className="font-semibold">Against: </span>
          {words}
        </li>
      ))}
    </ul>
  )
}
