import type { SourceCode, SourceGroup } from '../../lib/pathway/codes'
import type { ConcernId } from '../../lib/pathway/words'

/** What a contact is about: concerns that go together, at which ages, and who is likely to tell. */
export type Scenario = {
  readonly concerns: readonly ConcernId[]
  readonly ages: readonly [number, number]
  readonly weight: number
  readonly from?: readonly SourceCode[]
}

const scenario = (weight: number, ages: readonly [number, number], concerns: readonly ConcernId[], from?: readonly SourceCode[]): Scenario => ({
  weight,
  ages,
  concerns,
  ...(from ? { from } : {}),
})

const SCHOOL: readonly SourceCode[] = ['2A', '2B', '3C', '5D', '8']
const HEALTH: readonly SourceCode[] = ['3A', '3B', '3C', '3D', '3E', '3F']
const FAMILY: readonly SourceCode[] = ['1A', '1B', '1C', '1D', '9']
const COUNCIL: readonly SourceCode[] = ['5A', '5B', '5C', '5D']

/** What most contacts to a front door are about: everything but exploitation. */
export const ORDINARY: readonly Scenario[] = [
  scenario(26, [0, 17], ['domestic_abuse'], ['6', '6', '1B', '9', '4']),
  scenario(6, [0, 17], ['domestic_abuse', 'family_difficulty'], ['6', ...COUNCIL, '3A', '3B']),
  scenario(14, [9, 17], ['missing'], ['6', '1A', '5A']),
  scenario(5, [11, 17], ['missing', 'family_difficulty'], ['6', '1A', '2A']),
  scenario(10, [0, 12], ['neglect'], [...HEALTH, ...SCHOOL, '1B', '9', '4', '6']),
  scenario(4, [0, 12], ['neglect', 'housing'], ['4', '3B', '5B', '6', '9']),
  scenario(9, [3, 17], ['physical_abuse'], [...SCHOOL, '6', '1A', '3E', '3A']),
  scenario(5, [0, 15], ['injury'], ['3E', '3F', '3A', '2A', '3B']),
  scenario(7, [4, 17], ['emotional_abuse'], [...SCHOOL, ...FAMILY, '5A']),
  scenario(2, [4, 16], ['sexual_abuse'], ['2A', '6', '1A', '3E']),
  scenario(7, [11, 17], ['self_harm'], ['2A', '3A', '3C', '3E', '3F', '1A']),
  scenario(3, [12, 17], ['self_harm', 'family_difficulty'], ['2A', '3A', '3E', '5D']),
  scenario(7, [8, 17], ['change_in_mood'], ['2A', '3A', '3C', '1A', '8']),
  scenario(6, [12, 17], ['substance_use'], ['2A', '6', '3E', '1A', '8']),
  scenario(7, [5, 16], ['school_absence'], ['2A', '2A', '2B', '5D']),
  scenario(4, [5, 16], ['school_absence', 'family_difficulty'], ['2A', '2B', '5D', '1A']),
  scenario(7, [5, 17], ['behaviour'], ['2A', '1A', '5D', '8']),
  scenario(3, [5, 16], ['behaviour', 'domestic_abuse'], ['2A', '5D', '5A']),
  scenario(5, [7, 16], ['bullying'], ['2A', '1A', '1C', '8', '3C']),
  scenario(10, [0, 17], ['parenting_support'], ['1A', '3B', '5D', '2A', '8']),
  scenario(7, [0, 17], ['family_difficulty'], [...COUNCIL, '1A', '2A', '3B', '8', '7', '10']),
  scenario(6, [0, 17], ['housing'], ['4', '4', '5B', '1A', '8', '3B']),
  scenario(3, [9, 17], ['online_contact'], ['2A', '1A', '6', '8']),
  scenario(1, [12, 17], ['criminal_exploitation'], ['6', '7', '2A']),
  scenario(9, [0, 17], ['advice_sought']),
  scenario(3, [0, 17], ['advice_sought', 'parenting_support'], ['1A', '2A', '3B', '5D', '8', '1D']),
]

/** What somebody sees or hears of a child whom nobody can name. */
export const SEEN: readonly Scenario[] = [
  scenario(5, [0, 17], ['substance_use']),
  scenario(4, [0, 17], ['bullying']),
  scenario(4, [0, 17], ['emotional_abuse']),
  scenario(2, [0, 17], ['online_contact'], ['8', '9', '1D']),
  scenario(3, [0, 17], ['premises_of_concern'], ['6', '1D', '9']),
]

/** What contacts about exploitation are about; `yes` is for those where somebody said so or saw it. */
export const EXPLOITATION: Readonly<Record<'yes' | 'suspected', readonly Scenario[]>> = {
  yes: [
    scenario(8, [11, 17], ['disclosure_of_exploitation', 'older_controlling_person']),
    scenario(5, [11, 17], ['disclosure_of_exploitation', 'images_shared', 'coercion_or_debt']),
    scenario(5, [11, 17], ['missing', 'trafficked_or_moved', 'vehicles_unknown_adults']),
    scenario(4, [11, 17], ['coercion_or_debt', 'unexplained_gifts', 'missing']),
    scenario(3, [12, 17], ['made_to_bring_others', 'hotels_or_parties']),
    scenario(5, [11, 17], ['hotels_or_parties', 'substance_use', 'older_controlling_person', 'missing']),
    scenario(4, [11, 17], ['images_shared', 'online_contact', 'coercion_or_debt']),
  ],
  suspected: [
    scenario(9, [11, 17], ['missing', 'unexplained_gifts']),
    scenario(8, [11, 17], ['older_controlling_person', 'change_in_mood']),
    scenario(8, [10, 17], ['online_contact', 'secretive_phone']),
    scenario(7, [11, 17], ['missing', 'vehicles_unknown_adults']),
    scenario(6, [11, 17], ['unexplained_gifts', 'school_absence', 'secretive_phone']),
    scenario(5, [11, 17], ['premises_of_concern', 'missing']),
    scenario(5, [10, 17], ['images_shared', 'online_contact']),
    scenario(4, [12, 17], ['sexual_health', 'older_controlling_person']),
    scenario(4, [11, 17], ['hotels_or_parties', 'substance_use']),
    scenario(3, [11, 17], ['criminal_exploitation', 'older_controlling_person']),
    scenario(3, [11, 17], ['self_harm', 'online_contact', 'secretive_phone']),
  ],
}

/** How often each source rings about a child of that age, of all contacts. */
export function ordinarySources(age: number): readonly (readonly [SourceCode, number])[] {
  const school = age >= 4 && age <= 17
  return [
    ['6', 28], ['2A', school ? 21 : 0], ['2B', age >= 5 && age <= 16 ? 2.5 : 0], ['5A', 7], ['5B', 3], ['5C', 2], ['5D', 6],
    ['3A', 3], ['3B', age < 5 ? 14 : 0], ['3C', school ? 3 : 0], ['3D', 1], ['3E', 3.5], ['3F', 2.5], ['4', 3.2], ['1A', 6],
    ['1B', 1.6], ['1C', age >= 11 ? 1.2 : 0], ['1D', 1], ['7', 1.2], ['8', 3], ['9', 2], ['10', 0.4],
  ]
}

/** Which codes make up each published group of sources, and how often, for contacts about exploitation. */
export const EXPLOITATION_SOURCES: Readonly<Record<SourceGroup, readonly (readonly [SourceCode, number])[]>> = {
  local_authority: [['5A', 42], ['5B', 14], ['5C', 10], ['5D', 34]],
  police: [['6', 1]],
  education: [['2A', 88], ['2B', 12]],
  other: [['1A', 22], ['1B', 5], ['1C', 7], ['1D', 4], ['3A', 8], ['3C', 12], ['3E', 9], ['3F', 11], ['4', 8], ['7', 3], ['8', 8], ['9', 3]],
}
