import type { Metadata } from 'next'
import { ImportReport } from '@/components/imports/import-report'
import { LetInForm } from '@/components/imports/let-in-form'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readImport } from '@/lib/imports/queries'
import { IMPORT_STATE_LABELS } from '@/lib/imports/view'
import { Live } from '../../../live'
import { approveImportAction, discardImportAction } from '../actions'

export const metadata: Metadata = { title: 'An import' }

export default async function ImportBatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { role } = await signedIn()
  const view = await ask(readImport, { batchId: (await params).batchId })
  return (
    <>
      <PageHeader title={IMPORT_STATE_LABELS[view.state]} back={<BackLink href="/admin/import">Bring data in</BackLink>} />
      <Live topics={['import']} />
      <div className="space-y-6">
        {view.state === 'done' ? <Banner tone="success" title="The records are in Waymark"><p>Every page and figure works on them from now on. Bringing the same files again adds nothing.</p></Banner> : null}
        {view.state === 'failed' ? <Banner tone="important" title="Nothing came in"><p>The records changed while this was being written, or the database stopped. <TextLink href="/admin/import">Bring the same files again</TextLink>.</p></Banner> : null}
        {view.state === 'discarded' ? <p>Nothing of these files came in, and the files are deleted. <TextLink href="/admin/import">Bring other files in</TextLink>.</p> : null}
        <ImportReport view={view} />
        {view.state === 'checked' && may(role, 'import:run') ? <LetInForm key={view.version} view={view} approve={approveImportAction} discard={discardImportAction} /> : null}
      </div>
    </>
  )
}
