/**
 * Words that blame a child, with what could stand instead and why. Data: an expression, the phrase that takes
 * its place, and the reason a person reads. No better phrase may itself be questioned, which a test holds them
 * to. Source: DOMAIN 4, Words.
 */

export type LanguageRule = {
  readonly id: string
  /** Matched as whole words, whatever the case; the first group, where there is one, is given to `better`. */
  readonly pattern: string
  readonly better: string | ((part: string) => string)
  readonly why: string
}

const OTHERS_DO_IT = 'The risk is made by whoever harms the child, not by the child.'
const NOT_A_CHOICE = 'A child cannot choose to be exploited.'
const GOES_MISSING = '“Abscond” is a word for prisoners. A child goes missing, and there is a reason.'
const TRUST = 'It is for services to find a way that works for the child.'
const MADE_TO = 'A child who brings others is most often made to, and is a child first. Leave it where an adult is meant.'
const NAME_ABUSE = 'The law and the child need it called abuse.'

const self = '(?:her|him|them|my|your)sel(?:f|ves)|themself'
const by = (forms: Readonly<Record<string, string>>) => (part: string) => forms[part.toLowerCase()] ?? ''

export const LANGUAGE_RULES: readonly LanguageRule[] = [
  {
    id: 'puts_self_at_risk', pattern: `(puts|placed|places|putting|placing|put|place) (?:${self}) (?:at|in) (?:more |further |great )?(?:risk|danger)`, why: OTHERS_DO_IT,
    better: by({
      puts: 'is put at risk by others', places: 'is put at risk by others', put: 'was put at risk by others', place: 'be put at risk by others',
      placed: 'was put at risk by others', putting: 'being put at risk by others', placing: 'being put at risk by others',
    }),
  },
  { id: 'promiscuous', pattern: 'promiscuous behaviours?|promiscuity', better: 'signs of sexual exploitation', why: NOT_A_CHOICE },
  { id: 'promiscuous', pattern: 'promiscuous', better: 'at risk of sexual exploitation', why: NOT_A_CHOICE },
  { id: 'lifestyle', pattern: '(?:a |an |her |his |their |this |the )?lifestyle choices?', better: 'a sign of grooming or control', why: NOT_A_CHOICE },
  { id: 'boyfriend', pattern: '(?:an|a|her|his|their|the) (?:much |far )?(?:older|adult) (?:boyfriend|man friend)', better: 'an older person who presents as a partner', why: 'It names what the person does. Leave it where it is a partner of the child’s own age.' },
  { id: 'boyfriend', pattern: '(?:a|her|his|their|the) (\\d\\d?[- ]year[- ]old) boyfriend', better: (age) => `a ${age} person who presents as a partner`, why: 'It names what the person does, and keeps the age.' },
  { id: 'boyfriend', pattern: '(?:a|her|his|their|the) (?:new |ex-)?boyfriend', better: 'a person who presents as a partner', why: 'Somebody who exploits a child is no boyfriend. Leave it where it is a partner of the child’s own age.' },
  { id: 'engage', pattern: '(?:hard|difficult|reluctant) to engage', better: 'not yet able to trust services', why: TRUST },
  { id: 'engage', pattern: "(?:refuses to|won['’]t|will not|does not|doesn['’]t) engage", better: 'is not yet able to trust services', why: TRUST },
  { id: 'engage', pattern: "(?:refused to|failed to|fails to|did not|didn['’]t) engage", better: 'was not yet able to trust services', why: TRUST },
  {
    id: 'absconds', pattern: '(absconds|absconded|absconding|abscond)', why: GOES_MISSING,
    better: by({ absconds: 'goes missing', absconded: 'went missing', absconding: 'going missing', abscond: 'go missing' }),
  },
  { id: 'absconds', pattern: '(?:an )?absconder', better: 'a child who goes missing', why: GOES_MISSING },
  {
    // "was recruited" says what was done to her, and is left
    id: 'recruits', pattern: '(?<!(?:was|were|is|are|be|been|being|get|gets|got) (?:also |then )?)(recruits|recruiting|recruited)', why: MADE_TO,
    better: by({ recruits: 'is made to bring', recruiting: 'being made to bring', recruited: 'was made to bring' }),
  },
  { id: 'prostitute', pattern: '(?:a )?child prostitutes?|prostitut(?:es|ing) (?:herself|himself|themselves)', better: 'being sexually exploited', why: NAME_ABUSE },
  { id: 'prostitute', pattern: 'child prostitution|child sex work', better: 'child sexual exploitation', why: NAME_ABUSE },
  { id: 'pornography', pattern: 'child (?:pornography|porn)', better: 'images of child sexual abuse', why: NAME_ABUSE },
  { id: 'attention', pattern: 'attention[- ]seeking', better: 'asking for help', why: 'What a child does to be noticed tells what is needed.' },
  { id: 'streetwise', pattern: 'street[- ]?wise', better: 'used to coping alone', why: 'A child who seems grown up is still a child, and may be less safe for it.' },
  { id: 'mature', pattern: '(?:very )?mature for (?:her|his|their) age', better: 'treated as older than a child of that age', why: 'A child who seems grown up is still a child, and may be less safe for it.' },
]
