import { formatDate } from '../pathway/dates'
import { levelInWords, type LetterContent } from '../panels/letter'
import { Paper } from './paper'

const BODY = 12

/** A letter to a GP as a PDF, on one page: that a child was discussed and what the practice needs to know of it. */
export async function gpLetterPdf({ content, madeOn }: { content: LetterContent; madeOn: string }): Promise<Buffer> {
  const { gpPractice, name, born, estimated, nhsNumber, discussedOn, level, nextReview, ring, area, from } = content
  const paper = new Paper('Letter to a GP', 'Official, sensitive.')
  const say = (text: string, after = 10) => paper.line([{ text, bold: false }], { size: BODY, after })
  const fact = (label: string, text: string) => paper.line([{ text: `${label} `, bold: true }, { text, bold: false }], { size: BODY, after: 4 })

  paper.line([{ text: `${area} risk panel`, bold: true }], { size: 16, after: 2 })
  say(formatDate(madeOn), 22)
  say('To the GPs of', 0)
  paper.line([{ text: gpPractice, bold: true }], { size: BODY, after: 22 })
  paper.heading(`${name} was discussed by the risk panel`, { size: 15, after: 8, as: 'H1' })
  fact('Born:', born ? `${estimated ? 'about ' : ''}${formatDate(born)}` : 'not known')
  fact('NHS number:', nhsNumber ? nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3') : 'not known to us')
  fact('Discussed on:', formatDate(discussedOn))
  fact('Level of risk agreed:', levelInWords(level))
  fact('Looked at again by:', formatDate(nextReview))
  paper.space(12)
  say('The panel brings together the agencies that work with young people who are, or may be, exploited. You are told so that you can bear it in mind when you see your patient.')
  say('If you know something that bears on this young person’s safety, or want to know more, please ring:', 4)
  paper.line([{ text: ring, bold: true }], { size: BODY, after: 10 })
  say('If you think that a young person is in danger now, ring 999.')
  say('Please keep this letter, and that you had it, from the parts of the record that the patient, the family or anybody else can read online.', 22)
  say(from, 0)
  say('For the risk panel')
  return paper.end()
}
