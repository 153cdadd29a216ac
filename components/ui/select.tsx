import clsx from 'clsx'
import { useId, type ComponentProps } from 'react'
import { CONTROL_WIDTHS, Field, type ControlWidth, type FieldProps } from './field-base'

export type SelectOption = { value: string; label: string; disabled?: boolean }
type SelectGroup = { label: string; options: readonly SelectOption[] }

type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, 'width' | 'children'> & {
    options: readonly (SelectOption | SelectGroup)[]
    /** The first, empty choice. */
    placeholder?: string
    width?: ControlWidth
  }

/** A native select: for a known list too long for radios. */
export function Select({
  label, hint, error, optional, labelHidden, labelSize, fieldClassName,
  options, placeholder, width = 'm', className, ...rest
}: SelectProps) {
  const made = useId()
  const field = { label, hint, error, optional, labelHidden, labelSize, fieldClassName }
  return (
    <Field {...field} id={rest.id ?? rest.name ?? made}>
      {(control) => (
        <select {...rest} {...control} className={clsx('wm-control block', CONTROL_WIDTHS[width], className)}>
          {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map((option) => <Choice key={option.value} {...option} />)}
              </optgroup>
            ) : (
              <Choice key={entry.value} {...entry} />
            ),
          )}
        </select>
      )}
    </Field>
  )
}

function Choice({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  )
}
