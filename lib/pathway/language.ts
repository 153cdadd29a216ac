/**
 * Gentle questions about words that blame a child (DOMAIN 4, Words): never blocked, and what stands in quotation
 * marks is left alone, because a child's own words are hers. Positions count UTF-16 units, as a text box does.
 */
import { LANGUAGE_RULES, type LanguageRule } from './language-rules'

export type LanguageHint = {
  readonly rule: string
  readonly start: number
  readonly end: number
  /** The words as they stand. */
  readonly found: string
  readonly better: string
  readonly why: string
}

type Span = { readonly start: number; readonly end: number }

const whole = ({ pattern }: LanguageRule) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu')
const RULES = LANGUAGE_RULES.map((rule) => ({ ...rule, expression: whole(rule) }))

const LETTER = /[\p{L}\p{N}]/u

/**
 * The spans of quotations, marks included, in order: “ ” and « » and straight double marks within a paragraph;
 * ‘ ’ and straight single marks where they stand around words, so that an apostrophe opens nothing. A double
 * mark that is open still protects what follows it: somebody is typing the quotation.
 */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < text.length; at++) {
    const end = closingOf(text, at)
    if (end === null) continue
    spans.push({ start: at, end: end + 1 })
    at = end
  }
  return spans
}

/** Where the quotation that opens at this character ends; null where none does. */
function closingOf(text: string, at: number): number | null {
  const mark = text[at]
  if (mark === '“') return found(text.indexOf('”', at + 1), text.length - 1)
  if (mark === '«') return found(text.indexOf('»', at + 1), text.length - 1)
  if (mark === '"') return found(before(text.indexOf('"', at + 1), paragraphEnd(text, at)), paragraphEnd(text, at) - 1)
  if (mark === '‘' || (mark === "'" && opens(text, at))) return singleEnd(text, at, mark === '‘' ? '’' : "'")
  return null
}

const found = (at: number, otherwise: number) => (at === -1 ? otherwise : at)
const before = (at: number, limit: number) => (at < limit ? at : -1)

function paragraphEnd(text: string, from: number): number {
  const gap = text.slice(from).search(/\n\s*\n/)
  return gap === -1 ? text.length : from + gap
}

/** A straight single mark opens where something may begin before it and a word stands after it. */
function opens(text: string, at: number): boolean {
  return /[\s([{“"–—-]/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}([“"£…]/u.test(text[at + 1] ?? ' ')
}

/** The last mark that may close, before the next one that opens: “the boys’ flat” within single marks stays whole. */
function singleEnd(text: string, from: number, mark: string): number | null {
  const limit = paragraphEnd(text, from)
  let last: number | null = null
  for (let at = from + 1; at < limit; at++) {
    if (text[at] === '‘' || (text[at] === "'" && mark === "'" && opens(text, at))) break
    if (text[at] === mark && !/\s/.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + 1] ?? ' ')) last = at
  }
  return last
}

/** What could be said better in a text, in its order and never overlapping. */
export function hintsIn(text: string): LanguageHint[] {
  const quoted = quotedSpans(text)
  const overlaps = (spans: readonly Span[], start: number, end: number) => spans.some((span) => span.start < end && span.end > start)
  const hints: LanguageHint[] = []
  // the longer rules of the list come first, and what one has taken no other questions
  for (const { id, expression, better, why } of RULES) {
    for (const match of text.matchAll(expression)) {
      const [words] = match
      const end = match.index + words.length
      if (overlaps(quoted, match.index, end) || overlaps(hints, match.index, end)) continue
      const phrase = typeof better === 'string' ? better : better(match[1] ?? '')
      hints.push({ rule: id, start: match.index, end, found: words, better: inTheCaseOf(words, phrase), why })
    }
  }
  return hints.sort((a, b) => a.start - b.start)
}

function inTheCaseOf(words: string, phrase: string): string {
  return /^\p{Lu}/u.test(words) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
}

/** The text with that one phrase replaced and everything else as it is; the text itself where the phrase is not there any more. */
export function withBetter(text: string, hint: Pick<LanguageHint, 'start' | 'end' | 'found' | 'better'>): string {
  if (text.slice(hint.start, hint.end) !== hint.found) return text
  return text.slice(0, hint.start) + hint.better + text.slice(hint.end)
}

/** The text with every hint taken: what is left has none. */
export function withAllBetter(text: string): string {
  return hintsIn(text).reduceRight(withBetter, text)
}
