import type { Expected } from '../marks'

/**
 * DOMAIN 4: the practitioner has own cases in full, the CATE manager the team's, the chair the panel's, the lead and
 * the auditor the whole record; an agency's people see the actions that are theirs and what they are asked to agree
 * to, and nothing else of a case. Only the CATE manager closes and reopens, and never without a second agency.
 */
export const PATHWAY: Readonly<Record<string, Expected>> = {
  'actions.list': { event: 'action.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of the young person’s own':               '-   -   +   +   0   +   +   0   0   0   0   -   -   +   -   -   -   -',
    'of the school':                           '-   -   +   +   0   +   +   +   0   0   0   -   -   +   -   -   -   -',
    'of area B':                               '-   -   0   0   0   0   0   0   0   0   0   -   -   0   -   -   -   -',
  } },
  'actions.of-case': { event: 'action.listed', marks: {
    'before the panel':                        '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'actions.read': { event: 'action.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of the young person’s own':               '-   -   +   +   ?   +   +   ?   ?   ?   ?   -   -   +   -   -   -   -',
    'of the school':                           '-   -   +   +   ?   +   +   +   ?   ?   ?   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   -   ?   -   -   -   -',
  } },
  'actions.answer': { event: 'action.answered', marks: {
    'of the young person’s own':               '-   -   +   +   ?   +   +   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'of the school':                           '-   -   +   +   ?   +   +   +   ?   ?   ?   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'actions.owners': { event: 'action.owners_listed', marks: {
    'of the area':                             '-   -   +   +   +   +   +   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'actions.chase': { event: 'action.chased', marks: {
    'one that is overdue':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'cases.watch': { event: 'case.watched', marks: {
    'one that is overdue':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'reviews.of-case': { event: 'review.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'before the panel':                        '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'reviews.hold': { event: 'review.held', marks: {
    'before the panel':                        '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'closed':                                  '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'exits.propose': { event: 'exit.proposed', marks: {
    'before the panel':                        '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'closed':                                  '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'exits.answer': { event: 'exit.answered', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'asked of the school':                     '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'answered already':                        '-   -   -   -   -   -   -   !   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'exits.withdraw': { event: 'exit.withdrawn', marks: {
    'asked of the school':                     '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'exits.asked-list': { event: 'exit.listed', marks: {
    'asked of the school':                     '-   -   -   -   -   -   -   +   0   0   0   -   -   -   -   -   -   -',
  } },
  'exits.asked': { event: 'exit.opened', marks: {
    'asked of the school':                     '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'cases.close': { event: 'case.closed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'agreed by the school':                    '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'not agreed by anybody':                   '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cases.reopen': { event: 'case.reopened', marks: {
    'closed':                                  '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'before the panel':                        '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
