import type { Count, Figures, Share } from '@/lib/oversight/figures'
import { formatDate } from '@/lib/pathway/dates'
import { BarChart } from '../ui/bar-chart'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Stat, StatGroup } from '../ui/stat'

const shown = (count: Count) => (count === null ? 'Withheld' : count.toLocaleString('en-GB'))

/** A share of a whole to one decimal, e.g. '2.7 %'; nothing where either number is withheld. */
function percent(count: Count, of: Count): string | null {
  return count === null || of === null || of === 0 ? null : `${((count / of) * 100).toFixed(1)} %`
}

const words = ({ count, of }: Pick<Share, 'count' | 'of'>) => [shown(count), percent(count, of)].filter(Boolean).join(', ')

/** The figures of a period, each with what it counts. */
export function FiguresView({ figures }: { figures: Figures }) {
  const { decidedInTime, panelInTime } = figures
  const open = figures.openCases.reduce<Count>((sum, level) => (sum === null || level.count === null ? null : sum + level.count), 0)
  return (
    <div className="space-y-6">
      <p className="text-ink-soft">
        {formatDate(figures.from)} to {formatDate(figures.until)}
      </p>
      <StatGroup>
        <Stat label="Contacts" value={shown(figures.contacts)} />
        <Stat label="Exploitation contacts" value={shown(figures.exploitation)} context={share(percent(figures.exploitation, figures.contacts), 'of contacts')} />
        <Stat label="Children they are about" value={shown(figures.children)} context="Each child once" />
        <Stat label="Referrals to CATE" value={shown(figures.cateReferrals)} />
        <Stat label="Open CATE cases" value={open === null ? 'See below' : shown(open)} context="At the end of the period" />
        <Stat label="Decided in time" value={percent(decidedInTime.count, decidedInTime.of) ?? '–'} context={`${shown(decidedInTime.count)} of ${shown(decidedInTime.of)}, within one working day`} />
        <Stat label="Panel in time" value={percent(panelInTime.count, panelInTime.of) ?? '–'} context={`${shown(panelInTime.count)} of ${shown(panelInTime.of)} referred in the period`} />
      </StatGroup>
      <div className="grid gap-6 lg:grid-cols-3">
        <ShareCard title="Where exploitation contacts came from" header="Source" shares={figures.bySource} />
        <ShareCard title="Where exploitation contacts went" header="Outcome" shares={figures.byOutcome} />
        <ShareCard title="Open CATE cases by level" header="Level" shares={figures.openCases} />
      </div>
      <Details summary="How these are counted">
        <ul className="wm-prose">
          <li>A contact counts on the London day it was received. An exploitation contact is one where exploitation was recorded as yes or suspected by a person.</li>
          <li>Each contact is counted once, under the highest of its outcomes: progressed (CATE or safeguarding), another agency, information and advice.</li>
          <li>Decided in time: of the contacts received in the period and decided, those decided within one working day of receipt.</li>
          <li>Panel in time: of the cases referred in the period whose panel has met or should have, those whose panel met by its date.</li>
        </ul>
      </Details>
    </div>
  )
}

function share(text: string | null, of: string) {
  return text ? `${text} ${of}` : undefined
}

function ShareCard({ title, header, shares }: { title: string; header: string; shares: readonly Share[] }) {
  return (
    <Card title={title}>
      <BarChart
        caption={title}
        captionHidden
        labelHeader={header}
        valueHeader="Number and share"
        bars={shares.map((one) => ({ key: one.id, label: one.label, value: one.count, text: words(one) }))}
      />
    </Card>
  )
}
