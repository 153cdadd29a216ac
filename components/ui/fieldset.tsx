import clsx from 'clsx'
import type { ReactNode } from 'react'
import { ErrorMessage, Hint } from './field-base'

export type FieldsetProps = {
  legend: ReactNode
  hint?: ReactNode
  error?: string
  optional?: boolean
  legendHidden?: boolean
  legendSize?: 'normal' | 'large'
  fieldClassName?: string
}

/** A group of controls under one question. Its id is the field's name, so an error summary can link to it. */
export function Fieldset({
  id, legend, hint, error, optional, legendHidden, legendSize, fieldClassName, role, children,
}: FieldsetProps & { id: string; role?: 'radiogroup' | 'group'; children: ReactNode }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  // the red edge is on a box around the fieldset, since a legend cuts into its fieldset's own border
  return (
    <div className={clsx(error && 'border-l-4 border-red pl-3.5', fieldClassName)}>
      <fieldset
        id={id}
        role={role}
        aria-describedby={described || undefined}
        aria-invalid={role === 'radiogroup' && error ? true : undefined}
        className="min-w-0"
      >
        <legend
          className={clsx(legendHidden ? 'sr-only' : 'mb-1 block font-semibold', legendSize === 'large' && 'text-xl')}
        >
          {legend}
          {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
        </legend>
        {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
        {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
        {children}
      </fieldset>
    </div>
  )
}
