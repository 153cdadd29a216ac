import { may } from '../../access/permissions'
import { viewAction } from '../../actions/view'
import { ACTION_SOURCE_LABELS } from '../../pathway/actions'
import { formatDate } from '../../pathway/dates'
import { pageOf, type Provider } from '../entry'

const by = { select: { name: true } } as const
const owner = { ownerUser: by, ownerAgency: by, agreedBy: by } as const

/** What somebody undertook for her, and by when. */
const agreed: Provider = {
  prefix: 'action',
  table: 'agreed_action',
  kinds: ['action'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'case-action:read')) return []
    const page = pageOf('action', range, 'agreedAt')
    const rows = await tx.agreedAction.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: owner })
    return rows.map((row) => {
      const action = viewAction({ ...row, answers: [] }, row.agreedAt)
      return {
        key: `action-${row.id}`, id: row.id, at: action.agreedAt, kind: 'action', title: `Action agreed: ${action.what}`,
        text: `${action.owner}, by ${formatDate(action.dueOn)}. ${ACTION_SOURCE_LABELS[action.source]}.`, by: action.agreedBy, source: 'cate',
        link: { type: 'case', id: row.caseId }, withheld: null, childId: row.childId,
      }
    })
  },
}

/** What became of it. */
const answered: Provider = {
  prefix: 'action_answer',
  table: 'agreed_action',
  kinds: ['action'],
  sources: [],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'case-action:read')) return []
    const page = pageOf('action_answer', range, 'at')
    const rows = await tx.actionAnswer.findMany({
      ...page,
      where: { areaId: actor.areaId, action: { childId: { in: [...childIds] } }, AND: page.where },
      include: { by, action: { select: { what: true, caseId: true, childId: true } } },
    })
    return rows.map((row) => ({
      key: `action_answer-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'action', title: `${ANSWERED[row.state]}: ${row.action.what}`, text: row.words, by: row.by.name,
      source: null, link: { type: 'case', id: row.action.caseId }, withheld: null, childId: row.action.childId,
    }))
  },
}

const ANSWERED = { open: 'Action opened again', done: 'Action done', not_done: 'Action not done' } as const

export const ACTION_PROVIDERS: readonly Provider[] = [agreed, answered]
