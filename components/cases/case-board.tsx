import type { CaseSummary } from '@/lib/cases/view'
import { formatDate } from '@/lib/pathway/dates'
import { CASE_STAGE_LABELS, CASE_STAGES } from '@/lib/pathway/states'
import { SafetyTag, SeenText } from '../casework/words'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { NextDue } from './case-table'

/** Open cases in a column for each stage, in the order of the list. On a narrow screen the columns stand one below the other. */
export function CaseBoard({ cases, team }: { cases: readonly CaseSummary[]; team: boolean }) {
  const columns = CASE_STAGES.filter((stage) => stage !== 'closed').map((stage) => ({ stage, cases: cases.filter((one) => one.stage === stage) }))
  return (
    <div className="grid gap-4 lg:grid-cols-5">
      {columns.map((column) => (
        <section key={column.stage} aria-labelledby={`stage-${column.stage}`} className="min-w-0">
          <h2 id={`stage-${column.stage}`} className="mb-2 flex items-baseline justify-between gap-2 border-b-2 border-control pb-1 text-[1.0625rem]">
            {CASE_STAGE_LABELS[column.stage]}
            <span className="text-base font-normal text-ink-soft tabular-nums"><span className="sr-only">, cases: </span>{column.cases.length}</span>
          </h2>
          {column.cases.length ? (
            <ul className="space-y-3">{column.cases.map((one) => <BoardCard key={one.id} one={one} team={team} />)}</ul>
          ) : (
            <p className="text-[0.9375rem] text-ink-soft">Nobody here now.</p>
          )}
        </section>
      ))}
    </div>
  )
}

function BoardCard({ one, team }: { one: CaseSummary; team: boolean }) {
  const { log } = one
  return (
    <li className="space-y-1.5 rounded-lg border bg-surface px-3 py-2.5 text-[0.9375rem]">
      <h3 className="text-base wrap-anywhere"><TextLink href={`/cases/${one.id}`}>{one.child.name}</TextLink></h3>
      <p className="text-ink-soft">{one.child.born}</p>
      <p className="flex flex-wrap gap-1.5"><LevelTag level={one.level} />{log?.safety ? <SafetyTag safety={log.safety} /> : null}</p>
      {log ? <p><span className="font-semibold">Last seen: </span><SeenText seen={log.seen} short /></p> : null}
      {log?.nextStep ? <p dir="auto" className="line-clamp-2 wrap-anywhere"><span className="font-semibold">Next step: </span>{log.nextStep}{log.nextOn ? `, ${formatDate(log.nextOn)}` : ''}</p> : null}
      <p><span className="font-semibold">Next due: </span><NextDue one={one} /></p>
      {one.covering && !team ? <p><Tag>Covering for {one.covering}</Tag></p> : null}
      {team ? <p className="text-ink-soft">{one.practitioner?.name ?? 'Not allocated'}</p> : null}
    </li>
  )
}
