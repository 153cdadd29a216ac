/**
 * How hard a text is to read, so that what is handed to a family stays plain. The Flesch-Kincaid grade (Kincaid and
 * others, 1975): years of school that a reader needs, counted from age five or six.
 */

/** The grade; 0 or below is very easy, 6 reads at about eleven. A text without words is 0. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:\n]+/).map(wordsOf).filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** A fair guess at the syllables of an English word: groups of vowels, less a silent e at the end; at least 1. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  const silent = bare.replace(/(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouysxzc]es)$/, (end) => end.charAt(0))
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0)
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}’']+/gu) ?? []).filter((word) => /\p{L}/u.test(word))
}
