import type { Expected } from '../marks'

/**
 * DOMAIN 4: the CATE manager has the whole team and arranges who covers; a practitioner sees own cases, and the team's
 * while covering; safeguarding and the auditor the whole record. Nobody else reads how a young person was told.
 */
export const COVER: Readonly<Record<string, Expected>> = {
  'cover.arrange': { event: 'cover.arranged', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'held by the first practitioner':          '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'closed':                                  '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'waits for a practitioner':                '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cover.end': { event: 'cover.ended', marks: {
    'covered by the second practitioner':      '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'over already':                            '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'cover.of-case': { event: 'cover.opened', marks: {
    'covered by the second practitioner':      '-   -   +   +   +   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'over already':                            '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'cover.hand-over': { event: 'cover.listed', marks: {
    'of the first practitioner':               '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'of the advisor of area B':                '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
