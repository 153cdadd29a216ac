import type { Route } from 'next'
import Link from 'next/link'
import type { ComponentProps } from 'react'

export type TextLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string }

/**
 * A link inside the app, taking any path as a string. Nothing is fetched ahead unless asked for:
 * opening a record is written to the audit log, so merely showing its link must not open it.
 */
export function TextLink({ href, prefetch = false, ...rest }: TextLinkProps) {
  return <Link href={href as Route} prefetch={prefetch} {...rest} />
}
