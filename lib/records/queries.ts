import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import type { Role } from '../access/roles'
import { differences, joinOf, joinsOf, type JoinedRecord, type MergedInto } from './joined'
import { ageOf, bornText, dayOf, highestFlag, nameOf } from '../children/view'
import { summariseCase, type CaseSummary } from '../cases/view'
import { summariseContact, type ContactSummary } from '../contacts/view'
import { eighteenthBirthday } from '../pathway/age'
import type { Level } from '../pathway/levels'
import type { ExploitationFlag } from '../pathway/words'

export type PersonView = {
  id: string
  name: string
  relationship: string
  phone: string | null
  parentalResponsibility: boolean
  livesWithChild: boolean
  note: string | null
  /** Where this person is also a child on record. */
  relatedChildId: string | null
  record: string | null
}

/** `record` is the reference of the joined record that a line comes from, and null for this record's own. */
export type ChildRecord = {
  id: string
  reference: string
  version: number
  name: string
  aliases: string[]
  born: string
  dateOfBirth: string | null
  birthEstimated: boolean
  givenName: string
  familyName: string
  knownAs: string | null
  sex: string
  ethnicity: string
  disabilities: string[]
  firstLanguage: string | null
  interpreterNeeded: boolean
  legalStatus: string | null
  nhsNumber: string | null
  upn: string | null
  school: string | null
  gpPractice: string | null
  pronouns: string | null
  howToSpeak: string | null
  communicationNeeds: string | null
  /** What to do if she is missing, in danger, or needs somebody at night. */
  ifMissing: string | null
  ifInDanger: string | null
  ifAtNight: string | null
  exploitation: ExploitationFlag
  addresses: { id: string; line: string; town: string | null; postcode: string | null; phone: string | null; from: string | null; to: string | null; record: string | null }[]
  people: PersonView[]
  contacts: (ContactSummary & { record: string | null })[]
  cases: CaseSummary[]
  /** Who holds the open case, and how to reach them; null where nobody does or none is open. */
  holder: { name: string; email: string } | null
  /** Each level agreed in any of the cases, oldest first; empty for the front door. */
  levels: { at: string; level: Level; by: string; reason: string; case: string }[]
  /** The 18th birthday where it is less than a year away, to prepare for. */
  turns18: string | null
  /** When this was read: the picture of the level ends here. */
  readAt: string
  /** Records of the same child that are read together with this one. */
  joined: JoinedRecord[]
  /** Where this record was itself judged to be the same child as another: it is shown as it was, and leads there. */
  mergedInto: MergedInto | null
}

/** The front door sees that a child is open and to whom, and not the level or how it was reached (DOMAIN 4). */
export function seesLevels(role: Role): boolean {
  return role !== 'advisor' && role !== 'emergency_duty'
}

/**
 * One child's record: who she is, the people around her, contacts and cases, read together with the records that were
 * judged to be the same child; what happened is the chronology's (lib/chronology). Throws NotFound for a child that is not there or not open to the person asking.
 */
export const readChild = operation({
  name: 'children.read',
  effect: 'read',
  permission: 'child:read',
  input: z.strictObject({ childId: z.uuid() }),
  audit: ['child.opened'],
  async work({ tx, actor, now }, { childId }) {
    const { areaId } = actor
    const { keeps, leads } = await joinsOf(tx, areaId, childId)
    const rows = await tx.child.findMany({
      where: { areaId, id: { in: [childId, ...keeps.flatMap((judged) => judged.mergedId ?? []), ...(leads?.keptId ? [leads.keptId] : [])] } },
      include: {
        aliases: true,
        addresses: { orderBy: { fromDate: { sort: 'desc', nulls: 'last' } } },
        people: { orderBy: [{ parentalResponsibility: 'desc' }, { name: 'asc' }] },
        contacts: { orderBy: [{ receivedAt: 'desc' }], include: { decision: { include: { decidedBy: { select: { name: true } } } }, loggedBy: { select: { name: true } } } },
        cases: {
          orderBy: { openedAt: 'desc' },
          include: {
            allocatedTo: { select: { name: true, email: true } },
            levels: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by: { select: { name: true } } } },
          },
        },
      },
    })
    const child = rows.find((row) => row.id === childId)
    if (!child) throw new NotFound()
    // in the order of the judgements; one that may not be seen is not among the rows
    const others = keeps.flatMap((judged) => rows.filter((row) => row.id === judged.mergedId).map((row) => ({ judged, row })))
    const all = [{ row: child, record: null }, ...others.map(({ row }) => ({ row, record: row.reference }))]
    const kept = rows.find((row) => row.id === leads?.keptId)
    const levels = seesLevels(actor.role)
    const mayKnow = may(actor.role, 'referrer:know')
    const cases = all.flatMap(({ row }) => row.cases)
    const held = cases.find((one) => one.closedAt === null && one.allocatedTo)
    const born = dayOf(child.dateOfBirth)
    const output: ChildRecord = {
      id: child.id,
      reference: child.reference,
      version: child.version,
      name: nameOf(child),
      aliases: all.flatMap(({ row, record }) => row.aliases.map((alias) => `${alias.givenName} ${alias.familyName}${record ? ` (${record})` : ''}`)),
      born: bornText(child, now),
      dateOfBirth: dayOf(child.dateOfBirth),
      birthEstimated: child.birthEstimated,
      givenName: child.givenName,
      familyName: child.familyName,
      knownAs: child.knownAs,
      sex: child.sex,
      ethnicity: child.ethnicity,
      disabilities: child.disabilities,
      firstLanguage: child.firstLanguage,
      interpreterNeeded: child.interpreterNeeded,
      legalStatus: child.legalStatus,
      nhsNumber: child.nhsNumber,
      upn: child.upn,
      school: child.school,
      gpPractice: child.gpPractice,
      pronouns: child.pronouns,
      howToSpeak: child.howToSpeak,
      communicationNeeds: child.communicationNeeds,
      ifMissing: child.ifMissing,
      ifInDanger: child.ifInDanger,
      ifAtNight: child.ifAtNight,
      exploitation: highestFlag(all.map(({ row }) => row.exploitation)),
      addresses: all.flatMap(({ row, record }) => row.addresses.map((address) => ({
        record,
        id: address.id,
        line: address.line,
        town: address.town,
        postcode: address.postcode,
        phone: address.phone,
        from: dayOf(address.fromDate),
        to: dayOf(address.toDate),
      }))),
      people: all.flatMap(({ row, record }) => row.people.map((person) => ({
        record,
        id: person.id,
        name: person.name,
        relationship: person.relationship,
        phone: person.phone,
        parentalResponsibility: person.parentalResponsibility,
        livesWithChild: person.livesWithChild,
        note: person.note,
        relatedChildId: person.relatedChildId,
      }))),
      contacts: all
        .flatMap(({ row, record }) => row.contacts.map((contact) => ({ ...summariseContact({ ...contact, child: row }, actor.settings, now, mayKnow), record })))
        .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt)),
      cases: all.flatMap(({ row }) => row.cases.map((one) => summariseCase({ ...one, child: row }, { levels, now }))).sort((a, b) => b.openedAt.localeCompare(a.openedAt)),
      holder: held?.allocatedTo ?? null,
      levels: levels ? cases.flatMap((one) => one.levels.map(({ at, level, by, reason }) => ({ at: at.toISOString(), level, by: by.name, reason, case: one.reference }))).sort((a, b) => a.at.localeCompare(b.at)) : [],
      turns18: born && ageOf(child, now) === 17 ? eighteenthBirthday(born) : null,
      readAt: now.toISOString(),
      joined: others.map(({ judged, row }) => ({ ...joinOf(judged, row), differs: differences(child, row, now) })),
      mergedInto: leads && kept ? joinOf(leads, kept) : null,
    }
    return { output, kind: 'child.opened', facts: { record: { type: 'child', id: child.id }, children: all.map(({ row }) => row.id) } }
  },
})
