import type { SetVersion } from '@/lib/indicators/queries'
import { formatDateTime } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { Timeline } from '../ui/timeline'

/** The versions of the area's own indicators or questions, with who made each, why, and what it changed; `none` where it has none. */
export function SetVersions({ versions, none }: { versions: readonly SetVersion[]; none: string }) {
  return (
    <Card title="Versions" className="max-w-form">
      {versions.length ? (
        <Timeline
          label="Versions, newest first"
          items={versions.map((version) => ({ id: String(version.number), kind: 'document', date: formatDateTime(new Date(version.at)), dateTime: version.at, who: version.by, title: `Version ${version.number}`, body: <Changed version={version} /> }))}
        />
      ) : <p className="text-ink-soft">{none}</p>}
    </Card>
  )
}

function Changed({ version: { note, change } }: { version: SetVersion }) {
  const lines = [
    ...change.added.map((label) => `Added: ${label}`),
    ...change.removed.map((label) => `Taken out: ${label}`),
    ...change.reworded.map(({ was, now }) => `In other words: “${was}” is now “${now}”`),
    ...(change.reordered ? ['Put in another order'] : []),
  ]
  return (
    <>
      <p dir="auto" className="wrap-anywhere">{note}</p>
      <ul className="list-disc pl-5">{lines.map((line) => <li key={line} className="wrap-anywhere">{line}</li>)}</ul>
    </>
  )
}
