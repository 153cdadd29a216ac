'use client'

import { useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'

/** Milliseconds: shorter than the server takes somebody for gone after. */
const AGAIN = 3 * 60_000

/** Tells that somebody has a form open to write in it: once at the start, then while they type, every few minutes. */
export function useWriting<F extends FieldValues>(form: UseFormReturn<F>, tell: () => void): void {
  const say = useRef(tell)
  useEffect(() => {
    say.current = tell
  })
  useEffect(() => {
    let last = Date.now()
    say.current()
    return form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ isDirty }) => {
        if (!isDirty || Date.now() - last < AGAIN) return
        last = Date.now()
        say.current()
      },
    })
  }, [form])
}
