import type { ComponentProps } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class'
import { TextLink, type TextLinkProps } from './text-link'

export { SubmitButton } from './submit-button'

type Look = { variant?: ButtonVariant; size?: ButtonSize }

export type ButtonProps = ComponentProps<'button'> & Look & { pending?: boolean; pendingLabel?: string }

/**
 * A button. While `pending` it keeps its place and the focus, says so, and does nothing when pressed again.
 * Inside a `<form action>` use `SubmitButton`, which knows by itself when it is pending.
 */
export function Button({ variant, size, pending, pendingLabel, className, children, type, ...rest }: ButtonProps) {
  const held = pending ? { 'aria-disabled': true, onClick: hold } : null
  return (
    <button type={type ?? 'button'} {...rest} {...held} className={buttonClass(variant, size, className)}>
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}

function hold(event: { preventDefault(): void }) {
  event.preventDefault()
}

/** A link that looks like a button: for going somewhere, not for changing something. */
export function ButtonLink({ variant, size, className, ...rest }: TextLinkProps & Look) {
  return <TextLink {...rest} className={buttonClass(variant, size, className)} />
}
