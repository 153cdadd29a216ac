'use client'

import type { FormEventHandler, ReactNode } from 'react'
import type { Failure } from '@/lib/access/outcome'
import { Banner } from '../ui/banner'
import { ErrorSummary, type ErrorItem } from '../ui/error-summary'
import { DraftNotice } from './draft-notice'

type Props = {
  command: {
    submit: FormEventHandler<HTMLFormElement>
    errors: readonly ErrorItem[]
    attempt: number
    failure: Failure | null
    ready: boolean
    /** The draft that this form goes on from, where there was one. */
    unsaved?: string | undefined
  }
  /** Shown with a failure, e.g. both versions of a stale edit. */
  beside?: ReactNode
  className?: string
  children: ReactNode
}

/** The frame of every form: what went wrong at its top, then its fields. Closed until the page listens. */
export function CommandForm({ command, beside, className, children }: Props) {
  const { submit, errors, attempt, failure, ready, unsaved } = command
  return (
    <form onSubmit={submit} noValidate className={className} data-ready={ready || undefined}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {failure ? (
        <div className="mb-6">
          <Banner tone="important" title={TITLES[failure.kind] ?? 'This is not saved'} announce>
            <p>{failure.message}</p>
            {failure.kind === 'not_signed_in' ? (
              <p className="mt-2">
                <a href="/sign-in" target="_blank" rel="noreferrer">
                  Sign in in a new tab
                </a>
                , then come back here and send this again. Nothing you typed is lost.
              </p>
            ) : null}
            {failure.reference ? <p className="mt-2 text-sm">Reference for support: {failure.reference}</p> : null}
            {beside}
          </Banner>
        </div>
      ) : null}
      {unsaved ? <DraftNotice draftId={unsaved} /> : null}
      {children}
    </form>
  )
}

const TITLES: Partial<Record<Failure['kind'], string>> = {
  not_signed_in: 'You are signed out',
  unavailable: 'This is not saved yet',
  not_recorded: 'This is not saved',
  stale: 'Somebody else saved first',
  conflict: 'Somebody else was quicker',
  refused: 'This is not saved',
  not_found: 'This is not saved',
}
