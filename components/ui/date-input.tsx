import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { Fieldset, type FieldsetProps } from './fieldset'

export type DatePart = 'day' | 'month' | 'year'

const PARTS: readonly { part: DatePart; label: string; length: number; width: string }[] = [
  { part: 'day', label: 'Day', length: 2, width: 'w-14' },
  { part: 'month', label: 'Month', length: 2, width: 'w-14' },
  { part: 'year', label: 'Year', length: 4, width: 'w-20' },
]

type Props = FieldsetProps & {
  id?: string
  name: string
  defaultValue?: Partial<Record<DatePart, string>>
  /** The parts the error is about; all of them unless said. */
  errorParts?: readonly DatePart[]
  /** For react-hook-form: `part={(p) => register(`when.${p}`)}`. */
  part?: (part: DatePart) => ComponentProps<'input'>
  /** A date of birth, offered to the browser's own filling in. */
  autoComplete?: 'bday' | 'off'
  disabled?: boolean
}

/** A date people know, in three parts named `name.day`, `name.month` and `name.year`. */
export function DateInput({
  id, name, legend, hint = 'For example, 27 3 2026', error, optional, legendHidden, legendSize, fieldClassName,
  defaultValue, errorParts, part: registered, autoComplete = 'off', disabled,
}: Props) {
  const group = id ?? name
  const fieldset = { legend, hint, error, optional, legendHidden, legendSize, fieldClassName }
  return (
    <Fieldset {...fieldset} id={group} role="group">
      <div className="flex flex-wrap gap-4">
        {PARTS.map(({ part, label, length, width }) => {
          const wrong = Boolean(error) && (errorParts ?? ['day', 'month', 'year']).includes(part)
          return (
            <div key={part}>
              <label htmlFor={`${group}-${part}`} className="mb-0.5 block text-[0.9375rem]">
                {label}
              </label>
              <input
                type="text"
                inputMode="numeric"
                name={`${name}.${part}`}
                maxLength={length}
                defaultValue={registered ? undefined : (defaultValue?.[part] ?? '')}
                autoComplete={autoComplete === 'bday' ? `bday-${part}` : 'off'}
                disabled={disabled}
                {...registered?.(part)}
                id={`${group}-${part}`}
                aria-invalid={wrong || undefined}
                aria-describedby={wrong ? `${group}-error` : undefined}
                className={clsx('wm-control tabular-nums', width)}
              />
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
