import type { ReactNode } from 'react'
import { ButtonLink } from './button'

type Props = {
  title?: string
  children?: ReactNode
  /** What to quote when asking for help; never what went wrong inside. */
  reference?: string
  retry?: { href: string; label?: string }
  /** A button instead of a link, for a page that can try again by itself. */
  action?: ReactNode
  headingLevel?: 1 | 2
}

/** Something failed: what it means for the reader, what is safe, what to do next. */
export function ErrorState({
  title = 'Something went wrong', children, reference, retry, action, headingLevel = 1,
}: Props) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2'
  return (
    <div role="alert" className="max-w-prose">
      <Heading>{title}</Heading>
      <div className="wm-prose mt-3">
        {children ?? (
          <p>
            Nothing you saved has been lost. Try again; if it happens once more, tell your system administrator.
          </p>
        )}
        {reference ? (
          <p className="text-ink-soft">
            Reference: <span className="font-mono text-ink">{reference}</span>
          </p>
        ) : null}
      </div>
      {retry || action ? (
        <div className="mt-5 flex flex-wrap gap-3">
          {action}
          {retry ? <ButtonLink href={retry.href}>{retry.label ?? 'Try again'}</ButtonLink> : null}
        </div>
      ) : null}
    </div>
  )
}
