import type { Operation } from '../access/operation'
import { chaseActions } from '../actions/chase'
import { escalateAlerts } from '../alerts/escalate'
import { remindParts } from '../assessments/remind-parts'
import { watchCases } from '../cases/watch'
import { IMPORT_JOB } from '../imports/commands'
import { importJob } from '../imports/run'
import { remindAgencies } from '../enquiries/remind'
import { chaseReturns } from '../panels/chase'
import { RELEASE_JOB } from '../releases/schema'
import { releaseJob } from '../releases/run'
import { chaseReferrals } from '../referrals/chase'
import { remindStrategy } from '../strategy/remind'
import { watchRequests } from '../subject-access/watch'
import { checkHandovers } from '../handovers/overdue'

/** Later work: an operation of the system's, run once for each area at its times. It may run twice to no harm. */
export type Job = {
  /** Unique, e.g. 'referrals.chase'. */
  name: string
  /** What it does, for an administrator. */
  label: string
  /** A cron line, in London time. */
  every: string
  operation: Operation<Record<string, never>, unknown>
}

export const JOBS: readonly Job[] = [
  { name: 'alerts.escalate', label: 'Passes on alerts that nobody has acknowledged', every: '*/15 * * * *', operation: escalateAlerts },
  { name: 'enquiries.remind', label: 'Reminds agencies of enquiries that wait for their answer', every: '*/5 * * * *', operation: remindAgencies },
  { name: 'assessments.remind', label: 'Reminds agencies of their parts of risk assessments', every: '*/30 * * * *', operation: remindParts },
  { name: 'referrals.chase', label: 'Chases referrals and challenges that are overdue', every: '*/30 * * * *', operation: chaseReferrals },
  { name: 'panels.chase', label: 'Reminds agencies of answers that a risk panel waits for', every: '20 * * * *', operation: chaseReturns },
  { name: 'actions.chase', label: 'Chases actions that are overdue', every: '5 * * * *', operation: chaseActions },
  { name: 'cases.watch', label: 'Asks about panels and reviews that are overdue, and cases whose practitioner has left', every: '15 * * * *', operation: watchCases },
  { name: 'strategy.remind', label: 'Tells the safeguarding lead of strategy meetings, minutes, reviews and child protection that are late', every: '*/15 * * * *', operation: remindStrategy },
  { name: 'handovers.check', label: 'Tells the safeguarding lead of a hand-over that is not signed', every: '*/10 * * * *', operation: checkHandovers },
  { name: 'subject-access.watch', label: 'Tells the safeguarding lead of requests to see a record whose month ends', every: '25 * * * *', operation: watchRequests },
  { name: IMPORT_JOB, label: 'Checks and lets in what managers bring from an earlier system', every: '50 * * * *', operation: importJob },
  { name: RELEASE_JOB, label: 'Makes the files that two people let out, and deletes them after a week', every: '40 * * * *', operation: releaseJob },
]
