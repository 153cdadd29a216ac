import type { ChildRows } from './records'
import type { CaseRow, ChildRow, ContactRow } from './rows'

/**
 * Writes one child of the year down twice: of two girls about whom different people rang, the second record becomes
 * the first girl's again, as somebody would have typed it from a bad line. The same day of birth, phone and mother,
 * the family name a letter out, and neither an NHS number nor a pupil number to settle it. A person has to judge.
 * Changes the rows it is given.
 */
export function writeOneDownTwice({ children, aliases, addresses, people }: ChildRows, contacts: readonly ContactRow[], cases: readonly CaseRow[]): void {
  const told = new Set(contacts.filter(({ exploitation }) => exploitation === 'no').flatMap(({ child_id }) => child_id ?? []))
  const grave = new Set([...contacts.filter(({ exploitation }) => exploitation !== 'no').map(({ child_id }) => child_id), ...cases.map(({ child_id }) => child_id)])
  // looked up by child, because nine thousand are gone through
  const homes = new Map(addresses.filter(({ to_date }) => to_date === null).map((one) => [one.child_id, one]))
  const mothers = new Map(people.filter(({ relationship }) => relationship === 'mother').map((one) => [one.child_id, one]))
  const joined = new Set([...aliases, ...people.filter(({ relationship }) => relationship === 'sibling')].map(({ child_id }) => child_id))
  const home = (child: ChildRow) => homes.get(child.id)
  const mother = (child: ChildRow) => mothers.get(child.id)
  const plain = (child: ChildRow) =>
    child.sex === 'F' && told.has(child.id) && !grave.has(child.id) && !child.birth_estimated && !joined.has(child.id) && home(child) && mother(child)
  const girls = children.filter(plain)
  const first = girls.find((girl) => girl.nhs_number && girl.school && home(girl)?.phone && girl.family_name.length > 5 && /^20(09|10|11|12)/.test(girl.date_of_birth))
  const second = first && girls.find((girl) => girl !== first && girl.ethnicity === first.ethnicity && girl.date_of_birth.slice(0, 4) === first.date_of_birth.slice(0, 4))
  const [here, there] = [first && home(first), second && home(second)]
  const [hers, again] = [first && mother(first), second && mother(second)]
  if (!first || !second || !here || !there || !hers || !again) return
  Object.assign(second, {
    given_name: first.given_name, family_name: lessOne(first.family_name), known_as: null, date_of_birth: first.date_of_birth, nhs_number: null, upn: null, school: first.school,
  })
  there.phone = here.phone
  if (there.from_date && there.from_date < first.date_of_birth) there.from_date = first.date_of_birth
  again.name = hers.name
}

/** A family name as it is heard: a letter in its middle left out. */
function lessOne(name: string): string {
  const at = Math.floor(name.length / 2)
  return name.slice(0, at) + name.slice(at + 1)
}
