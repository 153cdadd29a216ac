import { BeginPlanButton } from '@/components/plans/begin-button'
import { PlanCard } from '@/components/plans/case-card'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readPlan } from '@/lib/plans/queries'
import { beginPlanAction } from './actions'

/** The safety plan's card on its case, for those who may read it. */
export async function CasePlanCard({ caseId }: { caseId: string }) {
  const { role } = await signedIn()
  if (!may(role, 'plan:read')) return null
  const { case: one, plan } = await ask(readPlan, { caseId })
  const begins = may(role, 'plan:write') && !one.closed && one.held
  return <PlanCard caseId={caseId} plan={plan} begin={begins ? <BeginPlanButton caseId={caseId} begin={beginPlanAction} /> : undefined} />
}
