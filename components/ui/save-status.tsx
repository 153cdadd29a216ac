import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'

type Props =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; /** e.g. 10:42 */ at: string }
  | { state: 'unsaved'; /** Why, and what to do; in a sentence. */ message?: string }

/** Whether what was typed is safe. Keep it mounted, so that a change is heard. */
export function SaveStatus(props: Props) {
  const { state } = props
  return (
    <p
      aria-live="polite"
      className="flex min-h-6 items-center gap-1.5 text-[0.9375rem] text-ink-soft tabular-nums no-print"
    >
      {state === 'saving' ? (
        <>
          <LoaderCircle className="size-4 animate-spin motion-reduce:animate-none" />
          Saving…
        </>
      ) : null}
      {state === 'saved' ? (
        <>
          <Check className="size-4 text-green-text" strokeWidth={2.5} />
          Saved {props.at}
        </>
      ) : null}
      {state === 'unsaved' ? (
        <span className="flex items-start gap-1.5 font-semibold text-ink">
          <TriangleAlert className="mt-0.5 size-4 flex-none text-red" strokeWidth={2.25} />
          <span>Not saved yet. {props.message ?? 'What you typed is kept on this page.'}</span>
        </span>
      ) : null}
    </p>
  )
}
