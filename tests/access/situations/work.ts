import { CONTINUITY_SAID } from '../../support/cover'
import { absent, closedCase, each, inAreaB, panelCase, referred, toSafeguarding, waitingCase, type Makers, type Told } from '../cells'

const referralOf = ({ referral }: Told) => referral
const caseOf = (made: Told) => made.case
const REFERRALS = { 'a referral waits': referred, 'to safeguarding': toSafeguarding, 'of area B': inAreaB }
const CASES = {
  'a case waits for a practitioner': waitingCase, 'a case before the panel': panelCase, 'a case of area B': inAreaB,
}

export const WORK: Readonly<Record<string, Makers>> = {
  'referrals.list': each({ ...REFERRALS, 'behind a case': panelCase }, () => ({ show: 'all' }), referralOf),
  'referrals.read': each(
    { ...REFERRALS, 'behind a case': panelCase, 'not there': absent }, ({ referral }) => ({ referralId: referral }),
    referralOf,
  ),
  'referrals.accept': each({ ...REFERRALS, 'not there': absent }, ({ referral }) => ({ referralId: referral, version: 1 })),
  // a list has pages: what waits to be allocated would stand before all
  'cases.caseload': {
    ...each({ 'a case waits for a practitioner': waitingCase }, () => ({}), caseOf),
    ...each({ 'a case before the panel': panelCase, 'a case of area B': inAreaB }, () => ({ stage: 'panel' }), caseOf),
  },
  'cases.read': each({ ...CASES, 'a closed case': closedCase, 'not there': absent }, (made) => ({ caseId: made.case }), caseOf),
  'cases.allocate': each({ ...CASES, 'not there': absent }, (made, world) => ({
    caseId: made.case, version: 1, practitionerId: world.as.otherPractitioner.userId, reason: 'Nobody else has room', continuity: CONTINUITY_SAID,
  })),
  'cases.workload': {
    'the team of area A': (world) => ({ input: {}, sees: world.as.practitioner.name }),
    ...each({ 'a child of a case': panelCase }, () => ({}), ({ child }) => child),
  },
}
