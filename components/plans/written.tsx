import { parseMarkup, type Span } from '@/lib/pathway/markup'

/** A text of the little markup: paragraphs, lists and bold words, and whatever else was typed as text. */
export function Written({ text }: { text: string }) {
  return (
    <div dir="auto" className="space-y-2 wrap-anywhere">
      {parseMarkup(text).map(({ kind, lines }, at) =>
        kind === 'list' ? (
          <ul key={at} className="list-disc space-y-1 pl-6">
            {lines.map((spans, line) => <li key={line}><Spans spans={spans} /></li>)}
          </ul>
        ) : (
          <p key={at}>
            {lines.map((spans, line) => <span key={line} className="block"><Spans spans={spans} /></span>)}
          </p>
        ),
      )}
    </div>
  )
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map(({ text, bold }, at) => (bold ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>))
}
