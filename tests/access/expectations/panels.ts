import type { Expected } from '../marks'

/**
 * DOMAIN 4: the panel's chair and coordinator see the panel's cases and what agencies say; the CATE manager the team's;
 * safeguarding and the auditor everything; a practitioner own cases. An agency sees what it is asked and its own
 * answers, while it is invited, and nothing else of a panel: the police too.
 */
export const PANELS: Readonly<Record<string, Expected>> = {
  'panels.list': { event: 'panel.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a case on it':                       '-   -   +   +   0   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   0   0   0   0   0   -   -   -   -   -   -   0   -   -   -   -',
  } },
  'panels.read': { event: 'panel.opened', marks: {
    'with a case on it':                       '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'panels.meeting': { event: 'panel.case_opened', marks: {
    'with a case on it':                       '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'panels.minutes': { event: 'panel.minutes_opened', marks: {
    'with a case on it':                       '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'panels.prepare': { event: 'panel.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.begin': { event: 'panel.planned', marks: {
    'asking an agency of area A':              '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'asking an agency of area B':              '-   -   -   -   -   !   !   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.add-item': { event: 'panel.item_added', marks: {
    'a case before the panel':                 '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'a case of area B':                        '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.defer-item': { event: 'panel.item_deferred', marks: {
    'with a case on it':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.invite': { event: 'panel.agency_invited', marks: {
    'with a case on it':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.move': { event: 'panel.moved', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a case on it':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.attend': { event: 'panel.attended', marks: {
    'with a case on it':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.leave': { event: 'panel.attended', marks: {
    'somebody at the table':                   '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.note': { event: 'panel.noted', marks: {
    'in a meeting':                            '-   -   +   +   ?   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'before it':                               '-   -   !   !   ?   !   !   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.decide': { event: 'panel.decided', marks: {
    // the chair of that panel alone, and only with a quorum
    'in a meeting':                            '-   -   -   -   -   !   +   -   -   -   -   -   -   -   -   -   -   -',
    'without a quorum':                        '-   -   -   -   -   !   !   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.declare-conflict': { event: 'panel.conflict_declared', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a case on it':                       '-   -   +   +   ?   +   +   +   +   +   ?   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'panels.lift-conflict': { event: 'panel.conflict_lifted', marks: {
    'of somebody else':                        '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.list-own': { event: 'panel.asked_listed', marks: {
    'asked of the school':                     '-   -   0   -   -   0   -   +   0   0   0   -   -   -   -   -   -   -',
    'no longer asked':                         '-   -   0   -   -   0   -   0   0   0   0   -   -   -   -   -   -   -',
  } },
  'panels.read-own': { event: 'panel.asked_opened', marks: {
    'asked of the school':                     '-   -   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'no longer asked':                         '-   -   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'panels.answer': { event: 'panel.answered', marks: {
    'asked of the school':                     '-   -   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'no longer asked':                         '-   -   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'panels.of-case': { event: 'panel.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a case on it':                       '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'panels.pack': { event: 'panel.pack_exported', marks: {
    // an agency its own while it is invited; whoever builds the agenda any invited agency's
    'of the school’s own':                     '-   -   ?   -   -   ?   ?   +   ?   ?   ?   -   -   -   -   -   -   -',
    'of the school by name':                   '-   -   ?   -   -   +   +   +   ?   ?   ?   -   -   -   -   -   -   -',
    'of a school no longer asked':             '-   -   ?   -   -   ?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   ?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'panels.make-letters': { event: 'panel.letters_made', marks: {
    'after the minutes':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'before the minutes':                      '-   -   -   -   -   !   !   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.print-letter': { event: 'panel.letter_printed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a case on it':                       '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'panels.send-letter': { event: 'panel.letter_sent', marks: {
    'with a case on it':                       '-   -   -   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -',
    'sent already':                            '-   -   -   -   -   !   !   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'panels.chase': { event: 'panel.chased', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
}
