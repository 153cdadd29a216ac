import { z } from 'zod'
import { readPlan } from '../action-plan/queries'
import { ROLE_LABELS } from '../access/roles'
import { listGlass } from '../break-glass/review'
import { glassListSchema } from '../break-glass/schema'
import { answerQuestion, questionSchema } from '../oversight/board'
import { figureLines, type FigureLine } from '../oversight/figure-lines'
import { figuresSchema, readFigures } from '../oversight/figures'
import { auditFilterSchema, readAuditLog } from '../oversight/audit-log'
import { readLive } from '../oversight/live'
import { pivotLines, pivotSchema, readPivot } from '../oversight/pivot'
import { readRows, rowsSchema } from '../oversight/rows'
import { PLAN_STATUSES } from '../pathway/action-plan'
import { chanceText } from '../pathway/low-referrers'
import { labelOf } from '../pathway/codes'
import { listPeople } from '../people/queries'
import { peopleListSchema } from '../people/schema'
import { listAudits } from '../quality-audits/list'
import { readProviders } from '../quality-audits/providers'
import { providerListSchema } from '../quality-audits/schema'
import { list, paged, whole } from './list-export'

const nothing = z.strictObject({})

const FIGURE_COLUMNS: readonly (readonly [string, (row: FigureLine) => string | null])[] = [
  ['Figure', (row) => row.figure], ['By', (row) => row.by], ['Part', (row) => row.part], ['Number', (row) => row.number], ['Of', (row) => row.of], ['Share', (row) => row.share],
  ['Number before', (row) => row.before?.number ?? null], ['Of before', (row) => row.before?.of ?? null], ['Share before', (row) => row.before?.share ?? null], ['What is counted', (row) => row.words],
]

/** Lists of those who oversee the work: the figures, what is late, audits, the plan, and who did what. */
export const OVERSIGHT_LISTS = {
  glance: whole({ title: 'Figures at a glance', query: readFigures, schema: figuresSchema, items: ({ measured }) => figureLines(measured), columns: FIGURE_COLUMNS }),
  figures: whole({ title: 'Figures', query: answerQuestion, schema: questionSchema, items: ({ figures }) => figureLines(figures), columns: FIGURE_COLUMNS }),
  'figure-rows': paged({
    title: 'The rows behind a figure', query: readRows, schema: rowsSchema,
    columns: [['Reference', (row) => row.reference], ['When', (row) => row.at], ['Counts', (row) => (row.counts === null ? null : row.counts ? 'Yes' : 'No')]],
  }),
  pivot: whole({
    title: 'Two things at once', query: readPivot, schema: pivotSchema, items: pivotLines,
    columns: [['Row', (row) => row.row], ['Column', (row) => row.column], ['Number', (row) => row.number]],
  }),
  late: whole({
    title: 'Late now', query: readLive, schema: nothing, items: ({ late }) => late,
    columns: [['Reference', (row) => row.reference], ['What', (row) => row.what], ['Was due', (row) => row.due], ['Late by', (row) => row.late], ['With', (row) => row.with]],
  }),
  silent: whole({
    title: 'Referrals nobody acknowledged', query: readLive, schema: nothing, items: ({ silent }) => silent,
    columns: [['Contact', (row) => row.reference], ['Sent', (row) => row.sentAt], ['With', (row) => row.with]],
  }),
  unseen: whole({
    title: 'Not seen as expected', query: readLive, schema: nothing, items: ({ unseen }) => unseen,
    columns: [['Case', (row) => row.reference], ['Level', (row) => row.level], ['Last seen', (row) => row.seenAt], ['Expected', (row) => row.expected], ['Days over', (row) => String(row.over)], ['With', (row) => row.with]],
  }),
  'missing-returns': whole({
    title: 'Panels without returns', query: readLive, schema: nothing, items: ({ returns }) => returns,
    columns: [['Agency', (row) => row.agency], ['Panel', (row) => row.heldAt], ['Cases without an answer', (row) => String(row.missing)]],
  }),
  'action-plan': whole({
    title: 'Action plan', query: readPlan, schema: nothing, items: ({ items }) => items,
    columns: [
      ['Number', (row) => String(row.number)], ['Recommendation', (row) => row.recommendation], ['Action', (row) => row.action], ['Lead', (row) => row.lead], ['How', (row) => row.how], ['Due', (row) => row.due], ['Status', (row) => labelOf(PLAN_STATUSES, row.status)],
      ['Overdue', (row) => (row.overdue ? 'Yes' : 'No')], ['Last update', (row) => row.updates.at(-1)?.words ?? null], ['On', (row) => row.updates.at(-1)?.on ?? null], ['Evidence', (row) => row.updates.at(-1)?.evidence ?? null],
    ],
  }),
  'quality-audits': whole({
    title: 'Quality audits', query: listAudits, schema: nothing, items: (rows) => rows,
    columns: [['Audit', (row) => row.label], ['From', (row) => row.from], ['To', (row) => row.until], ['Drawn', (row) => row.at], ['By', (row) => row.by], ['Records', (row) => String(row.items)], ['Read', (row) => String(row.answered)], ['Second opinions', (row) => String(row.seconds)], ['Given', (row) => String(row.secondsDone)]],
  }),
  providers: whole({
    title: 'Who tells us little', query: readProviders, schema: providerListSchema, items: ({ providers }) => providers,
    columns: [['Provider', (row) => row.name], ['Size', (row) => row.size?.toString() ?? null], ['Expected', (row) => row.expected?.toFixed(2) ?? null], ['Seen', (row) => String(row.seen)], ['How likely by chance', (row) => (row.chance === null ? null : chanceText(row.chance))], ['Last talk', (row) => row.talks[0]?.on ?? null]],
  }),
  'broken-glass': paged({
    title: 'Opened by breaking glass', query: listGlass, schema: glassListSchema,
    columns: [['Case', (row) => row.reference], ['Who', (row) => row.who], ['Opened', (row) => row.openedAt], ['Until', (row) => row.until], ['Minutes', (row) => String(row.minutes)], ['Pages opened', (row) => String(row.pages)], ['Review', (row) => row.outcome], ['Reviewed', (row) => row.reviewedAt], ['By', (row) => row.reviewedBy]],
  }),
  people: whole({
    title: 'People', query: listPeople, schema: peopleListSchema, items: (rows) => rows,
    columns: [['Name', (row) => row.name], ['E-mail', (row) => row.email], ['Role', (row) => ROLE_LABELS[row.role]], ['Agency', (row) => row.agency], ['State', (row) => (row.revoked ? 'Taken away' : 'In use')]],
  }),
  audit: list({
    title: 'Audit log', query: readAuditLog, schema: auditFilterSchema, turn: 'before', page: ({ lines, next }) => ({ items: lines, next }),
    columns: [
      ['When', (row) => row.at], ['Who', (row) => row.who], ['Role', (row) => (row.role ? ROLE_LABELS[row.role] : null)], ['Agency', (row) => row.agency], ['What', (row) => row.label], ['Refused', (row) => (row.refused ? 'Yes' : null)],
      ['Children', (row) => [...row.children.map(({ reference }) => reference), ...(row.others ? ['and others'] : [])].join('; ')], ['Record', (row) => row.record?.id ?? null], ['Rows', (row) => (row.rowCount === null ? null : String(row.rowCount))], ['From', (row) => row.address],
    ],
  }),
} as const
