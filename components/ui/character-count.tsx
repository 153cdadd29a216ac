'use client'

import clsx from 'clsx'
import { useEffect, useState } from 'react'

/** Counts the characters of the text area it stands under, and says the count aloud after a pause in typing. */
export function CharacterCount({ controlId, max }: { controlId: string; max: number }) {
  const [length, setLength] = useState(0)
  const [spoken, setSpoken] = useState('')
  const left = max - length
  const words = left >= 0 ? `${plural(left)} remaining` : `${plural(-left)} too many`

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return
    const count = () => setLength(control.value.length)
    const afterReset = () => setTimeout(count)
    const first = setTimeout(count)
    control.addEventListener('input', count)
    control.form?.addEventListener('reset', afterReset)
    return () => {
      clearTimeout(first)
      control.removeEventListener('input', count)
      control.form?.removeEventListener('reset', afterReset)
    }
  }, [controlId])

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(left <= max * 0.25 ? words : ''), 1000)
    return () => clearTimeout(timer)
  }, [words, left, max])

  return (
    <div className="mt-1 text-sm no-print">
      <span id={`${controlId}-count`} className="sr-only">
        You can enter up to {max.toLocaleString('en-GB')} characters.
      </span>
      <span aria-hidden="true" className={clsx(left < 0 ? 'font-semibold text-red-text' : 'text-ink-soft')}>
        You have {words}
      </span>
      <span className="sr-only" role="status">
        {spoken && `You have ${spoken}`}
      </span>
    </div>
  )
}

function plural(count: number) {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`
}
