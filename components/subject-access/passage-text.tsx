import { piecesOf, type Cut } from '@/lib/pathway/redaction'

/** A passage with what is withheld of it struck out in black: still to be read here, and in no copy. */
export function PassageText({ text, cuts, whole = false }: { text: string; cuts: readonly Cut[]; whole?: boolean }) {
  const pieces = whole ? [{ text, ground: 'whole' }] : piecesOf(text, cuts)
  return (
    <div className="rounded-lg border bg-surface px-4 py-4 leading-relaxed whitespace-pre-line wrap-anywhere sm:px-5">
      {pieces.map((piece, at) =>
        piece.ground ? (
          <del key={at} className="bg-ink px-0.5 text-white no-underline wm-ink-exact forced-colors:line-through">
            <span className="sr-only"> (withheld from here) </span>
            {piece.text}
            <span className="sr-only"> (to here) </span>
          </del>
        ) : (
          <span key={at}>{piece.text}</span>
        ),
      )}
    </div>
  )
}
