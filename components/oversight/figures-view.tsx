import type { Figures, Share } from '@/lib/oversight/figures'
import { amountWords, shown, withheldWords } from '@/lib/oversight/figure-view'
import { formatDate } from '@/lib/pathway/dates'
import { BarChart } from '../ui/bar-chart'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Stat, StatGroup } from '../ui/stat'

const words = (share: Share) => amountWords(share, { whole: false })

/** The figures of a period, each with what it counts. */
export function FiguresView({ figures }: { figures: Figures }) {
  const { decidedInTime, panelInTime } = figures
  const open = figures.measured.find(({ figure }) => figure === 'open_cases')?.amount.count ?? null
  return (
    <div className="space-y-6">
      <p className="text-ink-soft">
        {formatDate(figures.from)} to {formatDate(figures.until)}{figures.withheld ? `. ${withheldWords(figures.rough)}` : ''}
      </p>
      <StatGroup>
        <Stat label="Contacts" value={shown(figures.contacts)} />
        <Stat label="Exploitation contacts" value={shown(figures.exploitation)} context={share(figures.exploitationShare, 'of contacts')} />
        <Stat label="Children they are about" value={shown(figures.children)} context="Each child once" />
        <Stat label="Referrals to CATE" value={shown(figures.cateReferrals)} />
        <Stat label="Open CATE cases" value={shown(open)} context="At the end of the period" />
        <Stat label="Decided in time" value={decidedInTime.percent ?? '–'} context={`${shown(decidedInTime.count)} of ${shown(decidedInTime.of)}, within one working day`} />
        <Stat label="Panel in time" value={panelInTime.percent ?? '–'} context={`${shown(panelInTime.count)} of ${shown(panelInTime.of)} referred in the period`} />
      </StatGroup>
      <div className="grid gap-6 lg:grid-cols-3">
        <ShareCard title="Where exploitation contacts came from" header="Source" shares={figures.bySource} />
        <ShareCard title="Where exploitation contacts went" header="Outcome" shares={figures.byOutcome} />
        <ShareCard title="Open CATE cases by level" header="Level" shares={figures.openCases} />
      </div>
      <Details summary="How these are counted">
        <ul className="wm-prose">
          {figures.measured.map(({ title, words: what }) => (
            <li key={title}>
              <b>{title}.</b> {what}
            </li>
          ))}
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
