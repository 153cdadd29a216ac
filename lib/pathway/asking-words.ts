/**
 * Words in free text that *ask* whether exploitation is a concern. They never answer it: text matching
 * over-counts (in one published year it flagged 137 of 1,458 contacts), so a match is shown as a match and is
 * counted as nothing until a person says so. Source: DOMAIN 2, Alerts; the subjects follow the indicators of
 * DOMAIN 3.
 */

/** What is looked for, in the words in which it is shown. `forms` are whole words; a * stands for any ending. */
export type AskingWords = { readonly shown: string; readonly forms: readonly string[] }

export const ASKING_WORDS: readonly AskingWords[] = [
  { shown: 'exploitation', forms: ['exploit*', 'sexually exploit*', 'cse', 'cce', 'county line*'] },
  { shown: 'grooming', forms: ['groom', 'groomed', 'groomer*', 'grooming'] },
  { shown: 'trafficking', forms: ['traffick*'] },
  {
    shown: 'an older partner or friend',
    forms: ['older boyfriend*', 'older girlfriend*', 'older man', 'older men', 'older male*', 'older friend*', 'older lad*', 'older guy*', 'much older'],
  },
  { shown: 'unknown adults', forms: ['unknown male*', 'unknown man', 'unknown men', 'unknown adult*', 'strange man', 'strange men', 'group of men', 'group of males'] },
  { shown: 'gifts or money', forms: ['new phone*', 'second phone*', 'burner*', 'gift*', 'designer clothes', 'new clothes', 'new trainers', 'unexplained money', 'unexplained cash'] },
  { shown: 'hotels or parties', forms: ['hotel*', 'motel*', 'airbnb*', 'guest house*', 'house part*', 'to a party', 'at a party', 'to parties', 'at parties'] },
  { shown: 'cars or taxis', forms: ['taxi*', 'picked up by', 'dropped off by', 'drives her', 'drives him', 'driven around', 'in a car with', 'in cars'] },
  { shown: 'images', forms: ['nude*', 'sext*', 'naked pic*', 'naked photo*', 'sexual image*', 'explicit image*', 'explicit photo*', 'explicit pic*', 'onlyfans', 'blackmail*', 'sextort*'] },
  { shown: 'contact online', forms: ['met online', 'met him online', 'met her online', 'met on snapchat', 'stranger* online', 'online friend*'] },
  { shown: 'debts or threats', forms: ['owes money', 'owe money', 'in debt', 'debt', 'debts', 'forced to', 'pays her', 'pays him', 'paid her', 'paid him'] },
  { shown: 'drugs from others', forms: ['dealer*', 'drug dealing', 'selling drugs', 'carrying drugs', 'running drugs', 'gives her drugs', 'gives him drugs', 'trap house*', 'cuckoo*'] },
  { shown: 'nights away or another town', forms: ['another town', 'another city', 'out of area', 'away overnight', 'out all night', 'stays out'] },
  { shown: 'a sexual relationship or health concern', forms: ['sexually active', 'having sex', 'pregnan*', 'sexual health', 'sti', 'stis', 'termination*', 'rape', 'raped', 'sexual assault*', 'sexually assault*'] },
]

const PATTERNS = ASKING_WORDS.map(({ shown, forms }) => ({ shown, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.map(formOf).join('|')})(?![\\p{L}\\p{N}])`, 'iu') }))

/**
 * What in the texts asks the question, each once, in the order of `ASKING_WORDS`; empty where nothing does.
 * The words shown are ours and never the text's, so that a name cannot come along. More text never finds less.
 */
export function askingWordsIn(texts: readonly (string | null)[]): string[] {
  const written = texts.flatMap((text) => (text ? [text.replace(/[‐-―-]/g, ' ').replace(/\s+/g, ' ')] : []))
  return PATTERNS.filter(({ pattern }) => written.some((text) => pattern.test(text))).map(({ shown }) => shown)
}

function formOf(form: string): string {
  return form.replace(/\*/g, '[\\p{L}\\p{N}]*')
}
