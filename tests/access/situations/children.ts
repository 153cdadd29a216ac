import { childForm } from '../../support/inputs'
import { absent, closedCase, each, inAreaB, nobody, panelCase, referred, waitingCase, type Makers, type Told } from '../cells'

const childOf = ({ child }: Told) => child
const searchFor = ({ family }: Told) => ({ query: family })

export const CHILDREN: Readonly<Record<string, Makers>> = {
  'children.search': each(
    {
      'a child nobody works with': nobody, 'a referral waits': referred, 'a case before the panel': panelCase,
      'a case of area B': inAreaB,
    },
    searchFor,
    childOf,
  ),
  'children.identify': each({ 'a child nobody works with': nobody, 'a case of area B': inAreaB }, searchFor, childOf),
  'children.read': each(
    {
      'a child nobody works with': nobody, 'a referral waits': referred, 'a case waits for a practitioner': waitingCase,
      'a case before the panel': panelCase, 'a closed case': closedCase, 'a case of area B': inAreaB, 'not there': absent,
    },
    ({ child }) => ({ childId: child }),
    childOf,
  ),
  'children.edit': each(
    {
      'a child nobody works with': nobody, 'a referral waits': referred, 'a case before the panel': panelCase,
      'a case of area B': inAreaB, 'not there': absent,
    },
    ({ child }) => childForm(child),
  ),
}
