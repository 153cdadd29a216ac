import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { DataTable } from '@/components/ui/table'
import { ask } from '@/lib/access/web'
import { drawAgain } from '@/lib/quality-audits/draw'

export const metadata: Metadata = { title: 'Drawn again' }

export default async function DrawAgainPage({ params }: { params: Promise<{ auditId: string }> }) {
  const { auditId } = await params
  const again = await ask(drawAgain, { auditId })
  const counts = again.then === again.now ? `${again.now} records, as then` : `${again.now} records, and ${again.then} then`
  return (
    <>
      <PageHeader title="Drawn again from this seed" lede="Made now from the records as they are now. Nothing is changed." back={<BackLink href={`/quality-audits/${auditId}`}>The audit</BackLink>} />
      {again.same ? (
        <Banner tone="success" title="The rows are the same">{again.changed ? <p>The records of the period have changed since ({counts}), and the draw is the same all the same.</p> : <p>From the same {counts}.</p>}</Banner>
      ) : (
        <Banner title="The rows are not the same">{again.changed ? <p>The records of the period have changed since ({counts}): some came later, or stand in another part now. The audit keeps the rows that were drawn.</p> : <p>The records of the period are the same ({counts}), so this should not be. Tell whoever runs Waymark.</p>}</Banner>
      )}
      <DataTable
        caption="Row by row"
        rows={again.rows}
        rowKey={({ position }) => String(position)}
        columns={[
          { key: 'position', header: 'Row', cell: ({ position }) => position },
          { key: 'then', header: 'Drawn then', cell: ({ then }) => then ?? 'None' },
          { key: 'now', header: 'Drawn now', cell: ({ now }) => now ?? 'None' },
          { key: 'same', header: 'Same', cell: ({ then, now }) => (then === now ? 'Yes' : 'No') },
        ]}
      />
    </>
  )
}
