import type { Metadata } from 'next'
import { PasswordForm } from '@/components/session/password-form'
import { PageHeader } from '@/components/ui/page-header'
import { signedIn } from '@/lib/access/web'
import { changePasswordAction } from './actions'

export const metadata: Metadata = { title: 'Change your password' }

export default async function PasswordPage() {
  const { temporaryPassword } = await signedIn()
  return (
    <>
      <PageHeader title="Change your password" lede={temporaryPassword ? 'Yours was given to you. Choose one that nobody else knows before you go on.' : undefined} />
      <PasswordForm change={changePasswordAction} />
    </>
  )
}
