import { Check, ClockAlert, Clock, Hourglass, History, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClockState } from '@/lib/pathway/clocks'
import { Tag, type Tone } from './tag'

const LOOKS: Record<ClockState, { tone: Tone; icon: LucideIcon; said: string }> = {
  on_time: { tone: 'neutral', icon: Clock, said: 'On time' },
  close: { tone: 'amber', icon: Hourglass, said: 'Close to its limit' },
  late: { tone: 'red', icon: ClockAlert, said: 'Late' },
  met: { tone: 'green', icon: Check, said: 'Met in time' },
  met_late: { tone: 'purple', icon: History, said: 'Met late' },
}

/** Where a time limit stands: the words passed in, with an icon and a colour of its own for each state. */
export function ClockTag({ state, children }: { state: ClockState; children: ReactNode }) {
  const { tone, icon: Icon, said } = LOOKS[state]
  return (
    <Tag tone={tone} icon={<Icon className="size-3.5 flex-none" strokeWidth={2.25} />}>
      <span className="sr-only">{said}: </span>
      {children}
    </Tag>
  )
}
