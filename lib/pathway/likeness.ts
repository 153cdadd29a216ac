/**
 * How alike two names are: the same but for accents and case, short for each other, spelt nearly alike, or
 * sounding alike. Every answer is the same both ways round. Source: DOMAIN 2, Screening.
 */

/** First names that stand for each other, each group once; names of more than one tradition are in several. */
const SHORT_FOR: readonly (readonly string[])[] = [
  ['abigail', 'abbie', 'abby', 'abi'], ['alexander', 'alexandra', 'alexandru', 'alex', 'ali', 'lex', 'sandy', 'sasha', 'xander'],
  ['amelia', 'amy', 'millie', 'milly'], ['andrew', 'andy', 'drew'], ['anthony', 'antony', 'tony'], ['archibald', 'archie'],
  ['benjamin', 'ben', 'benny'], ['bethany', 'elizabeth', 'beth', 'betty', 'eliza', 'ellie', 'libby', 'lizzie', 'liz', 'lily'],
  ['bradley', 'brad'], ['cameron', 'cam'], ['catherine', 'katherine', 'kathryn', 'katarzyna', 'cath', 'cathy', 'kate', 'katie', 'kasia', 'kat'],
  ['charlotte', 'charles', 'charlie', 'lottie', 'chaz'], ['christopher', 'christina', 'christine', 'chris', 'kit', 'kris', 'tina'],
  ['daniel', 'danielle', 'dan', 'danny', 'dani'], ['david', 'dave', 'davey'], ['edward', 'eddie', 'ed', 'ned', 'ted', 'teddy'],
  ['eleanor', 'ella', 'ellie', 'nell', 'nora'], ['emily', 'emma', 'em', 'millie'], ['francesca', 'frances', 'francis', 'fran', 'frankie', 'frank'],
  ['frederick', 'fred', 'freddie', 'freddy'], ['gabrielle', 'gabriella', 'gabriel', 'gabby', 'gabe'], ['georgia', 'georgina', 'george', 'georgie'],
  ['harriet', 'hattie', 'harry', 'harrison', 'henry'], ['isabella', 'isabelle', 'isobel', 'bella', 'belle', 'izzy'], ['jacob', 'jake', 'jamie', 'james', 'jim', 'jimmy'],
  ['jacqueline', 'jackie'], ['jasmine', 'jasmin', 'jas', 'jazz', 'jazzy'], ['jennifer', 'jen', 'jenny'], ['jessica', 'jess', 'jessie'],
  ['john', 'jonathan', 'jack', 'johnny', 'jon'], ['joseph', 'josef', 'joe', 'joey'], ['joshua', 'josh'], ['josephine', 'josie', 'jo'],
  ['kimberley', 'kim'], ['leonard', 'leonardo', 'leo', 'len'], ['louis', 'lewis', 'lou', 'louie'], ['madeleine', 'madison', 'maddison', 'maddie', 'maddy'],
  ['margaret', 'maggie', 'meg', 'megan', 'peggy'], ['matilda', 'mattie', 'tilly', 'tillie'], ['matthew', 'matt', 'matty'], ['maxwell', 'maximilian', 'max'],
  ['michael', 'mick', 'mickey', 'mike', 'mikey'], ['mohammed', 'muhammad', 'mohamed', 'mohammad', 'muhammed', 'mo'], ['natasha', 'natalia', 'tash', 'tasha', 'nat'],
  ['nathaniel', 'nathan', 'nat', 'nate'], ['nicholas', 'nicole', 'nicola', 'nick', 'nicky', 'nikki'], ['oliver', 'olivia', 'ollie', 'olly', 'liv', 'livvy'],
  ['patrick', 'patricia', 'paddy', 'pat', 'tricia'], ['philip', 'phillip', 'phil'], ['rebecca', 'becca', 'becky', 'bex'], ['richard', 'dick', 'rich', 'richie', 'rick', 'ricky'],
  ['robert', 'bob', 'bobby', 'rob', 'robbie'], ['ronald', 'ron', 'ronnie'], ['samuel', 'samantha', 'sam', 'sammy'], ['shannon', 'shan'],
  ['siobhan', 'chevonne', 'shivaun'], ['sofia', 'sophia', 'sophie', 'soph'], ['stephen', 'steven', 'stephanie', 'steve', 'steph'],
  ['susan', 'sue', 'susie'], ['theodore', 'theo', 'ted', 'teddy'], ['theresa', 'teresa', 'tess', 'tessa'], ['thomas', 'tom', 'tommy'],
  ['timothy', 'tim', 'timmy'], ['victoria', 'vicky', 'tori'], ['william', 'bill', 'billy', 'liam', 'will'], ['zachary', 'zac', 'zach', 'zak'],
  ['zuzanna', 'zuzia'],
]

const GROUPS = new Map<string, number[]>()
for (const [group, names] of SHORT_FOR.entries()) for (const name of names) GROUPS.set(name, [...(GROUPS.get(name) ?? []), group])

/** A name as it is compared: small letters, without accents, apostrophes and spaces. 'O’Néill' is 'oneill'. */
export function plainName(name: string): string {
  return name.normalize('NFD').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('ß', 'ss').replace(/[^\p{L}]/gu, '')
}

/** Whether two first names are used for each other, as Tilly for Matilda. */
export function shortForEachOther(a: string, b: string): boolean {
  const other = GROUPS.get(plainName(b)) ?? []
  return (GROUPS.get(plainName(a)) ?? []).some((group) => other.includes(group))
}

/** How a name sounds to an English ear, roughly: names of one sound are written alike here. '' for nothing to hear. */
export function soundOf(name: string): string {
  const heard = plainName(name)
    .replace(/^(kn|gn|pn)/, 'n').replace(/^wr/, 'r').replace(/^ps/, 's').replace(/^mc/, 'mac')
    .replace(/sch|tch|ch/g, 'x').replace(/sh|ti(?=o)|si(?=o)/g, 'x').replace(/ph|gh(?=t)/g, (found) => (found === 'ph' ? 'f' : ''))
    .replace(/gh/g, '').replace(/th/g, 't').replace(/ck/g, 'k').replace(/c(?=[eiy])/g, 's').replace(/[cq]/g, 'k')
    .replace(/g(?=[eiy])/g, 'j').replace(/z/g, 's').replace(/v/g, 'f').replace(/d(?=t)/g, '')
  const first = /^[aeiouy]/.test(heard) ? 'a' : ''
  return first + heard.replace(/[aeiouywh]/g, '').replace(/(.)\1+/g, '$1')
}

/** Steps from one word to the other: a letter changed, added, left out, or two neighbours swapped. */
export function stepsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

export type Likeness = 'same' | 'short' | 'alike' | 'sound' | 'none'

/**
 * The closest way in which two names are alike. 'short' only for first names; 'alike' is one step apart, two in
 * names of eight letters and more; 'sound' needs two sounds at least, so that Lea is not Lou.
 */
export function likeness(a: string, b: string, first = false): Likeness {
  const [one, other] = [plainName(a), plainName(b)]
  if (one === '' || other === '') return 'none'
  if (one === other) return 'same'
  if (first && shortForEachOther(one, other)) return 'short'
  const shorter = Math.min(one.length, other.length)
  if (shorter >= 4 && stepsBetween(one, other) <= (shorter >= 8 ? 2 : 1)) return 'alike'
  const sound = soundOf(one)
  return sound.length >= 2 && sound === soundOf(other) ? 'sound' : 'none'
}
