import { PanelCard } from '@/components/panels/case-card'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { panelsOfCase } from '@/lib/panels/of-case'

/** The risk panel's card on a case, for those who may read panels. */
export async function PanelsOfCase({ caseId }: { caseId: string }) {
  const { role } = await signedIn()
  return may(role, 'panel:read') ? <PanelCard found={await ask(panelsOfCase, { caseId })} /> : null
}
