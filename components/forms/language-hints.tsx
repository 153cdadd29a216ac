'use client'

import { useEffect, useState } from 'react'
import { hintsIn, withBetter, type LanguageHint } from '@/lib/pathway/language'
import { Button } from '../ui/button'

type Props = {
  /** The id of the text box above. */
  controlId: string
  /** What stands in it. */
  text: string
  /** Puts other text in its place. */
  onReplace: (text: string) => void
}

// a hint for half a word would come and go with every key
const PAUSE = 600

/**
 * Asks gently about words that blame a child, beneath the text box they stand in, each with a better phrase one
 * press away. Nothing is blocked, and quotations are left alone. Not for a box that holds the child's own words.
 */
export function LanguageHints({ controlId, text, onReplace }: Props) {
  const [settled, setSettled] = useState(text)
  const [left, setLeft] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])

  // what was settled may be older than what stands there: only what is still there is asked about
  const hints = settled === text ? hintsIn(text).filter(({ found }) => !left.includes(found.toLowerCase())) : []
  const back = (at: number) => {
    const box = document.getElementById(controlId)
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return
    box.focus()
    box.setSelectionRange(at, at)
  }
  const use = (hint: LanguageHint) => {
    const next = withBetter(text, hint)
    onReplace(next)
    setSettled(next)
    setSaid(`Replaced with “${hint.better}”`)
    setTimeout(() => back(hint.start + hint.better.length))
  }
  const leave = (hint: LanguageHint) => {
    setLeft([...left, hint.found.toLowerCase()])
    setSaid('Left as it is')
    setTimeout(() => back(hint.end))
  }

  return (
    <div className="no-print">
      <p role="status" className="sr-only">{said}</p>
      <ul aria-live="polite" aria-label="Words to look at again" className={hints.length ? 'mt-2 space-y-2' : undefined}>
        {hints.map((hint) => (
          <li key={`${hint.start} ${hint.found}`} className="rounded border-l-4 border-amber-line bg-amber-wash px-3 py-2 text-[0.9375rem]">
            <p>
              <span className="font-semibold">“{hint.found}”</span> could be <span className="font-semibold">“{hint.better}”</span>. {hint.why}
            </p>
            <p className="mt-1 flex flex-wrap gap-2">
              <Button size="small" variant="secondary" onClick={() => use(hint)}>
                Use “{hint.better}”
              </Button>
              <Button size="small" variant="quiet" onClick={() => leave(hint)}>
                Leave it<span className="sr-only"> as it is, “{hint.found}”</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
