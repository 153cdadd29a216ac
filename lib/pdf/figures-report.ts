import type { OverdueRow } from '../action-plan/overdue'
import { amountWords, withheldWords, type Breakdown, type Measured } from '../oversight/figure-view'
import type { Report } from '../oversight/report'
import { formatDate } from '../pathway/dates'
import { Paper } from './paper'

/** Points. */
const BODY = 11
const SMALLER = 10

/** A report of figures on A4, for the board or the public: each figure, its definition, its bars and their numbers. */
export async function figuresReportPdf(report: Report, { title, intro }: { title: string; intro: string }): Promise<Buffer> {
  const { period, before } = report
  const span = `${formatDate(period.from)} to ${formatDate(period.until)}`
  const paper = new Paper(title, `${report.area}. ${title}, ${span}.`)
  const plain = (text: string, after = 8, size = BODY) => paper.line([{ text, bold: false }], { size, after })
  paper.heading(report.area, { size: 13, after: 0, as: 'H2' })
  paper.heading(title, { size: 24, after: 2, as: 'H1' })
  paper.line([{ text: span, bold: true }], { size: 14, after: 10 })
  plain(intro)
  plain(`Beside each figure stands the period before, in brackets at its parts: ${formatDate(before.from)} to ${formatDate(before.until)}. Counted on ${formatDate(new Date(report.madeAt))} from the records as they were then.`)
  if (report.withheld) plain(`${withheldWords(report.rough)} So nobody can be found in them.`)
  for (const part of report.parts) {
    const [first] = part.figures
    const keep = 60 + (first ? beginOf(first) : 60)
    paper.rule(keep + 40)
    paper.heading(part.title, { size: 18, after: 2, keep })
    plain(part.lede, 10)
    for (const figure of part.figures) drawFigure(paper, figure)
    for (const text of part.awaited) paper.line([{ text: 'Not yet: ', bold: true }, { text, bold: false }], { size: BODY, after: 6 })
  }
  if (report.overdue) drawOverdue(paper, report.overdue)
  return paper.end()
}

function drawOverdue(paper: Paper, overdue: readonly OverdueRow[]): void {
  paper.rule(160)
  paper.heading('The action plan: overdue to the board', { size: 18, after: 2, keep: 120 })
  paper.line([{ text: overdue.length ? 'Actions past their date today, the longest first, with who leads them.' : 'No action is past its date.', bold: false }], { size: BODY, after: 10 })
  for (const { number, action, lead, dueText, days } of overdue) {
    paper.line([{ text: `${number}. ${action}`, bold: true }], { size: BODY, after: 1 })
    paper.line([{ text: `${lead}. Was due ${dueText}: ${days} ${days === 1 ? 'day' : 'days'} over.`, bold: false }], { size: SMALLER, after: 8 })
  }
}

/** A share is not torn from its sign at the end of a line. */
const inOne = (text: string) => text.replaceAll(' %', '\u00a0%')

function drawFigure(paper: Paper, { title, words, share, amount, before, breakdowns }: Measured): void {
  paper.heading(title, { size: 13, after: 1, as: 'H3', keep: beginOf({ breakdowns }) })
  const spans = [{ text: inOne(amountWords(amount)), bold: true }, { text: share ? ` (${share})` : '', bold: false }, { text: before ? `. Before: ${inOne(amountWords(before))}` : '', bold: false }]
  paper.line(spans.filter(({ text }) => text), { size: BODY, after: 3 })
  paper.line([{ text: words, bold: false }], { size: SMALLER, after: 6 })
  for (const breakdown of breakdowns) drawBreakdown(paper, breakdown, Boolean(share))
  paper.space(6)
}

/** At most this many parts of a breakdown are drawn: a page of bars is no report. */
const MOST = 20

/** A breakdown of a dozen parts, such as the months of a year, is not torn apart; a longer one begins with some of them. */
const heightOf = ({ parts }: Pick<Breakdown, 'parts'>) => 20 + Math.min(parts.length, 13) * 16

/** What of a figure stays with its title: its words, and the first of its breakdowns. */
const beginOf = ({ breakdowns: [first] }: Pick<Measured, 'breakdowns'>) => 80 + (first ? heightOf(first) : 0)

function drawBreakdown(paper: Paper, { header, parts }: Breakdown, share: boolean): void {
  if (!parts.length) return
  const some = parts.slice(0, MOST)
  const top = Math.max(1, ...some.map(({ count }) => count ?? 0))
  paper.heading(`By ${header.toLowerCase()}`, { size: SMALLER, after: 2, as: 'H3', keep: heightOf({ parts }) })
  for (const part of some) {
    const length = part.count === null ? null : share ? (part.of ? part.count / part.of : 0) : part.count / top
    paper.bar(part.label, `${amountWords(part, { whole: share })}${part.before ? ` (${amountWords(part.before, { whole: false })})` : ''}`, length, { size: SMALLER })
  }
  if (parts.length > MOST) paper.line([{ text: `And ${parts.length - MOST} more.`, bold: false }], { size: SMALLER })
  paper.space(4)
}
