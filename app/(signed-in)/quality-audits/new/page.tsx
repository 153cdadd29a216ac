import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { DrawForm } from '@/components/quality-audits/draw-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { signedIn } from '@/lib/access/web'
import { drawAuditAction } from '../actions'

export const metadata: Metadata = { title: 'Draw an audit' }

export default async function DrawPage() {
  const { role, settings } = await signedIn()
  if (!may(role, 'quality-audit:draw')) notFound()
  return (
    <>
      <PageHeader title="Draw an audit" lede="Waymark draws the records at random. You see how many and their references, and do not choose which." back={<BackLink href="/quality-audits">Quality audits</BackLink>} />
      <DrawForm submissionKey={randomUUID()} share={settings.auditShare} draw={drawAuditAction} />
    </>
  )
}
