import type { Metadata } from 'next'
import { PublicShell } from '@/components/layout/public-shell'
import { ButtonLink } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <PublicShell>
      <ErrorState headingLevel={1} title="There is nothing here" action={<ButtonLink href="/today">Go to today’s work</ButtonLink>}>
        The address may be wrong, or what it leads to may not be open to your role.
      </ErrorState>
    </PublicShell>
  )
}
