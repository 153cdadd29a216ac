import type { PractitionerLoad } from '@/lib/cases/workload'
import { Meter } from '../ui/meter'
import { TextLink } from '../ui/text-link'

/** Who carries how much, against the board's maximum; a breach stands out. `handOver`: with the way to arrange cover. */
export function TeamLoad({ team, handOver }: { team: readonly PractitionerLoad[]; handOver?: boolean }) {
  return (
    <ul className="space-y-4">
      {team.map(({ id, name, load, covering }) => (
        <li key={id}>
          <Meter label={name} value={load.weight} max={load.maximum} unit={`(${load.count} open ${load.count === 1 ? 'case' : 'cases'}${covering ? `, ${covering} of them covered` : ''})`} />
          {handOver && load.count ? <p className="mt-1 text-[0.9375rem]"><TextLink href={`/cases/hand-over/${id}`}>Arrange cover or hand over<span className="sr-only">: {name}</span></TextLink></p> : null}
        </li>
      ))}
    </ul>
  )
}
