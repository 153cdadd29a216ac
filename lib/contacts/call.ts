import { Invalid } from '../access/errors'
import type { Tx } from '../access/operation'
import { fromLondonInput } from '../dates'
import { builtInTemplate, partsOf } from '../pathway/call-templates'
import { levelOfNeed } from '../pathway/need'
import { normaliseSubject } from '../pathway/subjects'
import type { CallEntry } from './schema'

const A_YEAR = 366 * 24 * 3_600_000

/** The columns that a contact and a note on a case have alike. An empty answer is kept as none. */
export function callColumns(entry: CallEntry) {
  return {
    channel: entry.channel,
    callTemplate: entry.callTemplate || null,
    ...referrerOf(entry),
    whatWasSaid: entry.whatWasSaid,
    childWords: entry.childWords || null,
    concerns: [...new Set(entry.concerns)],
    // asked only where absence from education is chosen
    schoolDaysMissed: entry.concerns.includes('school_absence') ? entry.schoolDaysMissed : null,
    exploitation: entry.exploitation,
    immediateDanger: entry.immediateDanger,
    dangerAction: entry.dangerAction || null,
    whereabouts: entry.whereabouts || null,
    othersAtRisk: entry.othersAtRisk || null,
    childKnows: entry.childKnows,
    parentsKnow: entry.parentsKnow,
    familyViews: entry.familyViews || null,
    consent: entry.consent,
    consentReason: entry.consentReason || null,
    medicalConsent: entry.medicalConsent || null,
    medicalConsentNote: entry.medicalConsentNote || null,
    sharingBasis: entry.sharingBasis,
    sharingNote: entry.sharingNote || null,
  }
}

function referrerOf(entry: CallEntry) {
  const { anonymous, identityWithheld, sourceCode } = entry
  if (anonymous) return { anonymous, identityWithheld, sourceCode }
  return {
    anonymous,
    identityWithheld,
    sourceCode,
    referrerName: entry.referrerName,
    referrerRole: entry.referrerRole || null,
    referrerOrganisation: entry.referrerOrganisation || null,
    referrerPhone: entry.referrerPhone || null,
    referrerEmail: entry.referrerEmail || null,
  }
}

/** The rows of what a call is about besides a child. */
export function subjectColumns(areaId: string, { subjects }: CallEntry) {
  return subjects.map(({ kind, label, note }) => ({ areaId, kind, label, normalised: normaliseSubject(kind, label), note: note || null }))
}

/** When it came: now unless said. Throws Invalid for a time to come or more than a year ago. */
export function receivedAtOf({ receivedAt }: Pick<CallEntry, 'receivedAt'>, now: Date): Date {
  if (!receivedAt) return now
  const at = fromLondonInput(receivedAt)
  if (!at) throw new Invalid({ receivedAt: 'There is no such date and time; check it' })
  if (at > now) throw new Invalid({ receivedAt: 'The contact cannot have come in the future' })
  if (now.getTime() - at.getTime() > A_YEAR) throw new Invalid({ receivedAt: 'The contact must have come within the last year' })
  return at
}

/** What the audit log keeps of a new record of a call. */
export function callFacts(entry: CallEntry) {
  const { whatWasSaid, concerns, exploitation, immediateDanger, sharingBasis, callTemplate, identityWithheld } = entry
  return { whatWasSaid, concerns, exploitation, immediateDanger, levelOfNeed: levelOfNeed(entry).level, sharingBasis, callTemplate, identityWithheld, subjects: entry.subjects.length }
}

/** Throws Invalid where the version of a script that was used is none of Waymark's and none of the area's. */
export async function checkTemplate(tx: Tx, areaId: string, ref: string): Promise<void> {
  const parts = partsOf(ref)
  if (!parts) return
  const known = parts.by === 'waymark'
    ? builtInTemplate(ref)
    : await tx.callTemplate.findUnique({ where: { areaId_key_version: { areaId, key: parts.key, version: parts.version } }, select: { id: true } })
  if (!known) throw new Invalid({ callTemplate: 'Choose the kind of call again' })
}

/** Two sends of one form at once wait for each other here, and the second finds what the first made. */
export async function oneSendAtATime(tx: Tx, submissionKey: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${submissionKey}, 0))::text`
}

/** For a form that was saved already with other words: what is typed now would be lost in silence. */
export function savedAlready(as: string): Invalid {
  return new Invalid({ form: `This form was saved already, as ${as}, with other words. Log the second call in a form of its own: what you typed is still here to copy.` })
}

/** The flag lives on the contact and on the child (DOMAIN 2). A call raises it; only a person lowers it. */
export async function raiseFlag(tx: Tx, areaId: string, childId: string, told: CallEntry['exploitation']): Promise<void> {
  if (told === 'no') return
  const lower = told === 'yes' ? (['no', 'suspected'] as const) : (['no'] as const)
  await tx.child.updateMany({
    where: { areaId, id: childId, exploitation: { in: [...lower] } },
    data: { exploitation: told, version: { increment: 1 } },
  })
}
