import type { Expected } from '../marks'

/**
 * DOMAIN 4: the manager has audits in own area, and opens no record; the auditor reads everything in the area and
 * changes nothing of it; the safeguarding lead has the whole record, and gives a second opinion. The administrator sets
 * up and sees no case content. The action plan is the board's and the managers'. Nobody else has any of it.
 */
export const QUALITY_AUDITS: Readonly<Record<string, Expected>> = {
  'quality-audits.list': { event: 'quality_audit.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'drawn':                                   '-   -   +   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   0   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'quality-audits.draw': { event: 'quality_audit.drawn', marks: {
    'a contact was received':                  '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'of a year without any':                   '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
  } },
  'quality-audits.read': { event: 'quality_audit.opened', marks: {
    'drawn':                                   '-   -   +   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
  } },
  'quality-audits.draw-again': { event: 'quality_audit.drawn_again', marks: {
    'drawn':                                   '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
  } },
  'quality-audits.item': { event: 'quality_audit.item_opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'drawn':                                   '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'quality-audits.answer': { event: 'quality_audit.answered', marks: {
    'drawn':                                   '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'answered, and drawn for no second':       '-   -   !   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -',
    'answered, and drawn for a second':        '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'given to the auditor':                    '-   -   !   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'the lead’s own work':                     '-   -   !   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'quality-audits.to-give': { event: 'quality_audit.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'drawn':                                   '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'quality-audits.give': { event: 'quality_audit.given', marks: {
    'to the auditor':                          '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'to an advisor':                           '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
    'the lead’s own work to the lead':         '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'quality-audits.add-theme': { event: 'quality_audit.concluded', marks: {
    'drawn':                                   '-   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'quality-audits.questions': { event: 'quality_audit.questions_seen', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
  } },
  'quality-audits.save-questions': { event: 'quality_audit.questions_saved', marks: {
    'a first version':                         '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'a version that is not there':             '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
  } },
  'quality-audits.providers': { event: 'provider.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a school of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'a school of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'quality-audits.record-talk': { event: 'provider.talked_with', marks: {
    'a school of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'a health trust of area A':                '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
    'a school of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'quality-audits.sizes': { event: 'provider.sizes_seen', marks: {
    'a school of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'a school of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   -   -',
  } },
  'quality-audits.set-size': { event: 'provider.size_set', marks: {
    'a school of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'a school of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
  'action-plan.read': { event: 'action_plan.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a row':                                   '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'a row of area B':                         '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'action-plan.leads': { event: 'agencies.listed', marks: {
    'an agency of area A':                     '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'an agency of area B':                     '-   -   -   -   -   -   -   -   -   -   -   -   0   -   -   -   -   -',
  } },
  'action-plan.add': { event: 'action_plan.added', marks: {
    'led by an agency of area A':              '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'led by an agency of area B':              '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
    'from an audit of area B':                 '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'action-plan.update': { event: 'action_plan.updated', marks: {
    'a row':                                   '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'a row of area B':                         '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'action-plan.check-table': { event: 'action_plan.import_checked', marks: {
    'a table':                                 '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
  } },
  'action-plan.import': { event: 'action_plan.imported', marks: {
    'a table':                                 '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'a table with a row that is refused':      '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
  } },
}
