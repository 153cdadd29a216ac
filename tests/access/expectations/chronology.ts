import type { Expected } from '../marks'

/**
 * DOMAIN 4: whoever may open a child's record may read what happened to her, as far as each part of it is open to
 * them; an export opens nothing that the page does not. What is in it for whom is tests/integration/chronology.
 */
const OF_A_CHILD = {
  //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
  'a child nobody works with':               '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
  'a referral waits':                        '+   +   +   ?   ?   +   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
  'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
  'a closed case':                           '+   +   +   +   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   ?',
  'a case of area B':                        '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
  'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
} as const

export const CHRONOLOGY: Readonly<Record<string, Expected>> = {
  'chronology.read': { event: 'chronology.opened', marks: OF_A_CHILD },
  'chronology.export': { event: 'chronology.exported', marks: OF_A_CHILD },
}
