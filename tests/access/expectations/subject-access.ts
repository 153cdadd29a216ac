import type { Expected } from '../marks'

/**
 * DOMAIN 4: the safeguarding lead has the whole record, so she prepares a copy of it; the auditor reads everything in
 * the area, changes nothing of a case, and so may read second what she decided, as another lead may. That somebody asked
 * to see a record is known to nobody else: not to whoever works with the young person, the manager or the administrator.
 */
export const SUBJECT_ACCESS: Readonly<Record<string, Expected>> = {
  'subject-access.list': { event: 'subject_access.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'received':                                '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   -',
  } },
  'subject-access.log': { event: 'subject_access.logged', marks: {
    'a child of area A':                       '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'a child of area B':                       '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.read': { event: 'subject_access.opened', marks: {
    'received':                                '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'subject-access.passage': { event: 'subject_access.passage_opened', marks: {
    'at its first reading':                    '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'subject-access.begin': { event: 'subject_access.taken', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'received':                                '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its first reading':                    '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.take-since': { event: 'subject_access.taken', marks: {
    'at its first reading':                    '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its second reading':                   '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.decide': { event: 'subject_access.decided', marks: {
    'at its first reading':                    '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its second reading':                   '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.send': { event: 'subject_access.moved', marks: {
    'decided':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its first reading':                    '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.read-second': { event: 'subject_access.read_second', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'at its second reading':                   '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'the lead’s own decision':                 '-   -   !   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'subject-access.conclude': { event: 'subject_access.moved', marks: {
    'agreed by the auditor':                   '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'the lead’s own decision, agreed':         '-   -   !   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'at its second reading':                   '-   -   !   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'subject-access.extend': { event: 'subject_access.moved', marks: {
    'received':                                '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'extended':                                '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.end': { event: 'subject_access.moved', marks: {
    'received':                                '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'subject-access.reopen': { event: 'subject_access.moved', marks: {
    'ready':                                   '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its second reading':                   '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  // the clocks alone: the system reads no request
  'subject-access.watch': { event: 'subject_access.watched', marks: {
    'whose month is over':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   -',
  } },
  'subject-access.copy': { event: 'subject_access.exported', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'ready':                                   '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'at its second reading':                   '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
