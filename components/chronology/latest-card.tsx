import type { Chronology } from '@/lib/chronology/queries'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { TextLink } from '../ui/text-link'
import { ChronologyEntries } from './entries'

/** What happened lately, with the way to everything before. */
export function LatestCard({ chronology: { child, items, next } }: { chronology: Chronology }) {
  const whole = `/children/${child.id}/chronology`
  return (
    <Card
      title="What happened lately"
      actions={items.length ? <TextLink href={whole}>The whole chronology</TextLink> : undefined}
      footer={next ? <TextLink href={whole} className="no-print">Everything before this</TextLink> : undefined}
    >
      {items.length ? <ChronologyEntries lines={items} /> : <Empty title="Nothing yet">Contacts, decisions and casework appear here as they happen.</Empty>}
    </Card>
  )
}
