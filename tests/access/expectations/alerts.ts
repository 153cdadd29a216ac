import type { Expected } from '../marks'

/** What the system says and asks, later work, and pages that refresh themselves. By hand from DOMAIN 2 and 4. */
export const ALERTS: Readonly<Record<string, Expected>> = {
  'live.follow': { event: 'live.followed', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'one’s own area':                          '+   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   -   +',
  } },
  'alerts.list': { event: 'alert.listed', marks: {
    'to the practitioner of a case':           '+   +   +   +   0   +   0   0   0   0   0   -   0   +   -   -   -   0',
    'to the safeguarding lead':                '+   +   +   0   0   0   0   0   0   0   0   -   0   +   -   -   -   0',
    'to the partners of the school':           '+   +   +   0   0   0   0   +   0   0   0   -   0   +   -   -   -   0',
    'to the manager':                          '+   +   +   0   0   0   0   0   0   0   0   -   +   +   -   -   -   0',
    'of area B':                               '0   0   0   0   0   0   0   0   0   0   0   -   0   0   -   -   -   +',
  } },
  'alerts.acknowledge': { event: 'alert.acknowledged', marks: {
    //                                          adv edt saf pra pr2 cam cha sch hea pol poB lic man aud ana adm sys adB
    'to the practitioner of a case':           '?   ?   +   +   ?   ?   ?   ?   ?   ?   ?   -   ?   -   -   -   -   ?',
    'to the safeguarding lead':                '?   ?   +   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   -   -   -   -   ?',
    'to the partners of the school':           '?   ?   +   ?   ?   ?   ?   +   ?   ?   ?   -   ?   -   -   -   -   ?',
    'to the manager':                          '?   ?   +   ?   ?   ?   ?   ?   ?   ?   ?   -   +   -   -   -   -   ?',
    'of area B':                               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   -   -   -   -   +',
    'not there':                               '?   ?   ?   ?   ?   ?   ?   ?   ?   ?   ?   -   ?   -   -   -   -   ?',
  } },
  'alerts.escalate': { event: 'job.run', marks: {
    'one that has waited':                     '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -',
  } },
  'jobs.list': { event: 'jobs.listed', marks: {
    'the jobs of the area':                    '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
  } },
  'jobs.queue': { event: 'job.queued', marks: {
    'one of the list':                         '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -   -',
    'not there':                               '-   -   -   -   -   -   -   -   -   -   -   -   -   -   -   ?   -   -',
  } },
}
