import { absent, closedCase, each, inAreaB, nobody, panelCase, referred, type Makers } from '../cells'

const ways = {
  'a child nobody works with': nobody, 'a referral waits': referred, 'a case before the panel': panelCase, 'a closed case': closedCase,
  'a case of area B': inAreaB, 'not there': absent,
}

export const CHRONOLOGY: Readonly<Record<string, Makers>> = {
  'chronology.read': each(ways, ({ child }) => ({ childId: child }), ({ contact }) => contact),
  'chronology.export': each(ways, ({ child }) => ({ childId: child }), () => 'Something was said'),
}
