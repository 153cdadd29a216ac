import type { Expected } from '../marks'

/**
 * DOMAIN 4, break-glass: a practitioner opens for a short time what they neither hold nor cover, and ends their own; the
 * CATE manager is told, ends any and reviews it. Safeguarding and the auditor read all of it; the manager by the
 * reference of the case alone. Nobody else knows of it.
 */
export const BREAK_GLASS: Readonly<Record<string, Expected>> = {
  'break-glass.search': { event: 'glass.searched', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'held by the first practitioner':          '-   -   -   0   +   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'waits for a practitioner':                '-   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'closed':                                  '-   -   -   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'open to the second already':              '-   -   -   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'break-glass.open': { event: 'glass.opened', marks: {
    'held by the first practitioner':          '-   -   -   ?   +   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'waits for a practitioner':                '-   -   -   +   +   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'closed':                                  '-   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'open to the second already':              '-   -   -   ?   !   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'not there':                               '-   -   -   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'break-glass.close': { event: 'glass.closed', marks: {
    'open to the second already':              '-   -   -   ?   +   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'over':                                    '-   -   -   ?   !   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   ?   ?   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'break-glass.own': { event: 'glass.listed', marks: {
    'open to the second already':              '-   -   -   0   +   -   -   -   -   -   -   -   -   -   -   -   -   -',
    'over':                                    '-   -   -   0   0   -   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
  'break-glass.of-case': { event: 'glass.seen', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'open to the second already':              '-   -   +   +   +   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'over':                                    '-   -   +   +   ?   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   ?   ?   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'break-glass.list': { event: 'glass.listed', marks: {
    'over':                                    '-   -   +   -   -   +   -   -   -   -   -   -   +   +   -   -   -   -',
    'of area B':                               '-   -   0   -   -   0   -   -   -   -   -   -   0   0   -   -   -   -',
    'the child of one':                        '-   -   0   -   -   0   -   -   -   -   -   -   0   0   -   -   -   -',
    'why it was opened':                       '-   -   0   -   -   0   -   -   -   -   -   -   0   0   -   -   -   -',
  } },
  'break-glass.read': { event: 'glass.seen', marks: {
    'open to the second already':              '-   -   +   -   -   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'reviewed':                                '-   -   +   -   -   +   -   -   -   -   -   -   -   +   -   -   -   -',
    'of area B':                               '-   -   ?   -   -   ?   -   -   -   -   -   -   -   ?   -   -   -   -',
  } },
  'break-glass.review': { event: 'glass.reviewed', marks: {
    'over':                                    '-   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -',
    'open to the second already':              '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'reviewed':                                '-   -   -   -   -   !   -   -   -   -   -   -   -   -   -   -   -   -',
    'of area B':                               '-   -   -   -   -   ?   -   -   -   -   -   -   -   -   -   -   -   -',
  } },
}
