import type { PractitionerLoad } from '@/lib/cases/workload'
import { Meter } from '../ui/meter'

/** Who carries how much, against the board's maximum; a breach stands out. */
export function TeamLoad({ team }: { team: readonly PractitionerLoad[] }) {
  return (
    <ul className="space-y-4">
      {team.map(({ id, name, load }) => (
        <li key={id}>
          <Meter label={name} value={load.weight} max={load.maximum} unit={`(${load.count} open ${load.count === 1 ? 'case' : 'cases'})`} />
        </li>
      ))}
    </ul>
  )
}
