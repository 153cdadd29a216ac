import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { ImportColumns } from '@/components/imports/import-columns'
import { ImportList } from '@/components/imports/import-list'
import { UploadForm } from '@/components/imports/upload-form'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listImports } from '@/lib/imports/queries'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Bring data in' }

export default async function ImportPage() {
  const { role } = await signedIn()
  const imports = await ask(listImports, {})
  return (
    <>
      <PageHeader title="Bring data in" lede="Children, contacts and cases of an earlier system, as CSV files. They are checked first, and nothing comes in until you have seen what was found." />
      <Live topics={['import']} />
      <div className="space-y-6">
        {may(role, 'import:run') ? <UploadForm submissionKey={randomUUID()} /> : null}
        <ImportColumns />
        <ImportList imports={imports} />
      </div>
    </>
  )
}
