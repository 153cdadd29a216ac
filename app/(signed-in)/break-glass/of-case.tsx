import { CloseGlassButton } from '@/components/break-glass/close-button'
import { GlassBanner, GlassCard } from '@/components/break-glass/glass-banner'
import type { GlassOfCase } from '@/lib/break-glass/queries'
import { closeGlassAction } from './actions'

/** One's own opening while it lasts, across the top of what it opened. */
export function OwnGlassBanner({ openings }: { openings: readonly GlassOfCase[] | null }) {
  const own = openings?.find((one) => one.own && one.open)
  return own ? <GlassBanner open={own} close={<CloseGlassButton glassId={own.id} close={closeGlassAction} then="/cases/open-other" />} /> : null
}

/** What others opened of a case, to those who hold it or answer for it. */
export const OthersGlass = ({ openings }: { openings: readonly GlassOfCase[] | null }) => <GlassCard openings={(openings ?? []).filter(({ own }) => !own)} />
