import { StrategyCard } from '@/components/strategy/case-card'
import { ProtectionCard } from '@/components/strategy/protection-card'
import { StepForm } from '@/components/strategy/step-form'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readProtection } from '@/lib/strategy/protection'
import { meetingsOfCase } from '@/lib/strategy/queries'
import { recordStepAction } from './actions'

/** Child protection as it stands on a case; nothing where none has begun, or for whom it is not open. */
export async function ProtectionOf({ here, caseId }: { caseId: string; here?: string }) {
  const { role } = await signedIn()
  if (!may(role, 'strategy:read')) return null
  const protection = await ask(readProtection, { caseId })
  const shown = here ? protection.slice(0, 1) : protection
  const [first] = shown
  if (!first) return null
  const open = (['conference', 'assessment'] as const).filter((clock) => !first[clock].done)
  return <ProtectionCard protection={shown} here={here}>{here && open.length && may(role, 'strategy:decide') ? <StepForm meetingId={first.meetingId} open={open} record={recordStepAction} /> : null}</ProtectionCard>
}

/** The strategy meetings of a case, with the child protection that one began. */
export async function StrategyOfCase({ caseId }: { caseId: string }) {
  const { role } = await signedIn()
  if (!may(role, 'strategy:read')) return null
  const found = await ask(meetingsOfCase, { caseId })
  return (
    <>
      <ProtectionOf caseId={caseId} />
      <StrategyCard caseId={caseId} found={found} />
    </>
  )
}
