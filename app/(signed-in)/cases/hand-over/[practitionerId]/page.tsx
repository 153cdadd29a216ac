import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HandOverList } from '@/components/cover/hand-over-list'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listHandOver } from '@/lib/cover/queries'

export const metadata: Metadata = { title: 'Cover and hand-over' }

export default async function HandOverPage({ params }: { params: Promise<{ practitionerId: string }> }) {
  const { practitionerId } = await params
  const { role } = await signedIn()
  if (!may(role, 'case:allocate')) notFound()
  const { practitioner: { name, left }, cases } = await ask(listHandOver, { practitionerId })
  const done = cases.filter(({ cover }) => cover).length
  return (
    <>
      <PageHeader
        title={left ? `${name} has left: hand over` : `Cover for ${name}`}
        caption={`${cases.length} open ${cases.length === 1 ? 'case' : 'cases'}, ${done} covered`}
        lede="One by one: each young person is told by somebody they know, before a new face is at the door."
        back={<BackLink href="/cases?view=board">Caseload</BackLink>}
      />
      <HandOverList cases={cases} left={left} />
    </>
  )
}
