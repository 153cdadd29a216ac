import { ENQUIRIES } from './expectations/enquiries'
import { ASSESSMENT_PARTS } from './expectations/assessment-parts'
import { PANELS } from './expectations/panels'
import { ASSESSMENTS } from './expectations/assessments'
import { PLANS } from './expectations/plans'
import { IMPORTS } from './expectations/imports'
import { RELEASES } from './expectations/releases'
import { STRATEGY } from './expectations/strategy'
import { BREAK_GLASS } from './expectations/break-glass'
import { COVER } from './expectations/cover'
import { QUALITY_AUDITS } from './expectations/quality-audits'
import { SUBJECT_ACCESS } from './expectations/subject-access'
import { CASEWORK } from './expectations/casework'
import { CHRONOLOGY } from './expectations/chronology'
import { FIGURES } from './expectations/figures'
import { ALERTS } from './expectations/alerts'
import { REFERRALS } from './expectations/referrals'
import { FRONT_DOOR } from './expectations/front-door'
import { INTAKE } from './expectations/intake'
import { DIRECTORY } from './expectations/directory'
import { PATHWAY } from './expectations/pathway'
import { SCREENING } from './expectations/screening'
import type { Expected } from './marks'

/**
 * What the access matrix expects, written by hand from DOMAIN 4 and never from the permissions of the code.
 *
 *   +  allowed, and the record is there          -  refused: not open to this role
 *   0  allowed, and the record is not among       ?  not found: open to the role, and not this record
 *      what is shown                              !  told what is wrong with it, and nothing is done
 *
 * One mark for each person, in the order of COLUMNS. Records are of area A unless the situation says B.
 */
export const EXPECTATIONS: Readonly<Record<string, Expected>> = {
  ...ALERTS,
  ...QUALITY_AUDITS,
  ...SUBJECT_ACCESS,
  ...CHRONOLOGY,
  ...ASSESSMENTS,
  ...PLANS,
  ...COVER,
  ...BREAK_GLASS,
  ...CASEWORK,
  ...ASSESSMENT_PARTS,
  ...PANELS,
  ...PANELS,
  ...STRATEGY,
  ...CASEWORK,
  ...ASSESSMENT_PARTS,
  ...REFERRALS,
  ...FRONT_DOOR,
  ...INTAKE,
  ...SCREENING,
  ...PATHWAY,
  ...FIGURES,
  ...IMPORTS,
  ...RELEASES,

  // ------------------------------------------------------------------------------------ one's own session
  'session.end': { event: 'session.ended', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'one’s own':                               '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
  } },
  'session.keep': { event: 'session.kept', marks: {
    'one’s own':                               '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
  } },
  'session.roles': { event: 'session.kept', marks: {
    'one’s own role':                          '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
    'somebody else’s role':                    '0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   -   0',
  } },
  'session.switch': { event: 'session.switched', marks: {
    'to another role of one’s own':            '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
    'to a role of somebody else':              '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
    'to a role of one’s own taken away':       '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
    'to a role of one’s own that has ended':   '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
    'to a role of one’s own yet to begin':     '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
    'to the system’s role':                    '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?',
  } },
  'session.change-password': { event: 'password.changed', marks: {
    'with the one they have':                  '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
    'with a wrong one':                        '!   !   !   !   !   !   !   !   !   !   !   !   !   !   !   !   -   !',
  } },
  'today.read': { event: 'today.seen', marks: {
    'one’s own':                               '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
    'a contact waits for a decision':          '+   +   +   0   0   0   0   0   0   0   0   0   0   0   0   0   -   0',
    'a case waits for a practitioner':         '0   0   0   0   0   +   0   0   0   0   0   0   0   0   0   0   -   0',
    'a case before the panel':                 '0   0   0   +   0   0   +   0   0   0   0   0   0   0   0   0   -   0',
  } },

  // ------------------------------------------------------------------------------------ contacts
  'areas.agencies': { event: 'agencies.listed', marks: {
    'an agency of area A':                     '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0',
    'an agency of area B':                     '0   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
  } },
  'contacts.log': { event: 'contact.logged', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'about a new child':                       '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'about a child on record':                 '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'about a child of area B':                 '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'about a child that is not there':         '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'about a child with an open case':         '!   !   !   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'about one, with why it is separate':      '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'contacts.name-child': { event: 'contact.child_named', marks: {
    'no child named yet':                      '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'with a child of area B':                  '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'contacts.decide': { event: 'contact.decided', marks: {
    'waiting for a decision':                  '+   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },
  'contacts.list': { event: 'contact.listed', marks: {
    'a contact of area A':                     '+   +   +   -   -   -   -   -   -   -   -   -   -   +   -   -   -   0',
    'a contact of area B':                     '0   0   0   -   -   -   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'contacts.list-own-agency': { event: 'contact.listed', marks: {
    'told by the school':                      '-   -   -   -   -   -   -   +   0   0   0   -   -   -   -   -   -   -',
    'told by the police of area A':            '-   -   -   -   -   -   -   0   0   +   0   -   -   -   -   -   -   -',
    'told by the police of area B':            '-   -   -   -   -   -   -   0   0   0   +   -   -   -   -   -   -   -',
    'told by nobody’s agency':                 '-   -   -   -   -   -   -   0   0   0   0   -   -   -   -   -   -   -',
  } },
  'contacts.read': { event: 'contact.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a child nobody works with':               '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'no child named':                          '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'told by the school':                      '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'told by the police':                      '+   +   +   ?   ?   ?   ?   -   -   +   ?   -   -   +   -   -   -   ?',
    'a referral waits':                        '+   +   +   ?   ?   +   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'a case waits for a practitioner':         '+   +   +   ?   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
    'a closed case':                           '+   +   +   +   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
  } },

  // ------------------------------------------------------------------------------------ children
  'children.search': { event: 'child.searched', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a child nobody works with':               '+   +   +   0   0   0   0   -   -   0   0   -   -   +   -   -   -   0',
    'a referral waits':                        '+   +   +   0   0   +   0   -   -   0   0   -   -   +   -   -   -   0',
    'a case before the panel':                 '+   +   +   +   0   +   +   -   -   +   0   -   -   +   -   -   -   0',
    'a case of area B':                        '0   0   0   0   0   0   0   -   -   0   +   -   -   0   -   -   -   +',
  } },
  'children.identify': { event: 'child.identified', marks: {
    'a child nobody works with':               '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'a case of area B':                        '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'children.read': { event: 'child.opened', marks: {
    'a child nobody works with':               '+   +   +   ?   ?   ?   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'a referral waits':                        '+   +   +   ?   ?   +   ?   -   -   ?   ?   -   -   +   -   -   -   ?',
    'a case waits for a practitioner':         '+   +   +   ?   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   ?',
    'a closed case':                           '+   +   +   +   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   ?',
  } },
  'children.edit': { event: 'child.changed', marks: {
    'a child nobody works with':               '+   +   +   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a referral waits':                        '+   +   +   ?   ?   +   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a case before the panel':                 '+   +   +   +   ?   +   -   -   -   -   -   -   -   -   -   -   -   ?',
    'a case of area B':                        '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   ?',
  } },

  // ------------------------------------------------------------------------------------ referrals and cases
  'referrals.list': { event: 'referral.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a referral waits':                        '+   +   +   0   0   +   -   -   -   -   -   -   -   +   -   -   -   0',
    'behind a case':                           '+   +   +   +   0   +   -   -   -   -   -   -   -   +   -   -   -   0',
    'to safeguarding':                         '+   +   +   0   0   0   -   -   -   -   -   -   -   +   -   -   -   0',
    'of area B':                               '0   0   0   0   0   0   -   -   -   -   -   -   -   0   -   -   -   +',
  } },
  'referrals.read': { event: 'referral.opened', marks: {
    'a referral waits':                        '+   +   +   ?   ?   +   -   -   -   -   -   -   -   +   -   -   -   ?',
    'behind a case':                           '+   +   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   ?',
    'to safeguarding':                         '+   +   +   ?   ?   ?   -   -   -   -   -   -   -   +   -   -   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   ?',
  } },
  'referrals.accept': { event: 'referral.accepted', marks: {
    'a referral waits':                        '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'to safeguarding':                         '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cases.caseload': { event: 'case.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a case waits for a practitioner':         '-   -   -   0   0   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'a case before the panel':                 '-   -   -   +   0   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'a case of area B':                        '-   -   -   0   0   0   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cases.read': { event: 'case.opened', marks: {
    'a case waits for a practitioner':         '-   -   +   ?   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   -',
    'a case before the panel':                 '-   -   +   +   ?   +   +   -   -   +   ?   -   -   +   -   -   -   -',
    'a closed case':                           '-   -   +   +   ?   +   ?   -   -   +   ?   -   -   +   -   -   -   -',
    'a case of area B':                        '-   -   ?   ?   ?   ?   ?   -   -   ?   +   -   -   ?   -   -   -   -',
    'not there':                               '-   -   ?   ?   ?   ?   ?   -   -   ?   ?   -   -   ?   -   -   -   -',
  } },
  'cases.allocate': { event: 'case.allocated', marks: {
    'a case waits for a practitioner':         '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'a case before the panel':                 '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'a case of area B':                        '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cases.workload': { event: 'workload.seen', marks: {
    'the team of area A':                      '-   -   -   -   -   +   -   -   -   -   -   -   +   +   -   -   -   -',
    'a child of a case':                       '-   -   -   -   -   0   -   -   -   -   -   -   0   0   -   -   -   -',
  } },

  ...ENQUIRIES,

  // ------------------------------------------------------------------------------------ drafts: the writer alone
  'drafts.save': { event: 'draft.saved', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a new one':                               '+   +   +   +   +   +   +   +   +   +   +   -   +   +   -   -   -   +',
    'over one’s own':                          '+   +   +   +   +   +   +   +   +   +   +   -   +   +   -   -   -   +',
    'over somebody else’s':                    '!   !   !   !   !   !   !   !   !   !   !   -   !   !   -   -   -   !',
  } },
  'drafts.discard': { event: 'draft.discarded', marks: {
    'one’s own':                               '+   +   +   +   +   +   +   +   +   +   +   -   +   +   -   -   -   +',
    'somebody else’s':                         '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   ?   -   -   -   ?',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   ?   -   -   -   ?',
  } },
  'drafts.list': { event: 'draft.read', marks: {
    'one’s own':                               '+   +   +   +   +   +   +   +   +   +   +   -   +   +   -   -   -   +',
    'somebody else’s':                         '0   0   0   0   0   0   0   0   0   0   0   -   0   0   -   -   -   0',
  } },

  // ------------------------------------------------------------------------------------ oversight
  'audit.read': { event: 'audit.read', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'an event of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'an event of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'audit.people': { event: 'people.listed', marks: {
    'somebody of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'somebody of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'oversight.figures': { event: 'figures.seen', marks: {
    'the last year':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   +   +   -   -   -',
    'a child of a contact':                    '-   -   -   -   -   -   -   -   -   -   -   -   0   0   0   -   -   -',
  } },
  'oversight.late': { event: 'oversight.seen', marks: {
    'a late decision of area A':               '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'its child':                               '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
    'a late decision of area B':               '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },

  // ------------------------------------------------------------------------------------ people
  // the system opens an area with its council and its first administrator
  'areas.set-up': { event: 'agency.added', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a new area':                              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
    'an area that is set up':                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -',
  } },
  'areas.add-agency': { event: 'agency.added', marks: {
    'a new one':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'by a name that is taken':                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
    'by a name of area B':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
  } },
  'people.agencies': { event: 'agencies.listed', marks: {
    'an agency of area A':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'an agency of area B':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   0   -',
  } },
  'people.list': { event: 'people.listed', marks: {
    'somebody of area A':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'somebody of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0   0   -',
  } },
  'people.add': { event: 'role.given', marks: {
    'somebody new':                            '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'somebody of area B':                      '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'in an agency of area B':                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
    'in a role they have':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
    'as the system':                           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
    // an administrator sees no case content, and gives themselves no role that does
    'themselves':                              '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   !   -',
  } },
  'people.revoke-role': { event: 'role.revoked', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
    'of the system':                           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
  } },
  'people.restore-role': { event: 'role.restored', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
    'of the system':                           '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   ?   -',
  } },

  ...DIRECTORY,
}
