'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class'

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  pendingLabel?: string
}

/**
 * The submit button of a `<form action>`. While the form is being sent it cannot be pressed twice and says
 * what is happening; with a `name` and `value` only the button that was pressed changes its words.
 */
export function SubmitButton({ variant, size, pendingLabel = 'Saving…', className, children, ...rest }: Props) {
  const { pending, data } = useFormStatus()
  const pressed = pending && (!rest.name || data?.get(rest.name) === String(rest.value ?? ''))
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else rest.onClick?.(event)
      }}
      className={buttonClass(variant, size, className)}
    >
      <span aria-live="polite">{pressed ? pendingLabel : children}</span>
    </button>
  )
}
