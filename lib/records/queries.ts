import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import type { Role } from '../access/roles'
import { chronologyOf, type ChronologyEntry } from './chronology'
import { dayOf, nameOf, bornText } from '../children/view'
import { summariseCase, type CaseSummary } from '../cases/view'
import { summariseContact, type ContactSummary } from '../contacts/view'
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
}

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
  howToSpeak: string | null
  exploitation: ExploitationFlag
  addresses: { id: string; line: string; town: string | null; postcode: string | null; phone: string | null; from: string | null; to: string | null }[]
  people: PersonView[]
  contacts: ContactSummary[]
  cases: CaseSummary[]
  chronology: ChronologyEntry[]
}

/** The front door sees that a child is open and to whom, and not the level or how it was reached (DOMAIN 4). */
export function seesLevels(role: Role): boolean {
  return role !== 'advisor' && role !== 'emergency_duty'
}

/**
 * One child's record: who she is, the people around her, contacts, cases and one chronology of all of it.
 * Throws NotFound for a child that is not there or not open to the person asking.
 */
export const readChild = operation({
  name: 'children.read',
  effect: 'read',
  permission: 'child:read',
  input: z.strictObject({ childId: z.uuid() }),
  audit: ['child.opened'],
  async work({ tx, actor, now }, { childId }) {
    const child = await tx.child.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: childId } },
      include: {
        aliases: true,
        addresses: { orderBy: { fromDate: { sort: 'desc', nulls: 'last' } } },
        people: { orderBy: [{ parentalResponsibility: 'desc' }, { name: 'asc' }] },
        contacts: { orderBy: [{ receivedAt: 'desc' }], include: { decision: { include: { decidedBy: { select: { name: true } } } }, loggedBy: { select: { name: true } } } },
        referrals: { include: { toTeam: { select: { name: true } }, sentBy: { select: { name: true } }, respondedBy: { select: { name: true } } } },
        caseNotes: { include: { recordedBy: { select: { name: true } }, case: { select: { reference: true } } } },
        cases: {
          orderBy: { openedAt: 'desc' },
          include: {
            allocatedTo: { select: { name: true } },
            allocations: { include: { practitioner: { select: { name: true } }, by: { select: { name: true } } } },
            stageMoves: { include: { by: { select: { name: true } } } },
            levels: { include: { by: { select: { name: true } } } },
          },
        },
      },
    })
    if (!child) throw new NotFound()
    const levels = seesLevels(actor.role)
    const mayKnow = may(actor.role, 'referrer:know')
    const output: ChildRecord = {
      id: child.id,
      reference: child.reference,
      version: child.version,
      name: nameOf(child),
      aliases: child.aliases.map((alias) => `${alias.givenName} ${alias.familyName}`),
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
      howToSpeak: child.howToSpeak,
      exploitation: child.exploitation,
      addresses: child.addresses.map((address) => ({
        id: address.id,
        line: address.line,
        town: address.town,
        postcode: address.postcode,
        phone: address.phone,
        from: dayOf(address.fromDate),
        to: dayOf(address.toDate),
      })),
      people: child.people.map((person) => ({
        id: person.id,
        name: person.name,
        relationship: person.relationship,
        phone: person.phone,
        parentalResponsibility: person.parentalResponsibility,
        livesWithChild: person.livesWithChild,
        note: person.note,
        relatedChildId: person.relatedChildId,
      })),
      contacts: child.contacts.map((contact) => summariseContact({ ...contact, child }, actor.settings, now, mayKnow)),
      cases: child.cases.map((one) => summariseCase({ ...one, child }, { levels, now })),
      chronology: chronologyOf(child, mayKnow),
    }
    return { output, kind: 'child.opened', facts: { record: { type: 'child', id: child.id }, children: [child.id] } }
  },
})
