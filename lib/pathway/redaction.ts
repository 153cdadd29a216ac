/**
 * Blacking words out of a passage. What is withheld is a stretch of the frozen text; what is given is the rest, and
 * nothing of a withheld stretch is in it. Pure: the same in the browser that shows it and on the server that writes
 * the file.
 */
import type { Ground } from './subject-access'

/** What stands in a file in place of words that were withheld. */
export const WITHHELD_WORDS = '[withheld]'

export const VERDICTS = [
  { id: 'give', label: 'Give all of it' },
  { id: 'part', label: 'Give it with words blacked out' },
  { id: 'whole', label: 'Withhold all of it' },
] as const
export type Verdict = (typeof VERDICTS)[number]['id']

/** Words that are withheld wherever they stand in the passage, and why. */
export type Blackout = { readonly words: string; readonly ground: Ground }

/** A stretch of a text, from `start` up to and not including `end`. */
export type Cut = { readonly start: number; readonly end: number; readonly ground: Ground }

const CAPITAL = /^\p{Lu}/u

/** What somebody decided of a passage. `ground` is of a passage that is withheld whole. */
export type Decision = { readonly verdict: Verdict; readonly ground: Ground | null; readonly blackouts: readonly Blackout[]; readonly note: string }

// what stands within a number that is written to be read
const GAP = '[\\s()./-]*'
const NUMBER = /^\+?(?:[\s()./-]*\d){7,}[\s()./-]*$/
const WITHIN = '(?<![\\p{L}\\p{N}])'

/** A phone, or any long number, as it may be written: with whatever stands between its digits, and from here or from abroad. */
function numberAs(words: string): string {
  const digits = words.replace(/\D/g, '').replace(/^(?:(?:00)?44|0)(?=\d{9,10}$)/, '')
  return `${WITHIN}(?:(?:\\+|00)44${GAP}0?${GAP}|0${GAP})?${[...digits].join(GAP)}(?![\\p{L}\\p{N}])`
}

// one person types the apostrophe of the keyboard, and another one's telephone makes it round
const wordAs = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’‘ʼ`´]/g, "['’‘ʼ`´]").replace(/[-‐‑–]/g, '[\\-‐‑–]')

/**
 * Where the words stand in the text: as whole words, whatever their case, with any space between them, any apostrophe
 * or hyphen within, and a long number whatever its spaces; overlapping ones too. One word with a capital is a name, and
 * stands where there is a capital: Will, and not will. Empty where they are nowhere, or there are none.
 */
export function occurrencesOf(text: string, words: string): { start: number; end: number }[] {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (!parts.length) return []
  const [first = '', last = ''] = [words.trim().charAt(0), words.trim().slice(-1)]
  const before = /[\p{L}\p{N}]/u.test(first) ? WITHIN : ''
  const after = /[\p{L}\p{N}]/u.test(last) ? '(?![\\p{L}\\p{N}])' : ''
  const find = new RegExp(NUMBER.test(words) ? numberAs(words) : `${before}${parts.map(wordAs).join('\\s+')}${after}`, 'giu')
  const isName = parts.length === 1 && CAPITAL.test(first)
  const found: { start: number; end: number }[] = []
  for (let match = find.exec(text); match; match = find.exec(text)) {
    if (!isName || CAPITAL.test(match[0])) found.push({ start: match.index, end: match.index + match[0].length })
    find.lastIndex = match.index + 1
  }
  return found
}

/**
 * What is cut from a text, in order and without overlap: where stretches meet, they are one, with the ground of the
 * one that begins first. `locks` are always cut.
 */
export function cutsOf(text: string, blackouts: readonly Blackout[], locks: readonly Cut[]): Cut[] {
  const all = [...locks, ...blackouts.flatMap(({ words, ground }) => occurrencesOf(text, words).map((at) => ({ ...at, ground })))]
    .map(({ start, end, ground }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), ground }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Cut[] = []
  for (const cut of all) {
    const before = merged.at(-1)
    if (before && cut.start < before.end) merged[merged.length - 1] = { ...before, end: Math.max(before.end, cut.end) }
    else merged.push(cut)
  }
  return merged
}

/** The text in order, as what is given (`ground` null) and what is not. Together they are the whole text. */
export function piecesOf(text: string, cuts: readonly Cut[]): { text: string; ground: Ground | null }[] {
  const pieces: { text: string; ground: Ground | null }[] = []
  let at = 0
  for (const { start, end, ground } of cuts) {
    if (start > at) pieces.push({ text: text.slice(at, start), ground: null })
    pieces.push({ text: text.slice(start, end), ground })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), ground: null })
  return pieces
}

/** The text as it is given: each stretch that is withheld is `WITHHELD_WORDS`. */
export function redacted(text: string, cuts: readonly Cut[]): string {
  return piecesOf(text, cuts).map((piece) => (piece.ground ? WITHHELD_WORDS : piece.text)).join('')
}

/** The sentences and lines of a text, each once, to choose from. */
export function sentencesOf(text: string): string[] {
  const sentences = text.split('\n').flatMap((line) => line.match(/[^.!?]+(?:[.!?]+["”’)]*|$)/g) ?? []).map((sentence) => sentence.trim())
  return [...new Set(sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)))]
}

/** A passage as it is given. Null text: it is withheld whole, for `ground`. */
export type Given = { text: string | null; ground: Ground | null; cuts: { ground: Ground; many: number }[] }

/** What a decision gives of a passage. What is locked is never given, whatever was decided. */
export function givenOf(text: string, locks: readonly Cut[], { verdict, ground, blackouts }: Pick<Decision, 'verdict' | 'ground' | 'blackouts'>): Given {
  if (verdict === 'whole') return { text: null, ground, cuts: [] }
  const cuts = cutsOf(text, verdict === 'part' ? blackouts : [], locks)
  return { text: redacted(text, cuts), ground: null, cuts: countBy(cuts.map((cut) => cut.ground)) }
}

/** How often each ground was used, in the order of first use. */
export function countBy(grounds: readonly Ground[]): { ground: Ground; many: number }[] {
  const counts = new Map<Ground, number>()
  for (const ground of grounds) counts.set(ground, (counts.get(ground) ?? 0) + 1)
  return [...counts].map(([ground, many]) => ({ ground, many }))
}
