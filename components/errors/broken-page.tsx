'use client'

import { Button } from '../ui/button'
import { ErrorState } from '../ui/error-state'

const WORDS: Record<string, { title: string; text: string }> = {
  not_recorded: {
    title: 'Nothing was opened',
    text: 'Waymark cannot write its record of who opens and changes what, so nothing was opened or saved. Try again in a minute; if it goes on, tell support.',
  },
  unavailable: {
    title: 'Waymark cannot reach its records',
    text: 'Nothing was opened or saved. Try again in a minute; if it goes on, tell support.',
  },
}
const OTHER = { title: 'Something went wrong', text: 'It is not your doing, and nothing was saved. Try again; if it goes on, tell support.' }

/** A page that could not be shown, in plain words with a reference for support. The digest is 'kind:reference'. */
export function BrokenPage({ error }: { error: Error & { digest?: string } }) {
  const [kind = '', reference] = error.digest?.split(':') ?? []
  const { title, text } = WORDS[kind] ?? OTHER
  return (
    <ErrorState headingLevel={1} title={title} reference={reference ?? error.digest} action={<Button onClick={() => window.location.reload()}>Try again</Button>}>
      {text}
    </ErrorState>
  )
}
