import type { Expected } from '../marks'

/**
 * DOMAIN 4: a manager oversees and an auditor reads everything, and both see figures and the rows behind them, by
 * reference; an analyst sees figures only, small numbers suppressed, and no row; nobody else sees figures. Nobody's
 * figures are of another area. What is for the public is suppressed whoever takes it.
 */
export const FIGURES: Readonly<Record<string, Expected>> = {
  'oversight.question': { event: 'figures.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'the last year':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   +   +   -   -   -',
    'a contact of area A':                     '-   -   -   -   -   -   -   -   -   -   -   -   0   0   0   -   -   -',
    // an analyst could subtract some from all
    'for an agency of area A':                 '-   -   -   -   -   -   -   -   -   -   -   -   +   +   !   -   -   -',
    'for an agency of area B':                 '-   -   -   -   -   -   -   -   -   -   -   -   !   !   !   -   -   -',
  } },
  'oversight.rows': { event: 'figures.opened', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a contact of area A':                     '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'the name of its child':                   '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
    'a contact of area B':                     '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
    'by what the figure is not broken down by': '-   -   -   -   -   -   -   -   -   -   -   -   !   !   -   -   -   -',
    'for an agency of area A':                 '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'for an agency of area B':                 '-   -   -   -   -   -   -   -   -   -   -   -   !   !   -   -   -   -',
  } },
  'oversight.pivot': { event: 'figures.seen', marks: {
    'age by sex':                              '-   -   -   -   -   -   -   -   -   -   -   -   +   +   +   -   -   -',
    'by practitioner':                         '-   -   -   -   -   -   -   -   -   -   -   -   !   !   !   -   -   -',
  } },
  'oversight.live': { event: 'oversight.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a case whose young person was not seen':  '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'the name of its child':                   '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
    'a case of area B':                        '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'oversight.report': { event: 'figures.reported', marks: {
    'the last year':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
  } },
  // a manager answers for what the area says in public; what is published holds nothing about anybody
  'oversight.published': { event: 'summary.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'oversight.preview-summary': { event: 'summary.previewed', marks: {
    'the last year':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
  } },
  'oversight.publish-summary': { event: 'summary.published', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a year':                                  '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'a year that was not looked at':           '-   -   -   -   -   -   -   -   -   -   -   -   !   -   -   -   -   -',
  } },
  'oversight.withdraw-summary': { event: 'summary.withdrawn', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   ?   -   -   -   -   -',
  } },
  'oversight.summary': { event: 'figures.reported', marks: {
    'the last year':                           '-   -   -   -   -   -   -   -   -   -   -   -   +   +   +   -   -   -',
  } },
}
