import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { GiveForm } from '@/components/quality-audits/give-form'
import { BackLink } from '@/components/ui/back-link'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readToGive } from '@/lib/quality-audits/given'
import { giveItemsAction } from '../../actions'

export const metadata: Metadata = { title: 'Give records of an audit' }

export default async function GivePage({ params }: { params: Promise<{ auditId: string }> }) {
  const { auditId } = await params
  const { label, slots, people } = await ask(readToGive, { auditId })
  return (
    <>
      <PageHeader
        title="Give records to somebody"
        caption={label}
        lede="Whoever is given a record sees it first in their list, and nobody else answers for it. Nobody is given their own work, nor both readings of one record."
        back={<BackLink href={`/quality-audits/${auditId}`}>The audit</BackLink>}
      />
      {slots.length ? <GiveForm auditId={auditId} submissionKey={randomUUID()} slots={slots} people={people} give={giveItemsAction} /> : <Empty title="Every record is read">There is nothing left to give.</Empty>}
    </>
  )
}
