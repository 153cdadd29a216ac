'use client'

import { useEffect, useId, useRef, type MouseEvent } from 'react'

export type ErrorItem = { href: `#${string}`; message: string }

type Props = {
  errors: readonly ErrorItem[]
  title?: string
  /** Change this to take the focus again though the errors are the same, e.g. the count of attempts. */
  attempt?: number | string
}

/**
 * Says what is wrong at the top of a form. Takes the focus when it appears and when the errors change;
 * each line leads to its field (`#name` works for a group of radios or a date too). Shows nothing without errors.
 */
export function ErrorSummary({ errors: given, title = 'There is a problem', attempt }: Props) {
  const errors = [...given].sort(inPageOrder)
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const signature = errors.map((error) => `${error.href} ${error.message}`).join('\n')

  useEffect(() => {
    if (signature) box.current?.focus()
  }, [signature, attempt])

  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="wm-error-summary mb-6 rounded-lg border-[3px] border-red bg-surface px-5 py-4"
    >
      <h2 id={titleId} className="mb-2">
        {title}
      </h2>
      <ul className="list-none! space-y-1.5 pl-0!">
        {errors.map((error) => (
          <li key={error.href + error.message}>
            <a href={error.href} onClick={toField} className="font-semibold text-red-text!">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Errors read in the order of their fields on the page, whatever order they were found in. */
function inPageOrder(a: ErrorItem, b: ErrorItem): number {
  if (typeof document === 'undefined') return 0
  const [first, second] = [a, b].map(({ href }) => document.getElementById(decodeURIComponent(href.slice(1))))
  if (!first || !second || first === second) return 0
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

const CONTROLS = 'input:not([type=hidden]):not(:disabled), select, textarea, button, [contenteditable=true]'

function first(within: HTMLElement, selector: string) {
  return within.querySelector<HTMLElement>(selector)
}

function toField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!target) return
  event.preventDefault()
  // a field in a fold that somebody closed
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  const inside = first(target, '[aria-invalid=true], :checked') ?? first(target, CONTROLS)
  const legend = target.closest('fieldset')?.querySelector('legend')
  const heading = legend ?? document.querySelector(`label[for="${CSS.escape(target.id)}"]`) ?? target
  heading.scrollIntoView({ block: 'start' })
  const control = target.matches(CONTROLS) ? target : (inside ?? target)
  control.focus({ preventScroll: true })
}
