import { useId, type ComponentProps, type ReactNode } from 'react'
import { Choice, choiceListClass, type ChoiceLayout, type ChoiceOption } from './choice'
import { ErrorMessage } from './field-base'
import { Fieldset, type FieldsetProps } from './fieldset'

type InputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'name'>

type Props = FieldsetProps &
  ChoiceLayout &
  InputProps & {
    name: string
    options: readonly ChoiceOption[]
    value?: readonly string[]
    defaultValue?: readonly string[]
  }

/** Any number of answers. With `register()` the value is an array of strings; in a plain form use `getAll(name)`. */
export function Checkboxes({
  id, name, legend, hint, error, optional, legendHidden, legendSize, fieldClassName,
  options, inline, small, value, defaultValue, ...input
}: Props) {
  const group = id ?? name
  const fieldset = { legend, hint, error, optional, legendHidden, legendSize, fieldClassName }
  return (
    <Fieldset {...fieldset} id={group}>
      <div className={choiceListClass({ inline, small })}>
        {options.map((option, index) => (
          <Choice
            {...input}
            {...option}
            key={option.value}
            type="checkbox"
            id={`${group}-${index + 1}`}
            name={name}
            small={small}
            disabled={option.disabled ?? input.disabled}
            checked={value?.includes(option.value)}
            defaultChecked={defaultValue?.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  )
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
  error?: string
  small?: boolean
  reveal?: ReactNode
}

/** A single yes-or-nothing checkbox, without a group around it. Without a `value`, `register()` gives true or false. */
export function Checkbox({ label, hint, error, small, reveal, ...input }: CheckboxProps) {
  const made = useId()
  const id = input.id ?? input.name ?? made
  const choice = (
    <Choice
      {...input}
      type="checkbox"
      id={id}
      label={label}
      hint={hint}
      reveal={reveal}
      small={small}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    />
  )
  if (!error) return choice
  return (
    <div className="border-l-4 border-red pl-3.5">
      <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>
      {choice}
    </div>
  )
}
