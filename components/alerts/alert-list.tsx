import type { Route } from 'next'
import { createElement } from 'react'
import type { AlertView } from '@/lib/alerts/view'
import type { Outcome } from '@/lib/access/outcome'
import { EXPLOITATION_LABELS } from '@/lib/pathway/words'
import { When } from '../when'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { AcknowledgeForm } from './acknowledge-form'
import { ScreenForm } from './screen-form'
import { recordPath } from './record-path'

type Props = {
  alerts: readonly AlertView[]
  /** Left out where the person reading may not acknowledge anything. */
  acknowledge?: (input: never) => Promise<Outcome<unknown>>
  /** Answers whether exploitation is a concern; left out where the person reading may not. */
  screen?: (input: never) => Promise<Outcome<unknown>>
  /** Whether they may for anybody, as the safeguarding lead may. */
  forAnybody?: boolean
}

/** Alerts, each with why it was raised, what it rests on and what to do with it. */
export function AlertList({ alerts, acknowledge, screen, forAnybody }: Props) {
  return (
    <ul className="space-y-4">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <Card>
            <AlertText alert={alert} />
            {alert.acknowledged || !(alert.own || forAnybody) ? null : (
              <div className="mt-3">
                <Answer alert={alert} acknowledge={acknowledge} screen={screen} />
              </div>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

/** The form that closes an alert, by what it asks; nothing for whoever may not. */
export function Answer({ alert, acknowledge, screen, afterwards }: Pick<Props, 'acknowledge' | 'screen'> & { alert: AlertView; afterwards?: Route }) {
  const form = { alertId: alert.id, version: alert.version, about: alert.label }
  if (alert.screens) return screen ? <ScreenForm {...form} answer={screen} /> : null
  return acknowledge ? <AcknowledgeForm {...form} asks={alert.asks} afterwards={afterwards} acknowledge={acknowledge} /> : null
}

/** What an alert says: kind, child, why, evidence, to whom and for how long. */
export function AlertText({ alert, headingLevel = 2, withChild = true }: { alert: AlertView; headingLevel?: 2 | 3; withChild?: boolean }) {
  const path = recordPath(alert.record)
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {createElement(`h${headingLevel}`, { className: 'text-[1.0625rem]' }, path && withChild ? <TextLink href={path}>{alert.label}</TextLink> : alert.label)}
        {alert.acknowledged ? <Tag tone="green">Acknowledged</Tag> : <Tag tone={alert.asks ? 'purple' : 'amber'}>{alert.asks ? 'Asks a question' : 'Waits to be acknowledged'}</Tag>}
      </div>
      {alert.child && withChild ? (
        <p className="mt-1">
          <TextLink href={`/children/${alert.child.id}`}>{alert.child.name}</TextLink>
        </p>
      ) : null}
      <p className="mt-1 max-w-prose">{alert.why}</p>
      {alert.evidence.length ? (
        <ul className="mt-1 list-disc space-y-1.5 pl-5 text-[0.9375rem]">
          {alert.evidence.map((one) => (
            <li key={one.id}>{recordPath(one) ? <TextLink href={recordPath(one) ?? ''}>{one.label}</TextLink> : one.label}</li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-sm text-ink-soft">
        For {alert.to}. Raised <When at={alert.raisedAt} />{alert.acknowledged ? null : `, waiting ${alert.waited}`}.
        {alert.acknowledged ? <> Acknowledged by {alert.acknowledged.by}, <When at={alert.acknowledged.at} />.</> : null}
      </p>
      {alert.acknowledged?.answer ? <p className="mt-1">Is exploitation a concern? {EXPLOITATION_LABELS[alert.acknowledged.answer]}</p> : null}
      {alert.acknowledged?.note ? <p className="mt-1 max-w-prose whitespace-pre-line">{alert.acknowledged.note}</p> : null}
    </>
  )
}
