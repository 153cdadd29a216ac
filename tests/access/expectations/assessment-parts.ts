import type { Expected } from '../marks'

/**
 * DOMAIN 4: whoever holds the case, the CATE manager and the safeguarding lead ask; an agency sees its own
 * contributions, and nothing of another's. A system administrator keeps settings and sees no case content.
 */
export const ASSESSMENT_PARTS: Readonly<Record<string, Expected>> = {
  'assessments.ask-whom': { event: 'assessment.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'for an open one':                         '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'for one that is finished':                '-   -   !   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'for one of area B':                       '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'assessments.ask-part': { event: 'assessment.part_asked', marks: {
    'for an open one':                         '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'for one that is finished':                '-   -   !   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'for one of area B':                       '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
    'of an agency of area B':                  '-   -   !   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'assessments.list-own-parts': { event: 'assessment.part_listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'asked of the school':                     '-   -   -   -   -   -   -   +   0   0   0   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   -   -   -   -   -   0   0   0   +   -   -   -   -   -   -   -',
  } },
  'assessments.read-own-part': { event: 'assessment.part_opened', marks: {
    'asked of the school':                     '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   -   -   -   -   -   ?   ?   ?   +   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'assessments.answer-part': { event: 'assessment.part_answered', marks: {
    'asked of the school':                     '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   -   -   -   -   -   ?   ?   ?   +   -   -   -   -   -   -   -',
    'answered by a colleague':                 '-   -   -   -   -   -   -   !   ?   ?   ?   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'assessments.remind-parts': { event: 'assessment.parts_chased', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'indicators.read': { event: 'indicators.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   -   -',
  } },
  'indicators.save': { event: 'indicators.saved', marks: {
    'a new version':                           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'over one that a colleague added':         '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
    'with an indicator that is not the area’s': '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
  } },
}
