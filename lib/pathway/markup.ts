/**
 * The little markup of a long text: paragraphs, lists whose lines begin with "- ", and **bold**. It becomes data and
 * never HTML, so that nothing written can run; whatever is none of these is text, as it was typed.
 */
export type Span = { readonly text: string; readonly bold: boolean }
export type TextBlock = { readonly kind: 'paragraph' | 'list'; readonly lines: readonly (readonly Span[])[] }

const ITEM = /^\s*[-•*]\s+/

/** The blocks of a text. A blank line ends a paragraph; a line break in one is kept. Never throws. */
export function parseMarkup(text: string): TextBlock[] {
  const blocks: { kind: TextBlock['kind']; lines: Span[][] }[] = []
  let ended = true
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (!line.trim()) {
      ended = true
      continue
    }
    const kind = ITEM.test(line) ? 'list' : 'paragraph'
    if (ended || blocks.at(-1)?.kind !== kind) blocks.push({ kind, lines: [] })
    ended = false
    blocks.at(-1)?.lines.push(spansOf(kind === 'list' ? line.replace(ITEM, '') : line.trim()))
  }
  return blocks
}

/** A line as pieces; asterisks that do not make a pair around something stay as they are. */
function spansOf(line: string): Span[] {
  return line
    .split(/(\*\*[^*]+\*\*)/)
    .map((piece) => (/^\*\*[^*]+\*\*$/.test(piece) ? { text: piece.slice(2, -2), bold: true } : { text: piece, bold: false }))
    .filter(({ text }) => text !== '')
}

/** The words alone, a line for each line: what is measured and compared. */
export function plainWords(text: string): string {
  return parseMarkup(text).flatMap(({ lines }) => lines.map((line) => line.map((span) => span.text).join(''))).join('\n')
}
