import { SECTION47 } from '@/lib/assessments/schema'
import type { AssessmentView, ViewOf } from '@/lib/assessments/view'
import { DIRECTION_LABELS, RECENCIES } from '@/lib/pathway/assessment'
import { answerLabel } from '@/lib/pathway/assessment-change'
import { formatDateTime } from '@/lib/pathway/dates'
import { BLOCKS, MODELS } from '@/lib/pathway/indicators'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { SummaryList } from '../ui/summary-list'
import { DataTable } from '../ui/table'
import { Working } from './working'

/** The level, who recorded it and why, beside what was suggested then. */
export function LevelCard({ finished, models }: { finished: NonNullable<AssessmentView['finished']>; models: readonly string[] }) {
  return (
    <Card title="The level">
      <SummaryList
        rows={[
          { key: 'level', label: 'Recorded', value: <LevelTag level={finished.level} /> },
          { key: 'by', label: 'By', value: `${finished.by}, ${formatDateTime(new Date(finished.at))}. A proposal: the panel confirms.` },
          { key: 'why', label: 'Why', value: finished.reason },
          { key: 'direction', label: 'Against the suggestion', value: [DIRECTION_LABELS[finished.direction], finished.overrideReason].filter(Boolean).join(': ') },
          ...(finished.section47 ? [{ key: 's47', label: 'Strategy discussion / section 47 considered?', value: `${SECTION47.find(({ id }) => id === finished.section47)?.label}. ${finished.section47Note}` }] : []),
          { key: 'models', label: 'Kinds of exploitation', value: MODELS.filter(({ id }) => models.includes(id)).map(({ label }) => label).join(', ') },
          { key: 'working', label: 'Working', value: <Working suggestion={{ level: finished.suggested, working: finished.working }} /> },
        ]}
      />
    </Card>
  )
}

const heard = ({ view, notHeard, plan }: ViewOf) => view ?? `Not heard: ${notHeard} What will be tried: ${plan}`

export function ViewsCard({ young, parents }: Pick<AssessmentView, 'young' | 'parents'>) {
  return (
    <Card title="What they say">
      <SummaryList rows={[{ key: 'young', label: 'The young person', value: heard(young) }, { key: 'parents', label: 'Parents or carers', value: heard(parents) }]} />
    </Card>
  )
}

/** Every answer, block by block. What nobody answered is not known. */
export function AnswersCard({ set, answers }: Pick<AssessmentView, 'set' | 'answers'>) {
  return BLOCKS.map((block) => (
    <Card key={block.id} title={block.label} flush>
      <DataTable
        caption={block.label}
        captionHidden
        rowKey={({ id }) => id}
        rows={set.indicators.filter((one) => one.block === block.id)}
        columns={[
          { key: 'label', header: 'Indicator', cell: ({ label }) => label },
          { key: 'answer', header: 'Answer', cell: ({ id }) => answerLabel(answers[id]?.answer ?? 'not_known') },
          { key: 'when', header: 'When', cell: ({ id }) => RECENCIES.find((one) => one.id === answers[id]?.when)?.label ?? '' },
          { key: 'evidence', header: 'What shows it', cell: ({ id }) => <span dir="auto" className="wrap-anywhere">{[answers[id]?.evidence, answers[id]?.source, answers[id]?.nature].filter(Boolean).join(' · ')}</span> },
        ]}
      />
    </Card>
  ))
}
