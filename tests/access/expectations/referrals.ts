import type { Expected } from '../marks'

// adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
/** What its receiver alone answers: the others who could answer some referral find nothing here. */
const BY_THE_SCHOOL = '?   ?   ?   -   -   ?   -   +   ?   ?   ?   -   -   -   -   -   -   ?'
const BY_CATE = '?   ?   ?   -   -   +   -   ?   ?   ?   ?   -   -   -   -   -   -   ?'
const BY_SAFEGUARDING = '?   ?   +   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   ?'
const BY_NOBODY = '?   ?   ?   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   ?'
/** A service outside Waymark is answered for by the front door, which writes down what it said. */
const BY_THE_FRONT_DOOR = '+   +   +   -   -   ?   -   ?   ?   ?   ?   -   -   -   -   -   -   ?'
const RECEIVERS = {
  'to the school': BY_THE_SCHOOL, 'to CATE': BY_CATE, 'to safeguarding': BY_SAFEGUARDING, 'to a service outside': BY_THE_FRONT_DOOR,
  'to CATE of area B': BY_NOBODY, 'not there': BY_NOBODY,
}

/** Referrals that are followed up, what is shared, and challenges. By hand from DOMAIN 2 and 4. */
export const REFERRALS: Readonly<Record<string, Expected>> = {
  'referrals.acknowledge': { event: 'referral.acknowledged', marks: RECEIVERS },
  'referrals.take-on': { event: 'referral.accepted', marks: {
    ...RECEIVERS,
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    // CATE accepts by opening a case, and is told so here
    'to CATE':                                 '?   ?   ?   -   -   !   -   ?   ?   ?   ?   -   -   -   -   -   -   ?',
  } },
  'referrals.decline': { event: 'referral.declined', marks: RECEIVERS },
  'referrals.act': { event: 'referral.acted', marks: {
    'accepted by the school':                  BY_THE_SCHOOL,
    'not accepted by the school yet':          '?   ?   ?   -   -   ?   -   !   ?   ?   ?   -   -   -   -   -   -   ?',
    'not there':                               BY_NOBODY,
  } },
  'referrals.close': { event: 'referral.closed', marks: {
    'the school has done something':           BY_THE_SCHOOL,
    'the school has done nothing yet':         '?   ?   ?   -   -   ?   -   !   ?   ?   ?   -   -   -   -   -   -   ?',
    'not there':                               BY_NOBODY,
  } },
  'referrals.send-on': { event: 'referral.sent', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a decided contact':                       '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a contact that waits':                    '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'to an agency of area B':                  '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'referrals.tell': { event: 'referral.told', marks: {
    'a decided contact':                       '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a referral of another contact':           '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'referrals.follow-up': { event: 'referral.followed', marks: {
    'a decided contact':                       '+   +   +   ?   ?   ?   -   -   -   -   -   -   -   +   -   -   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   ?',
  } },
  'referrals.received-list': { event: 'referral.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'to the school':                           '-   -   -   -   -   -   -   +   0   0   0   -   -   -   -   -   -   -',
    'to the police of area A':                 '-   -   -   -   -   -   -   0   0   +   0   -   -   -   -   -   -   -',
    'to the police of area B':                 '-   -   -   -   -   -   -   0   0   0   +   -   -   -   -   -   -   -',
    'to CATE':                                 '-   -   -   -   -   -   -   0   0   0   0   -   -   -   -   -   -   -',
  } },
  'referrals.received': { event: 'referral.opened', marks: {
    'to the school':                           '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'to the police of area A':                 '-   -   -   -   -   -   -   ?   ?   +   ?   -   -   -   -   -   -   -',
    'to CATE':                                 '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
  // DOMAIN 4: a manager oversees, and does not open what it is about; nor anybody of an agency
  'referrals.overseen': { event: 'referral.overseen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'to the school':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'to CATE':                                 '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'to CATE of area B':                       '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
  } },
  'referrals.chase': { event: 'referral.chased', marks: {
    'one that is overdue':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },

  // ------------------------------------------------------------------------------------ what is shared
  'sharing.offer': { event: 'sharing.offered', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a contact':                               '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'sharing.refuse': { event: 'sharing.refused', marks: {
    'a child nobody works with':               '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'sharing.list': { event: 'sharing.listed', marks: {
    'a child nobody works with':               '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
  } },

  // ------------------------------------------------------------------------------------ challenges
  'challenges.raise': { event: 'challenge.raised', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'told by nobody’s agency':                 '+   +   +   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   ?',
    'told by the school':                      '+   +   +   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   ?',
    'told by the school and not decided':      '!   !   !   -   -   -   -   !   ?   ?   ?   -   -   -   -   -   -   ?',
    'challenged already':                      '!   !   !   -   -   -   -   !   ?   ?   ?   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   ?',
  } },
  'challenges.answer': { event: 'challenge.answered', marks: {
    'one that waits':                          '-   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'answered already':                        '-   -   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'challenges.overseen': { event: 'challenge.overseen', marks: {
    'one that waits':                          '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'not challenged':                          '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -   -   -   -',
  } },
  'challenges.own-contact': { event: 'challenge.opened', marks: {
    'told by the school':                      '-   -   -   -   -   -   -   +   ?   ?   ?   -   -   -   -   -   -   -',
    'told by the police of area A':            '-   -   -   -   -   -   -   ?   ?   +   ?   -   -   -   -   -   -   -',
    'told by nobody’s agency':                 '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   -   -   ?   ?   ?   ?   -   -   -   -   -   -   -',
  } },
}
