import { LEVEL_LABELS, LEVELS, type Level } from '../pathway/levels'

/** What stands in a letter to a GP, as it was made. Days are 'YYYY-MM-DD'. It is all that the practice is told. */
export type LetterContent = {
  gpPractice: string
  name: string
  /** Empty where it is not known. */
  born: string
  estimated: boolean
  nhsNumber: string
  discussedOn: string
  level: Level
  nextReview: string
  /** Who to ring, and on which number. */
  ring: string
  area: string
  /** Who signs it. */
  from: string
}

const PLACES = ['the lowest', 'the second', 'the third', 'the fourth', 'the highest'] as const

/** A level in words for somebody who does not know the five: 'Medium-High, the fourth of five levels from Low to High'. */
export function levelInWords(level: Level): string {
  return `${LEVEL_LABELS[level]}, ${PLACES[LEVELS.indexOf(level)]} of five levels from Low to High`
}
