import clsx from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { CharacterCount } from './character-count'
import { CONTROL_WIDTHS, Field, type ControlWidth, type FieldProps } from './field-base'

export { ErrorMessage, Field, Hint, type ControlProps, type ControlWidth, type FieldProps } from './field-base'
export { Select, type SelectOption } from './select'

type TextInputProps = FieldProps &
  Omit<ComponentProps<'input'>, 'prefix' | 'width'> & {
    width?: ControlWidth
    prefix?: ReactNode
    suffix?: ReactNode
  }

/** One line of text. Works with react-hook-form's `register()` and uncontrolled in a plain form. */
export function TextInput({
  label, hint, error, optional, labelHidden, labelSize, fieldClassName,
  width = 'full', prefix, suffix, className, ...rest
}: TextInputProps) {
  const made = useId()
  const field = { label, hint, error, optional, labelHidden, labelSize, fieldClassName }
  return (
    <Field {...field} id={rest.id ?? rest.name ?? made}>
      {(control) => (
        <div className="flex items-center gap-2">
          {prefix ? <span className="text-ink-soft">{prefix}</span> : null}
          <input
            type="text"
            autoComplete="off"
            {...rest}
            {...control}
            className={clsx('wm-control', CONTROL_WIDTHS[width], className)}
          />
          {suffix ? <span className="text-ink-soft">{suffix}</span> : null}
        </div>
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps & ComponentProps<'textarea'> & { maxCount?: number }

/** Several lines of text; `maxCount` adds a count of the characters left and never cuts anything off. */
export function TextArea({
  label, hint, error, optional, labelHidden, labelSize, fieldClassName, maxCount, className, rows = 5, ...rest
}: TextAreaProps) {
  const made = useId()
  const id = rest.id ?? rest.name ?? made
  const field = { label, hint, error, optional, labelHidden, labelSize, fieldClassName }
  return (
    <Field {...field} id={id} describedBy={maxCount ? `${id}-count` : undefined}>
      {(control) => (
        <>
          <textarea rows={rows} {...rest} {...control} className={clsx('wm-control block', className)} />
          {maxCount ? <CharacterCount controlId={id} max={maxCount} /> : null}
        </>
      )}
    </Field>
  )
}
