'use client'

import { PublicShell } from '@/components/layout/public-shell'
import { BrokenPage } from '@/components/errors/broken-page'

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <PublicShell>
      <BrokenPage error={error} />
    </PublicShell>
  )
}
