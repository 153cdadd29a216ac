import { formatDate } from '../pathway/dates'
import { groundOf } from '../pathway/subject-access'
import type { Copy, CopyPassage } from '../subject-access/copy'
import { COVER, withheldInWords } from '../subject-access/cover-words'
import { Paper } from './paper'

const BODY = 11.5

/** The copy of a record as a PDF: a covering page in plain words, then every passage by its number. */
export async function subjectAccessPdf(copy: Copy): Promise<Buffer> {
  const { about, area, summary } = copy
  const paper = new Paper('Copy of a record', `${copy.reference}.`)
  const say = (text: string, after = 8) => paper.line([{ text, bold: false }], { size: BODY, after })
  const point = (text: string) => paper.line([{ text: '•  ', bold: true }, { text, bold: false }], { size: BODY, indent: 14, after: 4, as: 'LI' })

  paper.heading(COVER.title, { size: 26, after: 4, as: 'H1' })
  paper.line([{ text: about.name, bold: true }], { size: 16, after: 2 })
  say(`${about.born}. Record ${about.reference}.`, 2)
  say(`Request ${copy.reference}, received ${formatDate(copy.receivedOn)}. Copy made ${formatDate(copy.madeOn)}.`, 14)
  paper.heading(COVER.what, { size: 15 })
  say(COVER.intro(area))
  point(COVER.counts.passages(summary.passages))
  if (summary.given) point(COVER.counts.given(summary.given))
  if (summary.part) point(COVER.counts.part(summary.part))
  if (summary.whole) point(COVER.counts.whole(summary.whole))
  paper.space(8)
  if (summary.grounds.length) {
    paper.heading(COVER.left, { size: 15 })
    say(COVER.twoPeople)
    for (const { told, stretches, passages } of summary.grounds) point(`${told} ${withheldInWords(stretches, passages)}`)
    paper.space(8)
  }
  paper.heading(COVER.rights, { size: 15 })
  for (const words of COVER.rightsWords) say(words)
  paper.heading(COVER.support, { size: 15 })
  for (const words of COVER.supportWords) say(words)

  paper.heading(COVER.record, { size: 20, as: 'H1', keep: 600 })
  for (const passage of copy.passages) setPassage(paper, passage)
  return paper.end()
}

function setPassage(paper: Paper, passage: CopyPassage): void {
  if (passage.withheld === 'whole') {
    paper.heading(`${passage.number}. ${COVER.whole}`, { size: 13, after: 2 })
    paper.line([{ text: groundOf(passage.ground).told, bold: false }], { size: BODY, after: 14 })
    return
  }
  paper.heading(`${passage.number}. ${passage.kind}, ${formatDate(passage.on)}`, { size: 13, after: 2 })
  // as it stands: a person's own signs are not read as marks
  for (const line of passage.text.split('\n')) if (line.trim()) paper.line([{ text: line, bold: false }], { size: BODY, after: 2 })
  paper.space(10)
}
