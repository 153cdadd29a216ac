import { formatDate } from '../pathway/dates'
import { FAMILY } from '../plans/family-words'
import type { FamilyCopy } from '../plans/print'
import { Paper } from './paper'

/** Points. Large print begins at 14 (the Royal National Institute of Blind People's clear print is 12). */
const BODY = 15
const HEADING = 20

/** The family copy as a PDF: large type, plain headings, and nothing that was withheld, because it is not given any. */
export async function familyCopyPdf(copy: FamilyCopy): Promise<Buffer> {
  const paper = new Paper('Safety plan', `Safety plan, ${formatDate(new Date(copy.issuedAt))}.`)
  const plain = (text: string, after = 8) => paper.line([{ text, bold: false }], { size: BODY, after })
  const pair = (bold: string, text: string, after = 4) => paper.line([{ text: `${bold} `, bold: true }, { text, bold: false }], { size: BODY, after })

  paper.heading(FAMILY.title, { size: 30, after: 2, as: 'H1' })
  paper.line([{ text: copy.name, bold: true }], { size: HEADING, after: 10 })
  plain(FAMILY.intro)
  pair(FAMILY.worker, `${copy.worker}.`, 12)
  paper.rule()
  paper.heading(FAMILY.danger.title, { size: HEADING })
  for (const { number, words } of FAMILY.danger.lines) pair(`${number}:`, words)
  paper.space(6)
  paper.rule()

  for (const { heading, text } of copy.sections) {
    paper.heading(heading, { size: HEADING })
    paper.body(text, { size: BODY })
    paper.space(8)
  }
  for (const [heading, said] of [[FAMILY.saidByYou, copy.said.filter(({ young }) => young)], [FAMILY.saidByFamily, copy.said.filter(({ young }) => !young)]] as const) {
    if (!said.length) continue
    paper.heading(heading, { size: HEADING })
    for (const { name, young, words } of said) {
      if (!young) paper.line([{ text: name, bold: true }], { size: BODY, after: 2 })
      paper.body(words, { size: BODY })
    }
    paper.space(8)
  }
  if (copy.actions.length) {
    paper.heading(FAMILY.actions, { size: HEADING })
    for (const { what, owner, dueOn, done } of copy.actions) {
      paper.line([{ text: '•  ', bold: true }, { text: `${owner}: `, bold: true }, { text: what, bold: false }], { size: BODY, indent: 16, as: 'LI' })
      paper.line([{ text: done ? FAMILY.done : `${FAMILY.by} ${formatDate(dueOn)}`, bold: false }], { size: BODY, indent: 28, after: 6 })
    }
    paper.space(8)
  }
  if (copy.reviewOn) {
    paper.heading(FAMILY.review, { size: HEADING })
    plain(`${FAMILY.reviewOn} ${formatDate(copy.reviewOn)}.`, 16)
  }
  paper.heading(FAMILY.anyTime.title, { size: HEADING, keep: 150 })
  for (const { number, words } of FAMILY.anyTime.lines) pair(`${number}:`, words)
  paper.space(10)
  paper.line([{ text: FAMILY.close, bold: true }], { size: BODY })
  return paper.end()
}
