import type { Metadata } from 'next'
import { JobList } from '@/components/admin/job-list'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listJobs } from '@/lib/jobs/queries'
import { queueJobAction } from '../actions'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Background jobs' }

export default async function JobsPage() {
  const jobs = await ask(listJobs, {})
  return (
    <>
      <PageHeader title="Background jobs" lede="Chasing and reminding that Waymark does by itself. A job that fails is tried again three times; running one twice does no harm." back={<BackLink href="/admin">People</BackLink>} />
      <Live topics={['job']} />
      <JobList jobs={jobs} queue={queueJobAction} />
    </>
  )
}
