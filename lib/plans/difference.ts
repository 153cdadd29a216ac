import { diffWordsWithSpace } from 'diff'
import { plainWords } from '../pathway/markup'

/** A piece of a compared text: in both, only in the newer, or only in the older. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }
export type PartDifference = { key: string; label: string; pieces: Piece[] }

/** Milliseconds after which two texts are shown whole, one after the other, rather than compared. */
const LONG_ENOUGH = 400

/** Two texts, word by word. Nothing of either is lost: what is the same and removed is the older, the same and added the newer. */
export function differenceOf(was: string, is: string): Piece[] {
  const parts = diffWordsWithSpace(was, is, { timeout: LONG_ENOUGH })
  if (!parts) return [{ kind: 'removed' as const, text: was }, { kind: 'added' as const, text: is }].filter(({ text }) => text)
  return parts.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
}

/** The parts of a plan that differ between two versions, as `flat` gives them, under their labels. */
export function differencesOf(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): PartDifference[] {
  return Object.entries(labels)
    .filter(([key]) => (was[key] ?? '') !== (is[key] ?? ''))
    .map(([key, label]) => ({ key, label, pieces: differenceOf(plainWords(was[key] ?? ''), plainWords(is[key] ?? '')) }))
}
