import type { Expected } from '../marks'

/**
 * What is known already, and the same child on record twice. By hand from DOMAIN 2 (Screening) and 4: the front door
 * and safeguarding screen, whoever works with a child sees what is open to them of it, the auditor reads; joining is
 * the safeguarding lead's (decision 0010).
 */
export const SCREENING: Readonly<Record<string, Expected>> = {
  'screening.known-of-contact': { event: 'known.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a child nobody works with':               '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'no child named':                          '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
  } },
  'screening.known-of-child': { event: 'known.seen', marks: {
    'its earlier contact':                     '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    // whoever works with one of the two at an address does not see the other through it
    'another child at the address of a case':  '+   +   +   0   ?   0   0   -   -   0   ?   -   -   +   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
  } },
  'screening.possible': { event: 'child.matched', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a child on record, typed again':          '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   0',
    'a child of area B, typed again':          '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'screening.matches-of-child': { event: 'child.matched', marks: {
    'with another of its name and birth':      '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   0',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   ?',
  } },
  'screening.pairs': { event: 'child.matched', marks: {
    'judged in area A':                        '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   0',
    'judged in area B':                        '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'screening.tell-apart': { event: 'child.told_apart', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'two records':                             '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'one of them of area B':                   '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'one of them not there':                   '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'two that were judged':                    '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'screening.ask-to-join': { event: 'child.join_asked', marks: {
    'two records':                             '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'one of them of area B':                   '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'two that were judged':                    '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  // never the system's: two children are not joined by the machine
  'screening.merge': { event: 'child.merged', marks: {
    'two records':                             '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'one of them of area B':                   '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'one of them not there':                   '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'two that were judged':                    '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'two with an open case each':              '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'screening.undo': { event: 'child.judgement_undone', marks: {
    'a judgement of area A':                   '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'one that was undone':                     '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'a judgement of area B':                   '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
