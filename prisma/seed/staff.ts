import type { AreaCode } from './agencies'
import { personId } from './people'

/** Who does what in an area, by id. Where the neighbour has nobody for a task, somebody else there does it. */
export type Staff = {
  readonly advisor: string
  readonly outOfHours: string
  readonly safeguarding: string
  readonly manager: string
  readonly chair: string
  readonly practitioners: readonly string[]
}

const wrenmoor = (name: string) => personId(`${name}@demo.test`)
const marchford = (name: string) => personId(`${name}@marchford.demo.test`)

export function staffOf(area: AreaCode): Staff {
  if (area === 'WRN') {
    return {
      advisor: wrenmoor('advisor'),
      outOfHours: wrenmoor('edt'),
      safeguarding: wrenmoor('safeguarding'),
      manager: wrenmoor('cate-manager'),
      chair: wrenmoor('chair'),
      practitioners: ['practitioner', 'practitioner2', 'practitioner3', 'practitioner4', 'practitioner5', 'practitioner6'].map(wrenmoor),
    }
  }
  const lead = marchford('safeguarding')
  const advisor = marchford('advisor')
  return { advisor, outOfHours: advisor, safeguarding: lead, manager: lead, chair: lead, practitioners: [marchford('practitioner')] }
}
