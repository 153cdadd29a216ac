import type { Expected } from '../marks'

/**
 * DOMAIN 4: the safeguarding lead has the whole enquiry in her own area and the auditor reads it; an agency has its
 * own request and entries, for the council by the lead and the CATE manager; the front door sees that one is open;
 * CATE reads what came with a referral that is theirs to read.
 */
export const ENQUIRIES: Readonly<Record<string, Expected>> = {
  'enquiries.prepare': { event: 'enquiry.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'on a child':                              '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a contact':                            '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a child of area B':                    '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.begin': { event: 'enquiry.begun', marks: {
    'on a child':                              '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a child of area B':                    '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'on a child that is not there':            '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'asking an agency of area B':              '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.ask-another': { event: 'enquiry.agency_asked', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of an open one':                          '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'an agency of area B':                     '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided already':                         '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.move-time': { event: 'enquiry.time_moved', marks: {
    'of an open one':                          '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided already':                         '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.list': { event: 'enquiry.listed', marks: {
    'one of area A':                           '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'one of area B':                           '-   -   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   -',
  } },
  'enquiries.see-open': { event: 'enquiry.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'that one is open':                        '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   0',
    'what is in it':                           '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   0',
    'one of area B':                           '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'enquiries.read': { event: 'enquiry.opened', marks: {
    'asked of the school':                     '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'enquiries.print': { event: 'enquiry.printed', marks: {
    'asked of the school':                     '-   -   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'enquiries.list-own': { event: 'enquiry.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'asked of the school':                     '-   -   0   -   -   0   -   +   0   0   0   -   -   -   -   -   -   -',
    'asked of the council':                    '-   -   +   -   -   +   -   0   0   0   0   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   0   -   -   0   -   0   0   0   +   -   -   -   -   -   -   -',
  } },
  'enquiries.read-own': { event: 'enquiry.opened', marks: {
    'asked of the school':                     '-   -   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the council':                    '-   -   +   -   -   +   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   ?   -   -   ?   -   ?   ?   ?   +   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'enquiries.answer': { event: 'enquiry.answered', marks: {
    'asked of the school':                     '-   -   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the council':                    '-   -   +   -   -   +   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'asked of the police of area B':           '-   -   ?   -   -   ?   -   ?   ?   ?   +   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'enquiries.correct': { event: 'enquiry.corrected', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'an entry of the school':                  '-   -   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'an entry of the council':                 '-   -   +   -   -   +   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  'enquiries.decide': { event: 'enquiry.decided', marks: {
    'open':                                    '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'decided already':                         '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.judge-name': { event: 'enquiry.name_judged', marks: {
    'a name of two agencies':                  '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'a name that is not offered':              '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'enquiries.snapshots': { event: 'enquiry.snapshot_opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'with a referral that waits for CATE':     '-   -   +   0   0   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'with the referral behind a case':         '-   -   +   +   0   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'with a referral to safeguarding':         '-   -   +   0   0   0   -   -   -   -   -   -   -   +   -   -   -   -',
    'with a referral of area B':               '-   -   0   0   0   0   -   -   -   -   -   -   -   0   -   -   -   -',
  } },
  // the room's standing list is set by those who set up agencies
  'enquiries.room': { event: 'agencies.listed', marks: {
    'an agency of area A':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'an agency of area B':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   0   -',
  } },
  'enquiries.set-room': { event: 'room.set', marks: {
    'with agencies of area A':                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'with an agency of area B':                '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
  } },
  // so is what the area calls the enquiry
  'areas.labels': { event: 'area.labels_read', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
  } },
  'areas.set-labels': { event: 'area.labels_set', marks: {
    'as they stand':                           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
  } },
  'enquiries.remind': { event: 'enquiry.reminded', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'enquiries.send-again': { event: 'enquiry.sent_again', marks: {
    'written into since':                      '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not sent with anything':                  '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
