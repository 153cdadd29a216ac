import type { Expected } from '../marks'

/**
 * DOMAIN 4: the safeguarding lead has the whole record and chairs strategy meetings; the CATE manager has the team, a
 * practitioner own cases, the auditor reads everything. A partner or the police see a meeting only while their agency
 * is invited, and of it what is their own. The panel's chair, the front door and the rest see none.
 */
export const STRATEGY: Readonly<Record<string, Expected>> = {
  'strategy.prepare': { event: 'strategy.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a case before the panel':              '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.call': { event: 'strategy.called', marks: {
    'of a case before the panel':              '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'for nothing but one’s own reason':        '-   -   +   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a closed case':                        '-   -   !   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                     '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.list': { event: 'strategy.listed', marks: {
    'planned':                                 '-   -   +   +   0   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   0   0   0   0   -   -   -   -   -   -   -   0   -   -   -   -',
  } },
  'strategy.of-case': { event: 'strategy.listed', marks: {
    'planned':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'strategy.protection': { event: 'strategy.listed', marks: {
    'decided':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'strategy.read': { event: 'strategy.opened', marks: {
    'planned':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'decided':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'strategy.minutes': { event: 'strategy.printed', marks: {
    'planned':                                 '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
    'decided':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'strategy.list-own': { event: 'strategy.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'to which health is invited':              '-   -   -   -   -   -   -   0   +   0   0   -   -   -   -   -   -   -',
    'of which health was told to stay away':   '-   -   -   -   -   -   -   0   0   0   0   -   -   -   -   -   -   -',
  } },
  'strategy.move': { event: 'strategy.moved', marks: {
    'planned':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.call-off': { event: 'strategy.called_off', marks: {
    'planned':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.read-own': { event: 'strategy.opened', marks: {
    'to which health is invited':              '-   -   -   -   -   -   -   ?   +   ?   ?   -   -   -   -   -   -   -',
    'what another agency said there':          '-   -   -   -   -   -   -   ?   0   ?   ?   -   -   -   -   -   -   -',
    'of which health was told to stay away':   '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'strategy.attendance': { event: 'strategy.attended', marks: {
    'planned':                                 '-   -   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.fact': { event: 'strategy.fact_added', marks: {
    'planned':                                 '-   -   +   +   ?   +   -   ?   +   ?   ?   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   !   ?   !   -   ?   !   ?   ?   -   -   -   -   -   -   -',
    'of which health was told to stay away':   '-   -   +   +   ?   +   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'strategy.dissent': { event: 'strategy.dissented', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'planned':                                 '-   -   +   +   ?   +   -   ?   +   ?   ?   -   -   -   -   -   -   -',
    'decided':                                 '-   -   +   +   ?   +   -   ?   +   ?   ?   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'strategy.invite': { event: 'strategy.invited', marks: {
    'planned':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.withdraw': { event: 'strategy.uninvited', marks: {
    'planned':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of which health was told to stay away':   '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.decide': { event: 'strategy.decided', marks: {
    'planned':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.issue-minutes': { event: 'strategy.minutes_issued', marks: {
    'planned':                                 '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.record-step': { event: 'strategy.step_recorded', marks: {
    'planned':                                 '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided':                                 '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'strategy.remind': { event: 'strategy.reminded', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
}
