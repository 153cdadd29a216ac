import type { Route } from 'next'
import type { AlertView } from '@/lib/alerts/view'
import type { Outcome } from '@/lib/access/outcome'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Answer, AlertText } from './alert-list'

type Props = {
  alerts: readonly AlertView[]
  acknowledge?: (input: never) => Promise<Outcome<unknown>>
  screen?: (input: never) => Promise<Outcome<unknown>>
  /** Whether the person reading may answer for anybody, as the safeguarding lead may. */
  forAnybody?: boolean
  /** Where to go on once it is acknowledged; the same page unless said. */
  afterwards?: Route
}

/** The alerts about one contact or child: what waits, with its form for those it is addressed to, and what was acknowledged folded away beneath. Nothing where there are none. */
export function AlertsCard({ alerts, acknowledge, screen, forAnybody, afterwards }: Props) {
  if (!alerts.length) return null
  const waiting = alerts.filter(({ acknowledged }) => !acknowledged)
  const done = alerts.filter(({ acknowledged }) => acknowledged)
  return (
    <Card title="Alerts" id="alerts">
      <ul className="divide-y">
        {waiting.map((alert) => (
          <li key={alert.id} className="py-4 first:pt-0 last:pb-0">
            <AlertText alert={alert} headingLevel={3} withChild={false} />
            {alert.own || forAnybody ? (
              <div className="mt-3">
                <Answer alert={alert} acknowledge={acknowledge} screen={screen} afterwards={afterwards} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {done.length ? (
        <Details summary={`${done.length} acknowledged`}>
          <ul className="divide-y">
            {done.map((alert) => (
              <li key={alert.id} className="py-4 first:pt-0 last:pb-0">
                <AlertText alert={alert} headingLevel={3} withChild={false} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  )
}
