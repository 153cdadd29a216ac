import type { ComponentProps } from 'react'
import { Choice, choiceListClass, type ChoiceLayout, type ChoiceOption } from './choice'
import { Fieldset, type FieldsetProps } from './fieldset'

type Props = FieldsetProps &
  ChoiceLayout &
  Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'name'> & {
    name: string
    options: readonly ChoiceOption[]
    /** Controlled choice; leave out with `register()` or in a plain form. */
    value?: string
    defaultValue?: string
  }

/** One answer out of a few. Works with `register()` (its ref goes to each radio) and in a plain form. */
export function Radios({
  id, name, legend, hint, error, optional, legendHidden, legendSize, fieldClassName,
  options, inline, small, value, defaultValue, ...input
}: Props) {
  const group = id ?? name
  const fieldset = { legend, hint, error, optional, legendHidden, legendSize, fieldClassName }
  return (
    <Fieldset {...fieldset} id={group} role="radiogroup">
      <div className={choiceListClass({ inline, small })}>
        {options.map((option, index) => (
          <Choice
            {...input}
            {...option}
            key={option.value}
            type="radio"
            id={`${group}-${index + 1}`}
            name={name}
            small={small}
            disabled={option.disabled ?? input.disabled}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
          />
        ))}
      </div>
    </Fieldset>
  )
}
