import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TeamLoad } from '@/components/cases/team-load'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { FigureCard } from '@/components/oversight/figure-card'
import { PeriodForm } from '@/components/oversight/period-form'
import { Card } from '@/components/ui/card'
import { Inset } from '@/components/ui/inset'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { periodIn, questionTabs } from '@/lib/oversight/address'
import { answerQuestion } from '@/lib/oversight/board'
import { withheldWords } from '@/lib/oversight/figure-view'
import { groupsOf, ONLY_BY } from '@/lib/oversight/only'
import { QUESTIONS, questionOf, type QuestionId } from '@/lib/oversight/questions'
import { formatDate } from '@/lib/pathway/dates'
import type { SearchParams } from '@/lib/query-string'

type Props = { params: Promise<{ question: string }>; searchParams: SearchParams }

const idOf = (text: string): QuestionId => QUESTIONS.find(({ id }) => id === text)?.id ?? notFound()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: questionOf(idOf((await params).question)).title }
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const id = idOf((await params).question)
  const { title, lede, awaited = [] } = questionOf(id)
  const { from, until, problem, compare, only: one, asked, query, typed, href } = periodIn(await searchParams)
  // an address that a manager sent to an analyst: the same figures for everybody
  const narrows = may((await signedIn()).role, 'figures:rows')
  const { period, before, figures, withheld, rough, rows, team, choices, only, leftOut } = await ask(answerQuestion, { question: id, ...asked, ...(compare ? { compare: 'yes' as const } : {}), ...(one && narrows ? { only: one } : {}) })
  const narrowed = ONLY_BY.find(({ id: by }) => by === only?.by)
  return (
    <>
      <PageHeader title={title} lede={lede} />
      <FilterTabs label="Questions" tabs={questionTabs(id, query)} />
      <Card title="Choose a period" className="no-print">
        <PeriodForm {...{ from, until, problem, compare }} choices={groupsOf(choices)} only={one} />
      </Card>
      <p className="my-4 text-ink-soft">
        {formatDate(period.from)} to {formatDate(period.until)}{before ? `, beside ${formatDate(before.from)} to ${formatDate(before.until)}` : ''}.{' '}
        {only && narrowed ? <><b className="text-ink wrap-anywhere">{narrowed.label}: {only.name}.</b> {narrowed.words} </> : null}
        {withheld ? `${withheldWords(rough)} Whole months are counted.` : ''}
      </p>
      <ListFiles list="figures" values={{ question: id, ...typed, ...(compare ? { compare: 'yes' } : {}), only: narrows ? one : undefined }} what="These figures" />
      <div className="space-y-6">
        {team ? <Card title="Each practitioner beside the board’s maximum, today"><TeamLoad team={team} /></Card> : null}
        {figures.map((measured) => (
          <FigureCard key={measured.figure} measured={measured} rowsHref={rows ? (part) => href(`/oversight/rows/${measured.figure}`, { compare: undefined, ...part }) : null} />
        ))}
        {narrowed && leftOut.length ? <Inset>Not counted by {narrowed.label.toLowerCase()}: {leftOut.join('; ')}.</Inset> : null}
        {awaited.length ? (
          <Card title="What cannot be answered yet">
            {awaited.map((text) => (
              <Inset key={text}>{text}</Inset>
            ))}
          </Card>
        ) : null}
      </div>
    </>
  )
}
