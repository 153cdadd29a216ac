import type { Expected } from '../marks'

/**
 * DOMAIN 4: the manager has oversight of the area and answers for its records; the administrator sees no case content
 * and so brings none in; the auditor reads everything and changes nothing. Checking and writing are the system's.
 */
export const IMPORTS: Readonly<Record<string, Expected>> = {
  // a list as a file opens what the list itself opens to each role, and nothing to those who work with figures alone;
  // a list that is not theirs is as one that is not there
  'exports.list': { event: 'list.exported', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'contacts with one of area A':            '+   +   +   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   +   ?   ?   -   0',
    'contacts with one of area B':            '0   0   0   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   0   ?   ?   -   +',
    'a caseload with a case of the practitioner':'?   ?   ?   +   0   +   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
    'the people of the area':                 '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   +   -   ?',
    'what the school told':                   '?   ?   ?   ?   ?   ?   ?   +   0   0   0   ?   ?   ?   ?   ?   -   ?',
    'the figures of a year':                  '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   +   +   +   ?   -   ?',
    'the rows behind a figure':               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   +   +   ?   ?   -   ?',
  } },
  'imports.list': { event: 'import.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'imports.read': { event: 'import.opened', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
  } },
  'imports.submit': { event: 'import.submitted', marks: {
    'one file':                                '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'while another waits':                     '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
  } },
  'imports.approve': { event: 'import.approved', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'with a refused row that is not left out': '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'imports.discard': { event: 'import.discarded', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'imports.take': { event: 'import.taken', marks: {
    'that waits':                              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'imports.report': { event: 'import.checked', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -',
  } },
  'imports.progress': { event: 'import.progressed', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'imports.write': { event: 'import.written', marks: {
    'let in':                                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'that nobody let in':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -',
  } },
  'imports.fail': { event: 'import.failed', marks: {
    'let in':                                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'that nobody let in':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
  } },
}
