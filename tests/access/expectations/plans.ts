import type { Expected } from '../marks'

/**
 * DOMAIN 4: a practitioner has own cases in full, the CATE manager the team, the safeguarding lead and the auditor the
 * whole record, the panel's chair the panel's cases. The police and partners have the actions that are theirs and not
 * the plan; the family has its own copy, handed over by whoever works with them.
 */
const READ = {
  //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
  'of a case before the panel':              '-   -   +   +   ?   +   +   -   -   -   -   -   -   +   -   -   -   -',
  'of a case of area B':                     '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
  'not there':                               '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -',
}
const PRINT = { ...READ, 'not issued yet':        '-   -   ?   ?   ?   ?   ?   -   -   -   -   -   -   ?   -   -   -   -' }
const WRITE = {
  'of a case before the panel':              '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
  'of a closed case':                        '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -',
  'of a case of area B':                     '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
}
const WITHOUT = { 'without involvement':     '-   -   -   !   ?   !   -   -   -   -   -   -   -   -   -   -   -   -' }

export const PLANS: Readonly<Record<string, Expected>> = {
  'plans.begin': { event: 'plan.begun', marks: { ...WRITE, 'of a case that nobody holds': '-   -   -   ?   ?   !   -   -   -   -   -   -   -   -   -   -   -   -' } },
  'plans.read': { event: 'plan.opened', marks: READ },
  'plans.history': { event: 'plan.opened', marks: READ },
  'plans.save': { event: 'plan.saved', marks: WRITE },
  'plans.issue': { event: 'plan.issued', marks: { ...WRITE, ...WITHOUT } },
  'plans.add-action': { event: 'plan.actions_agreed', marks: WRITE },
  'plans.writing': { event: 'plan.writing', marks: {
    'of a case before the panel':            '-   -   -   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of a case of area B':                   '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'plans.print': { event: 'plan.printed', marks: PRINT },
  'plans.print-family': { event: 'plan.printed', marks: PRINT },
}
