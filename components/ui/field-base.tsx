import clsx from 'clsx'
import type { ReactNode } from 'react'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string
  optional?: boolean
  /** Keep the label for screen readers only: a search box beside its button, a control in a table. */
  labelHidden?: boolean
  labelSize?: 'normal' | 'large'
  fieldClassName?: string
}

export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export type ControlWidth = 'xs' | 's' | 'm' | 'l' | 'full'

export const CONTROL_WIDTHS: Record<ControlWidth, string> = {
  xs: 'max-w-24',
  s: 'max-w-40',
  m: 'max-w-72',
  l: 'max-w-lg',
  full: '',
}

/** Red text under a label or legend, said aloud as an error. */
export function ErrorMessage({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1.5 font-semibold text-red-text">
      <span className="sr-only">Error: </span>
      {children}
    </p>
  )
}

/** Quiet help under a label or legend. */
export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="mb-1.5 text-ink-soft">
      {children}
    </div>
  )
}

/** Label, hint, error, control: in that order, tied together for assistive technology. */
export function Field({
  id, label, hint, error, optional, labelHidden, labelSize, fieldClassName, describedBy, children,
}: FieldProps & { id: string; describedBy?: string; children: (control: ControlProps) => ReactNode }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean).join(' ')
  return (
    <div className={clsx(error && 'border-l-4 border-red pl-3.5', fieldClassName)}>
      <label
        htmlFor={id}
        className={clsx(labelHidden ? 'sr-only' : 'mb-1 block font-semibold', labelSize === 'large' && 'text-xl')}
      >
        {label}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </label>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}
