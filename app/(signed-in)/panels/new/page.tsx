import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { BeginForm } from '@/components/panels/begin-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask, signedIn } from '@/lib/access/web'
import { preparePanel } from '@/lib/panels/build'
import { beginPanelAction } from '../actions'

export const metadata: Metadata = { title: 'Plan a risk panel' }

export default async function NewPanelPage() {
  const start = await ask(preparePanel, {})
  const { role, userId } = await signedIn()
  return (
    <>
      <PageHeader title="Plan a risk panel" lede="The agenda comes next: you see what is due, and why." back={<BackLink href="/panels">Risk panels</BackLink>} />
      <BeginForm start={start} submissionKey={randomUUID()} chairId={role === 'panel_chair' ? userId : ''} begin={beginPanelAction} />
    </>
  )
}
