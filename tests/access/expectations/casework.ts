import type { Expected } from '../marks'

/**
 * DOMAIN 4: a practitioner has own cases in full, the CATE manager the team, the safeguarding lead and the auditor the
 * whole record. The front door sees that a case is open; partners see their own part. A supervision is the two's and the
 * CATE manager's, and of nobody else's, whoever reads everything besides.
 */
export const CASEWORK: Readonly<Record<string, Expected>> = {
  'casework.log-session': { event: 'case.session_logged', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'on a case before the panel':              '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a case that nobody holds':             '-   -   -   ?   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a case of area B':                     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
    'correcting an entry corrected already':   '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'correcting an entry of another case':     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'casework.sessions': { event: 'case.sessions_listed', marks: {
    'of a case before the panel':              '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'casework.read-session': { event: 'case.session_opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a case before the panel':              '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'casework.record-offer': { event: 'case.isva_recorded', marks: {
    'after what was told in a case':           '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'after what was told in area B':           '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'supervision.record': { event: 'supervision.recorded', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a practitioner':                       '-   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of somebody who is none':                 '-   -   !   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'correcting the CATE manager’s':           '-   -   ?   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'supervision.list': { event: 'supervision.listed', marks: {
    'of a practitioner, by the CATE manager':  '-   -   0   +   0   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a practitioner, by the lead':          '-   -   +   +   0   +   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'supervision.read': { event: 'supervision.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a practitioner, by the CATE manager':  '-   -   ?   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a practitioner, by the lead':          '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'supervision.supervisees': { event: 'supervision.listed', marks: {
    'with a case before the panel':            '-   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'with a case of area B':                   '-   -   0   -   -   0   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
