import clsx from 'clsx'
import type { ComponentProps, CSSProperties, ReactNode } from 'react'

export type ChoiceOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Shown while this option is chosen; plain CSS, so it works before and without script. */
  reveal?: ReactNode
}

export type ChoiceLayout = { inline?: boolean; small?: boolean }

/** One radio or checkbox with its label, hint and what it reveals. Use through `Radios` and `Checkboxes`. */
export function Choice({
  id, label, hint, reveal, small, 'aria-describedby': described, ...input
}: Omit<ComponentProps<'input'>, 'id'> & Omit<ChoiceOption, 'value'> & { id: string; small?: boolean }) {
  const size = { '--choice-size': small ? '1.125rem' : '1.5rem' } as CSSProperties
  return (
    <div className="wm-choice">
      <div className={clsx('wm-choice-row relative flex w-fit max-w-full items-start', small ? 'gap-2' : 'gap-3')}>
        <input
          {...input}
          id={id}
          aria-describedby={[hint && `${id}-hint`, described].filter(Boolean).join(' ') || undefined}
          style={size}
          className={clsx('wm-choice-input relative z-1', small ? 'my-1' : 'my-2 sm:my-1.5')}
        />
        <div className={clsx('wm-choice-text min-w-0', small ? 'py-0.5' : 'py-2 sm:py-1.5')}>
          <label htmlFor={id} className="block before:absolute before:inset-0 before:content-['']">
            {label}
          </label>
          {hint ? (
            <div id={`${id}-hint`} className="text-[0.9375rem] text-ink-soft [&_a]:relative [&_a]:z-1">
              {hint}
            </div>
          ) : null}
        </div>
      </div>
      {reveal ? (
        <div className={clsx('wm-reveal my-2 border-l-2 border-control pl-5', small ? 'ml-2' : 'ml-[0.6875rem]')}>
          {reveal}
        </div>
      ) : null}
    </div>
  )
}

/** The classes of a list of choices. */
export function choiceListClass({ inline, small }: ChoiceLayout) {
  return clsx(inline ? 'flex flex-wrap gap-x-6 gap-y-1' : 'space-y-0.5', small && 'text-[0.9375rem]')
}
