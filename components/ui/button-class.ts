import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'warning'
export type ButtonSize = 'normal' | 'small'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-primary bg-primary text-white! hover:border-primary-strong hover:bg-primary-strong',
  secondary: 'border-control bg-surface text-ink! hover:border-ink hover:bg-sunk',
  quiet: 'border-transparent bg-transparent text-link! underline decoration-1 underline-offset-[0.15em] hover:bg-sunk',
  warning: 'border-red bg-red text-white! hover:border-red-text hover:bg-red-text',
}

const SIZES: Record<ButtonSize, string> = {
  normal: 'min-h-11 px-4 py-2 sm:min-h-10 sm:py-1.5',
  small: 'min-h-8 px-2.5 py-1 text-sm',
}

/** The classes of a button, for the elements that look like one. */
export function buttonClass(variant: ButtonVariant = 'primary', size: ButtonSize = 'normal', className?: string) {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded border text-center font-semibold leading-snug',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-75',
    'focus-visible:rounded no-print',
    variant !== 'quiet' && 'no-underline!',
    VARIANTS[variant],
    SIZES[size],
    className,
  )
}
