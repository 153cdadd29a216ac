import type { Expected } from '../marks'

/**
 * DOMAIN 4: the manager answers for the area's records and asks for them to leave; the safeguarding lead, who has the whole
 * record, says whether they may. Each of those two takes the file, and nobody else does, whatever their role: it is all the
 * records at once. The auditor sees that they left. Making the file is the system's.
 */
export const RELEASES: Readonly<Record<string, Expected>> = {
  'releases.list': { event: 'release.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   +   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   0   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'releases.ask': { event: 'release.asked', marks: {
    'for an archive':                          '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'for a census without its days':           '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
  } },
  'releases.answer': { event: 'release.answered', marks: {
    'of area A':                               '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'one’s own':                               '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'answered already':                        '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'releases.take': { event: 'release.taken', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'as one of the two':                       '-   -   +   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'of two others':                           '-   -   ?   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
    'not made yet':                            '-   -   !   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'releases.next': { event: 'release.sought', marks: {
    'that waits':                              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'releases.write': { event: 'release.written', marks: {
    'let out':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'that nobody let out':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -',
  } },
  'releases.progress': { event: 'release.progressed', marks: {
    'let out':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'releases.finish': { event: 'release.made', marks: {
    'let out':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'that nobody let out':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -',
  } },
  'releases.fail': { event: 'release.failed', marks: {
    'let out':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'that nobody let out':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
  } },
}
