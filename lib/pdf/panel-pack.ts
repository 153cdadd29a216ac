import { formatDate, formatDateTime } from '../pathway/dates'
import type { PackCase, PanelPack } from '../panels/pack'
import { Paper } from './paper'

/** Points. Read on a table, and by people who print it: not large print, and not small. */
const BODY = 11.5
const CASE = 15

const at = (instant: string) => formatDateTime(new Date(instant))

/** The pack of one agency as a PDF, with whose hands it is in across each page. What is withheld is named as withheld. */
export async function panelPackPdf(pack: PanelPack): Promise<Buffer> {
  const reader = `${pack.reader}, ${pack.agency}, ${at(pack.printedAt)}`
  const paper = new Paper('Risk panel: pack', `Official, sensitive. For ${reader}.`, reader)
  const say = (text: string, after = 6) => paper.line([{ text, bold: false }], { size: BODY, after })

  paper.heading('Risk panel: pack', { size: 24, after: 2, as: 'H1' })
  paper.line([{ text: `${at(pack.heldAt)}. ${pack.place}`, bold: true }], { size: CASE, after: 10 })
  say(`For ${pack.agency}, opened by ${pack.reader} on ${at(pack.printedAt)}. ${pack.cases.length === 1 ? 'One young person' : `${pack.cases.length} young people`}. Answers are due by ${at(pack.returnsDue)}; a late one still counts.`)
  say('It holds what your agency was asked, what it said, and what it undertook. Withheld from it: what other agencies said, the panel’s notes and decisions, and what others undertook.')
  if (pack.withheld.length) say(`Withheld from you: ${pack.withheld.length === 1 ? `case ${pack.withheld[0]}` : `cases ${pack.withheld.join(', ')}`} on the agenda, in which you declared a conflict of interest.`)
  say('Keep it to yourself, do not copy it, and destroy it after the meeting.', 12)
  for (const one of pack.cases) caseOf(paper, one)
  return paper.end()
}

function caseOf(paper: Paper, { number, about, told, deferred, answer, actions }: PackCase): void {
  const say = (label: string, text: string, after = 6) => {
    if (!text.includes('\n')) return paper.line([{ text: `${label} `, bold: true }, { text, bold: false }], { size: BODY, after })
    paper.line([{ text: label, bold: true }], { size: BODY, after: 2 })
    paper.body(text, { size: BODY, after })
  }
  // a rule is never the last thing on a page
  paper.keep(140)
  paper.rule()
  paper.heading(`${number}. ${about}`, { size: CASE, after: 4 })
  if (deferred) say('Put off.', 'This panel does not discuss it.')
  say('You are asked:', told)
  if (!answer) say('Your answer:', 'not given yet.')
  else {
    const marks = [answer.late ? 'late' : '', answer.corrected ? 'corrected' : ''].filter(Boolean).join(', ')
    say('Your answer:', answer.answer === 'nothing_known' ? 'nothing known.' : answer.text, 2)
    paper.line([{ text: `${answer.by}, ${at(answer.at)}${marks ? ` (${marks})` : ''}`, bold: false }], { size: BODY - 1.5, after: 6 })
  }
  if (actions.length) {
    paper.line([{ text: 'What your agency undertook:', bold: true }], { size: BODY, after: 2 })
    for (const { what, dueOn, overdue } of actions) paper.line([{ text: '•  ', bold: true }, { text: `${what}, by ${formatDate(dueOn)}`, bold: false }, ...(overdue ? [{ text: ' Overdue', bold: true }] : [])], { size: BODY, indent: 14, after: 2, as: 'LI' })
  }
  paper.space(8)
}
