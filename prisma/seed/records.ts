import type { Child } from './children'
import { iso } from './contacts'
import type { Maker } from './maker'
import { DAY } from './calendar'
import type { AddressRow, AliasRow, ChildRow, PersonRow } from './rows'

export type ChildRows = { children: ChildRow[]; aliases: AliasRow[]; addresses: AddressRow[]; people: PersonRow[] }

/** The records of children, numbered in the order in which they were put on record. Each has an id by now. */
export function recordsOf(make: Maker, children: readonly Child[]): ChildRows {
  const rows: ChildRows = { children: [], aliases: [], addresses: [], people: [] }
  const inOrder = [...children].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  inOrder.forEach((child, at) => {
    rows.children.push(childRow(make, child, at + 1))
    if (child.alias) rows.aliases.push({ ...base(make, child), given_name: child.alias[0], family_name: child.alias[1] })
    rows.addresses.push(...addressesOf(make, child))
    rows.people.push(...peopleOf(make, child))
  })
  return rows
}

function childRow({ area }: Maker, child: Child, number: number): ChildRow {
  return {
    area_id: area.id,
    id: child.id,
    reference: `${area.code}-C-${String(number).padStart(5, '0')}`,
    given_name: child.given,
    family_name: child.family,
    known_as: child.knownAs,
    date_of_birth: child.born,
    birth_estimated: child.nhs === null && number % 7 === 0,
    sex: child.sex,
    ethnicity: child.household.ethnicity,
    disabilities: [...child.disabilities],
    first_language: child.language?.language ?? null,
    interpreter_needed: child.language?.interpreter ?? false,
    legal_status: child.legal,
    nhs_number: child.nhs,
    upn: child.upn,
    school: child.school,
    gp_practice: child.gp,
    exploitation: child.exploitation,
    how_to_speak: child.howToSpeak,
    version: 1,
    created_at: iso(child.since),
    created_by_id: child.by,
    updated_at: iso(child.since),
  }
}

const base = ({ area, random }: Maker, child: Child) => ({ area_id: area.id, id: random.uuid(child.since), child_id: child.id })

function addressesOf(make: Maker, child: Child): AddressRow[] {
  const { home, before } = child.household
  const { random, calendar } = make
  const moved = before && child.age > 0 ? iso(Math.max(child.bornAt, calendar.anchor.getTime() - random.int(60, 1500) * DAY)).slice(0, 10) : null
  const from = moved ?? (random.chance(0.5) ? child.born : null)
  const current: AddressRow = { ...base(make, child), ...home, phone: child.phone, from_date: from, to_date: null }
  if (!moved || !before) return [current]
  return [current, { ...base(make, child), ...before, phone: null, from_date: child.born, to_date: moved }]
}

function peopleOf(make: Maker, child: Child): PersonRow[] {
  const adults = child.household.adults.map((adult): PersonRow => ({
    ...base(make, child),
    relationship: adult.relationship,
    name: adult.name,
    phone: adult.phone,
    parental_responsibility: adult.responsible,
    lives_with_child: adult.livesWith,
    note: null,
    related_child_id: null,
  }))
  const siblings = child.siblings.map((sibling): PersonRow => ({
    ...base(make, child),
    relationship: 'sibling',
    name: `${sibling.given} ${sibling.family}`,
    phone: null,
    parental_responsibility: false,
    lives_with_child: true,
    note: null,
    related_child_id: sibling.id,
  }))
  return [...adults, ...siblings]
}
