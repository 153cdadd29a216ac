import { CoverCard } from '@/components/cover/cover-card'
import { EndCoverForm } from '@/components/cover/cover-form'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readCover } from '@/lib/cover/queries'
import { endCoverAction } from '../../actions'

/** Who works with the young person of a case; nothing for those to whom that is not open. */
export async function CoverOfCase({ caseId }: { caseId: string }) {
  const { role } = await signedIn()
  if (!may(role, 'casework:read')) return null
  const view = await ask(readCover, { caseId })
  return <CoverCard caseId={caseId} view={view} arranges={may(role, 'case:allocate')} end={view.now ? <EndCoverForm key={view.now.id} coverId={view.now.id} end={endCoverAction} /> : undefined} />
}
