import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DetailsForm } from '@/components/children/details-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { readChild } from '@/lib/records/queries'
import { editChildAction } from '../../actions'

export const metadata: Metadata = { title: 'Change details' }

type Props = { params: Promise<{ childId: string }> }

export default async function EditChildPage({ params }: Props) {
  const { role, userId } = await signedIn()
  if (!may(role, 'child:edit')) notFound()
  const { childId } = await params
  const child = await ask(readChild, { childId })
  const draftId = draftIdOf(userId, childId)
  const [draft] = await ask(listDrafts, { kind: 'child', draftId })
  return (
    <>
      <PageHeader title="Change details" caption={`${child.name}, ${child.reference}`} back={<BackLink href={`/children/${child.id}`}>Record</BackLink>} />
      <DetailsForm key={child.version} child={child} save={editChildAction} draft={{ id: draftId, content: draft?.content }} />
    </>
  )
}
