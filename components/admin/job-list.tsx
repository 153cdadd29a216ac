import type { Outcome } from '@/lib/access/outcome'
import type { JobRun, JobState, JobView } from '@/lib/jobs/queries'
import { When } from '../when'
import { Card } from '../ui/card'
import { DataTable } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'
import { QueueButton } from './queue-button'

const STATES: Record<JobState, { label: string; tone: Tone }> = {
  created: { label: 'Waiting to run', tone: 'neutral' },
  retry: { label: 'Failed, to be tried again', tone: 'amber' },
  active: { label: 'Running', tone: 'blue' },
  completed: { label: 'Done', tone: 'green' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'red' },
}

const columns = [
  { key: 'at', header: 'When', cell: (run: JobRun) => <When at={run.at} /> },
  { key: 'state', header: 'How it went', cell: (run: JobRun) => <Tag tone={STATES[run.state].tone}>{STATES[run.state].label}</Tag> },
  { key: 'tries', header: 'Tried again', align: 'end' as const, cell: (run: JobRun) => run.tries },
  { key: 'problem', header: 'For support', cell: (run: JobRun) => run.problem ?? '' },
]

/** Each background job with its last runs. */
export function JobList({ jobs, queue }: { jobs: readonly JobView[]; queue: (job: string) => Promise<Outcome<unknown>> }) {
  return (
    <div className="space-y-6">
      {jobs.map((job) => (
        <Card key={job.name} title={job.label} actions={<QueueButton job={job.name} about={job.label} queue={queue} />}>
          {job.failed ? (
            <p className="mb-3">
              <Tag tone="red">{job.failed} failed in 14 days</Tag>
            </p>
          ) : null}
          <DataTable caption={`Last runs: ${job.label}`} captionHidden rows={job.runs} rowKey={(run) => run.id} columns={columns} dense empty={<p className="text-ink-soft">It has not run here in the last 14 days.</p>} />
        </Card>
      ))}
    </div>
  )
}
