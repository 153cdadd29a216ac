import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { ImportColumns } from '@/components/imports/import-columns'
import { ImportList } from '@/components/imports/import-list'
import { UploadForm } from '@/components/imports/upload-form'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listImports } from '@/lib/imports/queries'
import { IMPORT_STATE_LABELS, type ImportState } from '@/lib/imports/view'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Bring data in' }

const UNFINISHED: readonly ImportState[] = ['waiting', 'checked', 'approved']

export default async function ImportPage() {
  const { role } = await signedIn()
  const imports = await ask(listImports, {})
  const open = imports.find(({ state }) => UNFINISHED.includes(state))
  return (
    <>
      <PageHeader title="Bring data in" lede="Children, contacts and cases of an earlier system, as CSV files. They are checked first, and nothing comes in until you have seen what was found." />
      <Live topics={['import']} />
      <div className="space-y-6">
        {may(role, 'import:run') ? open ? (
          <Banner title="An import is not finished" actions={<ButtonLink href={`/admin/import/${open.id}`}>Open it</ButtonLink>}>
            <p>{IMPORT_STATE_LABELS[open.state]}. Let it in or give it up: then other files can be brought, because both would be checked against the same records.</p>
          </Banner>
        ) : <UploadForm submissionKey={randomUUID()} /> : null}
        <ImportColumns />
        <ImportList imports={imports} />
      </div>
    </>
  )
}
