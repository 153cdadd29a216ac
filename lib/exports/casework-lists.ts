import { listActions } from '../actions/queries'
import { actionListSchema } from '../actions/schema'
import { listAlerts } from '../alerts/queries'
import { alertListSchema } from '../alerts/schema'
import { listCaseload } from '../cases/queries'
import { caseListSchema } from '../cases/schema'
import { listPanels } from '../panels/list'
import { panelListSchema } from '../panels/schema'
import { LEVEL_LABELS } from '../pathway/levels'
import { EXIT_KIND_LABELS, EXIT_STATE_LABELS } from '../pathway/exit'
import { PANEL_STATE_LABELS } from '../pathway/panel'
import { STRATEGY_STATE_LABELS } from '../pathway/strategy-words'
import { ACCESS_STATE_LABELS } from '../pathway/subject-access'
import { CASE_STAGE_LABELS } from '../pathway/states'
import { listExitsAsked } from '../reviews/queries'
import { exitListSchema } from '../reviews/schema'
import { listMeetings } from '../strategy/list'
import { listInvitations } from '../strategy/own'
import { invitationListSchema, strategyListSchema } from '../strategy/schema'
import { listRequests } from '../subject-access/list'
import { accessListSchema } from '../subject-access/schema'
import { paged, whole } from './list-export'

/** Lists of cases and of what is done for them. */
export const CASEWORK_LISTS = {
  cases: paged({
    title: 'Caseload', query: listCaseload, schema: caseListSchema,
    columns: [
      ['Reference', (row) => row.reference], ['Child', (row) => row.child.name], ['Born', (row) => row.child.born], ['Stage', (row) => CASE_STAGE_LABELS[row.stage]], ['Level', (row) => (row.level ? LEVEL_LABELS[row.level] : null)],
      ['With', (row) => row.practitioner?.name ?? null], ['Opened', (row) => row.openedAt], ['Closed', (row) => row.closedAt], ['Next', (row) => row.next?.what ?? null], ['Due', (row) => row.next?.due ?? null],
    ],
  }),
  actions: paged({
    title: 'Actions', query: listActions, schema: actionListSchema,
    columns: [['About', (row) => row.about], ['What', (row) => row.what], ['Who', (row) => row.owner], ['Due', (row) => row.dueOn], ['State', (row) => row.state], ['Agreed', (row) => row.agreedAt], ['Agreed by', (row) => row.agreedBy]],
  }),
  alerts: paged({
    title: 'Alerts', query: listAlerts, schema: alertListSchema,
    columns: [['Alert', (row) => row.label], ['Why', (row) => row.why], ['Child', (row) => row.child?.name ?? null], ['Raised', (row) => row.raisedAt], ['To', (row) => row.to], ['Seen', (row) => row.acknowledged?.at ?? null], ['By', (row) => row.acknowledged?.by ?? null]],
  }),
  panels: paged({
    title: 'Risk panels', query: listPanels, schema: panelListSchema,
    columns: [['Meets', (row) => row.heldAt], ['Where', (row) => row.place], ['Chair', (row) => row.chair], ['State', (row) => PANEL_STATE_LABELS[row.state]], ['Cases', (row) => String(row.cases)], ['Decided', (row) => String(row.decided)], ['Returns due', (row) => row.returnsDue]],
  }),
  strategy: paged({
    title: 'Strategy meetings', query: listMeetings, schema: strategyListSchema,
    columns: [
      ['Case', (row) => row.caseReference], ['Child', (row) => row.child.name], ['State', (row) => (row.calledOff ? 'Called off' : STRATEGY_STATE_LABELS[row.state])], ['Called', (row) => row.calledAt], ['Called by', (row) => row.calledBy],
      ['Planned', (row) => row.plannedAt], ['Held', (row) => row.heldAt], ['Next', (row) => row.next?.what ?? null], ['Due', (row) => row.next?.due ?? null],
    ],
  }),
  'our-strategy': paged({
    title: 'Strategy meetings we are asked to', query: listInvitations, schema: invitationListSchema,
    columns: [['About', (row) => row.about], ['Planned', (row) => row.plannedAt], ['Where', (row) => row.place], ['Decided', (row) => row.decidedAt]],
  }),
  'our-endings': paged({
    title: 'Endings we are asked to agree', query: listExitsAsked, schema: exitListSchema,
    columns: [['About', (row) => row.about], ['What', (row) => EXIT_KIND_LABELS[row.kind]], ['State', (row) => EXIT_STATE_LABELS[row.state]], ['Asked', (row) => row.askedAt], ['Asked by', (row) => row.askedBy]],
  }),
  'subject-access': whole({
    title: 'Requests to see a record', query: listRequests, schema: accessListSchema, items: (rows) => rows,
    columns: [
      ['Reference', (row) => row.reference], ['Child', (row) => row.child.name], ['State', (row) => ACCESS_STATE_LABELS[row.state]], ['Received', (row) => row.receivedOn], ['Due', (row) => row.dueOn], ['Extended', (row) => (row.extended ? 'Yes' : 'No')], ['Ended', (row) => row.endedAt],
    ],
  }),
} as const
