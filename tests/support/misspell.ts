/** Names as they are misheard and mistyped, the same each time: for measuring the search. */
export type Chance = () => number

/** Numbers from 0 to 1 that are the same each time for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const LETTERS = 'abcdefghijklmnoprstuvwy'
const at = (chance: Chance, length: number) => Math.floor(chance() * length)

/** One letter wrong, missing or too many. */
export function oneLetter(word: string, chance: Chance): string {
  const place = at(chance, word.length)
  const letter = LETTERS.charAt(at(chance, LETTERS.length))
  const kind = at(chance, 3)
  if (kind === 0 && word.length > 3) return word.slice(0, place) + word.slice(place + 1)
  return word.slice(0, place) + letter + word.slice(kind === 1 ? place : place + 1)
}

/** Two neighbouring letters swapped. */
export function swapped(word: string, chance: Chance): string {
  const places = [...word].flatMap((letter, place) => (place + 1 < word.length && letter.toLowerCase() !== word.charAt(place + 1).toLowerCase() ? [place] : []))
  const place = places[at(chance, places.length)] ?? 0
  return word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2)
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/i, 'f'], [/f(?!f)/i, 'ph'], [/ck/i, 'k'], [/c(?=[aou])/i, 'k'], [/k(?=[aoe])/i, 'c'], [/ee/i, 'ea'], [/ea/i, 'ee'], [/ie/i, 'y'], [/y$/i, 'ie'], [/y(?=.)/i, 'i'],
  [/ai/i, 'ay'], [/ay/i, 'ai'], [/th/i, 't'], [/gh/i, ''], [/(.)\1/i, '$1'], [/([lnrst])(?=[aeiou])/i, '$1$1'], [/s(?=[aeiou])/i, 'z'], [/z/i, 's'], [/ou/i, 'oo'], [/oo/i, 'u'],
  [/e(?=[^aeiou])/i, 'a'], [/i(?=[^aeiou])/i, 'e'], [/o(?=[^aeiou])/i, 'u'], [/h(?=[^aeiou]|$)/i, ''], [/j/i, 'g'], [/wr/i, 'r'], [/kn/i, 'n'], [/v/i, 'f'],
]

/** As it sounds, written another way; the word as it is where nothing applies. */
export function soundAlike(word: string, chance: Chance): string {
  const able = SOUNDS.filter(([pattern, written]) => word.replace(pattern, written) !== word)
  const rule = able[at(chance, able.length)]
  return rule ? word.replace(rule[0], rule[1]) : word
}
