'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '../ui/button'
import { errorItems } from '../ui/error-items'
import { ErrorSummary } from '../ui/error-summary'
import { TextInput } from '../ui/field'

const schema = z.strictObject({
  email: z.string().min(1, 'Enter your e-mail address'),
  password: z.string().min(1, 'Enter your password'),
})

const WRONG = 'We could not sign you in. Check the e-mail address and the password. After several wrong tries, wait 15 minutes.'
const DOWN = 'Waymark cannot be reached right now. Try again in a minute.'

/** Signs in and goes to today's work. Says the same for every kind of failure. */
export function SignInForm() {
  const { register, handleSubmit, formState, setValue } = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' }, shouldFocusError: false })
  const [failure, setFailure] = useState<string | null>(null)
  const { errors, isSubmitting, submitCount } = formState
  const items = errorItems({ email: failure ?? errors.email?.message, password: errors.password?.message })

  const submit = handleSubmit(
    async ({ email, password }) => {
      const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => null)
      // a whole new page, so that nothing of whoever was here before is left in memory
      if (answer?.ok && !answer.error) return window.location.replace('/today')
      setFailure(answer?.error === 'CredentialsSignin' ? WRONG : DOWN)
      setValue('password', '')
    },
    () => setFailure(null),
  )

  return (
    <form onSubmit={submit} noValidate className="max-w-md space-y-5">
      <ErrorSummary errors={items} attempt={submitCount} />
      <TextInput label="E-mail address" type="email" autoComplete="username" error={errors.email?.message} {...register('email')} />
      <TextInput label="Password" type="password" autoComplete="current-password" error={errors.password?.message} {...register('password')} />
      <Button type="submit" pending={isSubmitting} pendingLabel="Signing in…">
        Sign in
      </Button>
    </form>
  )
}
