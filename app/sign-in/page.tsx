import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PublicShell } from '@/components/layout/public-shell'
import { SignInForm } from '@/components/session/sign-in-form'
import { Banner } from '@/components/ui/banner'
import { TextLink } from '@/components/ui/text-link'
import { currentActor } from '@/lib/access/web'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ ended?: string | string[] }> }

const ENDED: Record<string, { title: string; text: string }> = {
  'signed-out': { title: 'You are signed out', text: 'Close this window if you share the computer.' },
  idle: { title: 'You were signed out', text: 'Nothing happened for 15 minutes, or you had been signed in for 12 hours. Contacts you were writing are kept as drafts on today’s page.' },
}

export default async function SignInPage({ searchParams }: Props) {
  if (await currentActor()) redirect('/today')
  const { ended } = await searchParams
  const message = typeof ended === 'string' ? ENDED[ended] : undefined
  return (
    <PublicShell>
      {message ? (
        <Banner tone="notice" title={message.title}>
          {message.text}
        </Banner>
      ) : null}
      <h1 className="mt-6 mb-2">Sign in to Waymark</h1>
      <p className="mb-6 text-ink-soft">For people who work with children at risk of exploitation. What you open and change is recorded.</p>
      <SignInForm />
      <p className="mt-8"><TextLink href="/report">Annual summaries for the public</TextLink></p>
    </PublicShell>
  )
}
