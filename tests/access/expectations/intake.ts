import type { Expected } from '../marks'

/**
 * Calls on an open case, and the scripts for calls. By hand from DOMAIN 4: a call on a case is for whoever wrote it
 * down, whoever holds the case, the CATE manager, safeguarding and auditors; scripts are written by administrators.
 */
export const INTAKE: Readonly<Record<string, Expected>> = {
  'cases.record-call': { event: 'case.call_recorded', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a case that waits for a practitioner':    '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a case before the panel':                 '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a closed case':                           '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a child nobody works with':               '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'cases.read-call': { event: 'case.call_opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'written by the advisor':                  '+   ?   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   ?',
    'written by the Emergency Duty Team':      '?   +   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   ?',
    'on a case that nobody holds':             '+   ?   +   ?   ?   +   -   -   -   -   -   -   -   +   -   -   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   ?',
  } },
  'templates.offered': { event: 'templates.listed', marks: {
    'of area A':                               '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0',
    'of area A, and not offered':              '0   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0',
    'of area B':                               '0   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
  } },
  'templates.list': { event: 'templates.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   -   -',
  } },
  'templates.save': { event: 'template.saved', marks: {
    'a new kind of call':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'over the version in use':                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'over an older version':                   '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
}
