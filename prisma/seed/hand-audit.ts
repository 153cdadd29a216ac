import type { Judgement } from '../../lib/pathway/audit-questions'
import { addDaysTo, londonDay, type IsoDay } from '../../lib/pathway/london'
import { answerItem } from '../../lib/quality-audits/answer'
import { addTheme } from '../../lib/quality-audits/conclude'
import { drawAudit } from '../../lib/quality-audits/draw'
import { giveItems } from '../../lib/quality-audits/given'
import { readItem } from '../../lib/quality-audits/item'
import { readAudit } from '../../lib/quality-audits/read'
import type { answerSchema } from '../../lib/quality-audits/schema'
import { demoPerson } from './demo-actors'
import { DAY, doAs, HOUR, officeBefore, type Hand, type In } from './hand'
import { uuidOf } from './random'

/** What a reader found, in turn: the follow-up, the level, whether the child was heard, whether the referrer was told. */
const FOUND: readonly (readonly [Judgement, Judgement, Judgement, Judgement])[] = [
  ['yes', 'yes', 'partly', 'yes'], ['yes', 'yes', 'no', 'cannot_tell'], ['partly', 'yes', 'partly', 'yes'], ['yes', 'partly', 'yes', 'no'], ['no', 'yes', 'no', 'yes'], ['yes', 'yes', 'yes', 'yes'],
]
const SHOWN: Readonly<Record<Judgement, string>> = {
  yes: 'The record says so, with the day.', partly: 'It was begun; the record stops before the end.', no: 'Nothing in the record shows it.', cannot_tell: '',
}

/** The months of the audit: three whole ones, the last of which ended more than a month ago. */
function quarter(today: IsoDay): { from: IsoDay; until: IsoDay } {
  const month = (before: number) => new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 - before, 1)).toISOString().slice(0, 10)
  return { from: month(4), until: addDaysTo(month(1), -1) }
}

/** One audit of a quarter's exploitation contacts: drawn and given out by the manager, two thirds of it read, one of them twice, and what is seen across them. */
export async function auditInHand({ demo, system, anchor }: Hand): Promise<void> {
  const [manager, auditor, lead] = [demoPerson(demo, 'manager'), demoPerson(demo, 'auditor'), demoPerson(demo, 'safeguarding')]
  const day = (ago: number) => officeBefore(anchor.getTime() - ago * DAY, system.settings) - HOUR
  const key = (name: string) => uuidOf(`quality audit ${system.areaId} ${name}`)
  const { from, until } = quarter(londonDay(anchor))
  const drawn = await doAs(drawAudit, manager, day(20), { submissionKey: key('draw'), kind: 'contacts', from: boxes(from), until: boxes(until), share: '10', secondShare: '20', stratified: true, seed: 'the board’s meeting' })
  if (!drawn) return
  const auditId = drawn.id
  const audit = await doAs(readAudit, manager, day(19), { auditId })
  const items = audit?.items ?? []
  await doAs(giveItems, manager, day(19), { submissionKey: key('give'), auditId, slots: items.map(({ id }) => `${id}.1`), toId: auditor.userId, reason: '' })
  const read = items.slice(0, Math.ceil((items.length * 2) / 3))
  for (const [at, { id }] of read.entries()) await doAs(answerItem, auditor, day(15) + at * HOUR / 4, answers(id, at))
  let twice = false
  for (const { id, second } of items) {
    // nobody reads their own work, and the lead has decided about some of them
    if (!second || (await doAs(readItem, lead, day(8), { itemId: id }))?.own) continue
    await doAs(giveItems, manager, day(14), { submissionKey: key(`second ${id}`), auditId, slots: [`${id}.2`], toId: lead.userId, reason: '' })
    if (!twice && read.some((one) => one.id === id)) await doAs(answerItem, lead, day(8), answers(id, 1))
    twice = true
  }
  for (const words of THEMES) await doAs(addTheme, auditor, day(7), { submissionKey: key(words), auditId, words })
}

const THEMES = ['Where a child was not spoken to, the record seldom says why.', 'A referral is often the last thing in the record: what came of it stands with the other service.']

function answers(itemId: string, at: number): In<typeof answerSchema> {
  const [followUp, level, heard, told] = (FOUND[at % FOUND.length] ?? FOUND[0]) as (typeof FOUND)[number]
  const judge = (judgement: Judgement) => ({ judgement, words: SHOWN[judgement] })
  return {
    itemId,
    answers: { follow_up: judge(followUp), follow_up_on: { on: boxes(null) }, level_right: judge(level), child_heard: judge(heard), referrer_told: judge(told), notes: { words: at % 3 ? '' : 'Read with the referral beside it.' } },
  }
}

function boxes(day: IsoDay | null): { day: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date, month, year }
}
