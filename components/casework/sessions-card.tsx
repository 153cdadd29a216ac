import type { SessionList } from '@/lib/casework/sessions'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { SessionLine } from './session-entry'
import { SeenText } from './words'

const SHOWN = 3

/** The last sessions of a case, when the young person was last seen, and logging one. */
export function SessionsCard({ log, writes }: { log: SessionList; writes: boolean }) {
  const { items, seen, next } = log
  const all = `/cases/${log.case.id}/sessions`
  return (
    <Card title="Sessions" id="sessions">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {seen ? <p><span className="sr-only">Last seen: </span><SeenText seen={seen} /></p> : null}
        {writes ? <ButtonLink href={`${all}/new`}>Log a session</ButtonLink> : null}
      </div>
      {items.length ? <ul className="divide-y">{items.slice(0, SHOWN).map((session) => <SessionLine key={session.id} session={session} />)}</ul> : <p className="text-ink-soft">Nothing is logged yet.</p>}
      {items.length > SHOWN || next ? <p className="mt-3"><TextLink href={all}>All sessions</TextLink></p> : null}
    </Card>
  )
}
