import type { PanelsOfCase } from '@/lib/panels/of-case'
import { LEVEL_LABELS } from '@/lib/pathway/levels'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { When } from '../when'

/** The risk panel on a case: when it is discussed next, and what was decided last. */
export function PanelCard({ found: { next, last, earlier, conflicted } }: { found: PanelsOfCase }) {
  return (
    <Card title="Risk panel" id="panel">
      <p className="flex flex-wrap items-center gap-2">{next ? <><span>Discussed next: <TextLink href={`/panels/${next.panelId}/meeting/${next.itemId}`}><When at={next.heldAt} /></TextLink></span>{next.meetsNow ? <Tag tone="purple">Meeting now</Tag> : null}</> : <span className="text-ink-soft">On no panel’s agenda now.</span>}</p>
      {conflicted ? <p className="mt-2">You declared a conflict of interest in this case. What panels decided is not shown to you.</p> : last ? (
        <div className="mt-3 border-t pt-3">
          <p className="flex flex-wrap items-center gap-2"><TextLink href={`/panels/${last.panelId}/meeting/${last.itemId}`} className="font-semibold">Decided <When at={last.at} day /></TextLink><LevelTag level={last.level} />{last.before && last.before !== last.level ? <span>It was {LEVEL_LABELS[last.before]}.</span> : null}</p>
          <p className="mt-1 wrap-anywhere whitespace-pre-line">{last.reason}</p>
          <p className="mt-1 text-[0.9375rem] text-ink-soft">{last.by}. Next review by <When at={last.nextReview} day />.{last.strategyCalled ? ' A strategy meeting was called.' : ''}</p>
        </div>
      ) : <p className="mt-2 text-ink-soft">{earlier ? <>A panel met on <When at={earlier} day />, before panels were kept here. The level over time says what was agreed.</> : 'No panel has decided it yet.'}</p>}
    </Card>
  )
}
