import type { Expected } from '../marks'

/**
 * DOMAIN 4: a practitioner has own cases in full, the CATE manager the team, the safeguarding lead and the auditor
 * the whole record, the panel's chair the panel's cases. The police and partners read no assessment: it holds what
 * other agencies know.
 */
export const ASSESSMENTS: Readonly<Record<string, Expected>> = {
  'assessments.begin': { event: 'assessment.begun', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a case before the panel':              '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case that nobody holds':             '-   -   -   ?   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a closed case':                        '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'assessments.list': { event: 'assessment.opened', marks: {
    'of a case before the panel':              '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'assessments.read': { event: 'assessment.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a case before the panel':              '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'assessments.save-block': { event: 'assessment.saved', marks: {
    'of a case before the panel':              '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'finished already':                        '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'assessments.finish': { event: 'assessment.finished', marks: {
    'of a case before the panel':              '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'finished already':                        '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
