import type { Tx } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import type { Child } from '../database/models'
import { DISABILITIES, ETHNICITIES, labelOf, LEGAL_STATUSES, SEXES } from '../pathway/codes'
import { formatNhsNumber } from '../pathway/identifiers'

/** A record that was judged to be the same child and is read together with the kept one. */
export type JoinedRecord = {
  id: string
  reference: string
  name: string
  judgementId: string
  by: string
  at: string
  reason: string
  /** What it says that the kept one does not say, or says differently. */
  differs: { label: string; value: string }[]
}

/** Where a record leads, once it was judged to be the same child as another. */
export type MergedInto = Omit<JoinedRecord, 'differs'>

/** The judgements that join this child to others: those it keeps, and the one that leads on from it. */
export async function joinsOf(tx: Tx, areaId: string, childId: string) {
  const rows = await tx.childJudgement.findMany({
    where: { areaId, undoneAt: null, OR: [{ keptId: childId }, { mergedId: childId }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, keptId: true, mergedId: true, at: true, reason: true, by: { select: { name: true } } },
  })
  return { keeps: rows.filter((row) => row.keptId === childId), leads: rows.find((row) => row.mergedId === childId) ?? null }
}

type Judged = Awaited<ReturnType<typeof joinsOf>>['keeps'][number]

export function joinOf(judged: Judged, other: Pick<Child, 'id' | 'reference' | 'givenName' | 'familyName' | 'knownAs'>): MergedInto {
  return { id: other.id, reference: other.reference, name: nameOf(other), judgementId: judged.id, by: judged.by.name, at: judged.at.toISOString(), reason: judged.reason }
}

/** What the other record tells of the child, where it differs from the kept one; so that neither history is lost. */
export function differences(kept: Child, other: Child, now: Date): JoinedRecord['differs'] {
  const lines: [label: string, of: (child: Child) => string | null][] = [
    ['Name', nameOf],
    ['Born', (child) => (child.dateOfBirth ? bornText(child, now) : null)],
    ['Sex', (child) => (child.sex === 'U' ? null : labelOf(SEXES, child.sex))],
    ['Ethnicity', (child) => (child.ethnicity === 'NOBT' ? null : labelOf(ETHNICITIES, child.ethnicity))],
    ['First language', (child) => child.firstLanguage],
    ['Disability', (child) => child.disabilities.map((code) => labelOf(DISABILITIES, code)).join(', ') || null],
    ['School or college', (child) => child.school],
    ['GP', (child) => child.gpPractice],
    ['Legal status', (child) => (child.legalStatus ? labelOf(LEGAL_STATUSES, child.legalStatus) : null)],
    ['NHS number', (child) => (child.nhsNumber ? formatNhsNumber(child.nhsNumber) : null)],
    ['UPN', (child) => child.upn],
    ['Pronouns', (child) => child.pronouns],
    ['Speaking with this young person', (child) => child.howToSpeak],
    ['Communication needs', (child) => child.communicationNeeds],
    ['If they are missing', (child) => child.ifMissing],
    ['If they are in danger', (child) => child.ifInDanger],
    ['At night', (child) => child.ifAtNight],
  ]
  return lines.flatMap(([label, of]) => {
    const value = of(other)
    return value && value !== of(kept) ? [{ label, value }] : []
  })
}
