import type { JudgeActions } from '@/components/screening/judge-forms'
import { may } from '@/lib/access/permissions'
import type { Role } from '@/lib/access/roles'
import { askToJoinAction, mergeChildrenAction, tellApartAction } from './actions'

/** What a role may say of two records that may be one child; null where nothing. Each is checked again at its door. */
export function judgeActionsFor(role: Role): JudgeActions | null {
  if (!may(role, 'child:tell-apart')) return null
  return { tellApart: tellApartAction, askToJoin: askToJoinAction, merge: may(role, 'child:merge') ? mergeChildrenAction : null }
}

/** The forms that judge a record against each that is proposed to be of the same child. */
export function judgementForms(childId: string, proposals: readonly { child: { id: string } }[]) {
  return proposals.flatMap((one) => (['joined', 'join_asked', 'told_apart'] as const).map((form) => [form, childId, one.child.id] as const))
}
