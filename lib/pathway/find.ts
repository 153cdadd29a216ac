/** Finding things by the words that somebody types, where a list is whole and small. */

/** Whether every word typed begins a word of the text, whatever its case and accents. Nothing typed matches all. */
export function hasWords(text: string, typed: string): boolean {
  const words = wordsOf(text)
  return wordsOf(typed).every((word) => words.some((one) => one.startsWith(word)))
}

function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}|[’']/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
