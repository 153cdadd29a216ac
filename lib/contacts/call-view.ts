import type { Tx } from '../access/operation'
import type { CaseNote, Contact } from '../database/models'
import { builtInTemplate, partsOf, versionInWords } from '../pathway/call-templates'
import { labelOf, SOURCES } from '../pathway/codes'
import { basisInWords } from '../pathway/sharing'
import { toldBy, type ToldBy } from '../pathway/told-by'
import { CHANNELS } from '../pathway/words'

type Kept = 'id' | 'whatWasSaid' | 'childWords' | 'concerns' | 'schoolDaysMissed' | 'dangerAction' | 'whereabouts' | 'othersAtRisk' | 'childKnows'
  | 'parentsKnow' | 'familyViews' | 'consent' | 'consentReason' | 'medicalConsent' | 'medicalConsentNote'

export type SubjectView = { id: string; kind: string; label: string; note: string | null }

/** What a call said, as a page shows it, whether it is a contact or a note on a case. */
export type CallView = Pick<Contact, Kept> & {
  receivedAt: string
  channel: string
  /** The rule for a withheld identity is applied already. */
  toldBy: ToldBy
  /** The basis for sharing in words, with its reason; null where it was not asked. */
  sharing: string | null
  /** The script that was used, in the version that was used. */
  template: { title: string; prompts: readonly string[] } | null
  subjects: SubjectView[]
}

type Referrer = Pick<Contact, 'anonymous' | 'identityWithheld' | 'referrerName' | 'referrerRole' | 'referrerOrganisation' | 'referrerPhone' | 'referrerEmail' | 'sourceCode'>

/** Who told us of a row, to somebody who may know a withheld identity or may not. */
export function toldByOf(row: Referrer, mayKnow: boolean): ToldBy {
  const { anonymous, identityWithheld } = row
  return toldBy({
    anonymous, identityWithheld, name: row.referrerName, role: row.referrerRole, organisation: row.referrerOrganisation,
    phone: row.referrerPhone, email: row.referrerEmail, source: labelOf(SOURCES, row.sourceCode),
  }, mayKnow)
}

/** A row of either kind as its page shows it. */
export async function callView(tx: Tx, row: (Contact | CaseNote) & { subjects: SubjectView[] }, mayKnow: boolean): Promise<CallView> {
  const { id, whatWasSaid, childWords, concerns, schoolDaysMissed, dangerAction, whereabouts, othersAtRisk, childKnows, parentsKnow, familyViews } = row
  const { consent, consentReason, medicalConsent, medicalConsentNote } = row
  return {
    id, whatWasSaid, childWords, concerns, schoolDaysMissed, dangerAction, whereabouts, othersAtRisk, childKnows, parentsKnow, familyViews,
    consent, consentReason, medicalConsent, medicalConsentNote,
    receivedAt: row.receivedAt.toISOString(),
    channel: labelOf(CHANNELS, row.channel),
    toldBy: toldByOf(row, mayKnow),
    sharing: [basisInWords(row.sharingBasis), row.sharingNote].filter(Boolean).join(': ') || null,
    template: await templateUsed(tx, row.areaId, row.callTemplate),
    subjects: row.subjects.map((subject) => ({ id: subject.id, kind: subject.kind, label: subject.label, note: subject.note })),
  }
}

/** The version of a script that a call was led by; null where none was, or where it cannot be found any more. */
async function templateUsed(tx: Tx, areaId: string, ref: string | null): Promise<CallView['template']> {
  const parts = ref === null ? null : partsOf(ref)
  if (!ref || !parts) return null
  const { key, version } = parts
  const used = parts.by === 'waymark' ? builtInTemplate(ref) : await tx.callTemplate.findUnique({ where: { areaId_key_version: { areaId, key, version } } })
  return used ? { title: versionInWords({ ref, name: used.name, version }), prompts: used.prompts } : null
}
