import type { Expected } from '../marks'

/** Questions that the front door answers, alerts beside a record, and the hand-over of a shift. By hand from DOMAIN 1, 2 and 4. */
export const FRONT_DOOR: Readonly<Record<string, Expected>> = {
  'alerts.about': { event: 'alert.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    // the front door sees every flag; the specialist what is addressed to them; others what is about their own children
    'to the specialist about a child':         '+   +   +   0   0   +   0   0   0   0   0   -   0   +   -   -   -   0',
    'to the safeguarding lead about a child':  '+   +   +   0   0   0   0   0   0   0   0   -   0   +   -   -   -   0',
    'about the child of a case':               '+   +   +   +   0   +   0   0   0   0   0   -   0   +   -   -   -   0',
    'about a contact':                         '+   +   +   0   0   0   0   0   0   0   0   -   0   +   -   -   -   0',
    'of area B':                               '0   0   0   0   0   0   0   0   0   0   0   -   0   0   -   -   -   +',
  } },
  // the front door is one post, held by advisors and out of hours by the Emergency Duty Team; the lead for anybody
  'contacts.answer-screen': { event: 'contact.screened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'asked of the front door':                 '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'asked of somebody else':                  '?   ?   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'one that asks something else':            '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'handovers.now': { event: 'handover.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'one of area A':                           '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   0',
    'one of area B':                           '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'handovers.read': { event: 'handover.opened', marks: {
    'one of area A':                           '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   ?',
    'one of area B':                           '?   ?   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   ?',
  } },
  // at the tests' now, 10:30 on a Thursday, it is the Emergency Duty Team that hands the night over
  'handovers.sign-out': { event: 'handover.signed_out', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'the night to the day':                    '!   +   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !',
    'a shift that is over':                    '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !',
  } },
  'handovers.sign-in': { event: 'handover.signed_in', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of a night, to Family Connect':           '+   !   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of a day, to the Emergency Duty Team':    '!   +   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'signed by both':                          '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'handovers.check': { event: 'job.run', marks: {
    'one that nobody signed':                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
}
