import type { Expected } from '../marks'

/**
 * The directory of services, by hand: it holds nothing about anybody, so everybody with case work, partner work
 * or oversight reads it; an analyst has figures alone (DOMAIN 4); administrators change it (decision 0007).
 */
export const DIRECTORY: Readonly<Record<string, Expected>> = {
  'services.list': { event: 'service.listed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'of area A':                               '+   +   +   +   +   +   +   +   +   +   0   +   +   +   -   +   -   0',
    'of area B':                               '0   0   0   0   0   0   0   0   0   0   +   0   0   0   -   0   -   +',
    'retired':                                 '0   0   0   0   0   0   0   0   0   0   0   0   0   0   -   +   -   0',
  } },
  'services.read': { event: 'service.opened', marks: {
    'of area A':                               '+   +   +   +   +   +   +   +   +   +   ?   +   +   +   -   +   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   +   ?   ?   ?   -   ?   -   +',
    'retired':                                 '+   +   +   +   +   +   +   +   +   +   ?   +   +   +   -   +   -   ?',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   -   ?',
  } },
  'services.sheet': { event: 'service.sheet_made', marks: {
    'of area A':                               '+   +   +   +   +   +   +   +   +   +   0   +   +   +   -   +   -   0',
    'of area B':                               '0   0   0   0   0   0   0   0   0   0   +   0   0   0   -   0   -   +',
    'retired':                                 '0   0   0   0   0   0   0   0   0   0   0   0   0   0   -   0   -   0',
  } },
  'services.add': { event: 'service.added', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'a new one':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'by a name that is taken':                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
    'by an agency of area B':                  '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
  } },
  'services.change': { event: 'service.changed', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
  'services.retire': { event: 'service.retired', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
    'retired':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
  'services.restore': { event: 'service.restored', marks: {
    'of area A':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   !   -   -',
    'of area B':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
    'retired':                                 '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
}
