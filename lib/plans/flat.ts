import { parsePlainDate } from '../pathway/dates'
import { PLAN_SECTIONS, type Party } from '../pathway/plan'
import type { PlanInput } from './schema'
import type { VersionView } from './view'

/** A plan as a form has it, its dates in three boxes. */
export type PlanForm = Omit<PlanInput, 'caseId' | 'version' | 'note'>
type Said = PlanForm['involvement'][string]

const NOT_SAID: Said = { involved: '', how: '', on: { day: '', month: '', year: '' }, words: '', whyNot: '', willTry: '', withheld: false }
const boxes = (day: string | null) => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date, month, year }
}

/** What stands in the form for a version: every section, and everybody who has to have been part of it. */
export function formOf(version: Pick<VersionView, 'sections' | 'withheld' | 'involvement' | 'reviewOn' | 'agreedWith' | 'copiedTo'>, parties: readonly Party[]): PlanForm {
  const said = (key: string): Said => {
    const one = version.involvement.find(({ party }) => party === key)
    return one ? { involved: one.involved, how: one.how, on: boxes(one.on), words: one.words, whyNot: one.whyNot, willTry: one.willTry, withheld: one.withheld } : NOT_SAID
  }
  return {
    sections: Object.fromEntries(PLAN_SECTIONS.map(({ id }) => [id, version.sections[id] ?? ''])) as PlanForm['sections'],
    withheld: version.withheld as PlanForm['withheld'],
    involvement: Object.fromEntries(parties.map(({ key }) => [key, said(key)])),
    reviewOn: boxes(version.reviewOn),
    agreedWith: version.agreedWith,
    copiedTo: version.copiedTo,
  }
}

/** A plan as named lines of text, the same out of the form and out of the store: to compare two, and to say what changed. */
export function flat(form: PlanForm): Record<string, string> {
  return {
    ...Object.fromEntries(PLAN_SECTIONS.map(({ id }) => [`sections.${id}`, form.sections[id].trim()])),
    ...Object.fromEntries(Object.entries(form.involvement).map(([key, said]) => [`involvement.${key}`, saidText(said)])),
    withheld: PLAN_SECTIONS.filter(({ id }) => form.withheld.includes(id)).map(({ label }) => label).join(', '),
    reviewOn: dayText(form.reviewOn),
    agreedWith: form.agreedWith.trim(),
    copiedTo: form.copiedTo.trim(),
  }
}

/** What the lines of `flat` are called. */
export function flatLabels(parties: readonly Pick<Party, 'key' | 'name'>[]): Record<string, string> {
  return {
    ...Object.fromEntries(PLAN_SECTIONS.map(({ id, label }) => [`sections.${id}`, label])),
    ...Object.fromEntries(parties.map(({ key, name }) => [`involvement.${key}`, `How ${name} was involved`])),
    withheld: 'Withheld from the family', reviewOn: 'Review', agreedWith: 'Agreed with', copiedTo: 'Copied to',
  }
}

function dayText(parts: PlanForm['reviewOn']): string {
  const parsed = parsePlainDate(parts)
  return parsed.ok ? parsed.date : [parts.day, parts.month, parts.year].filter(Boolean).join(' ')
}

function saidText({ involved, how, on, words, whyNot, willTry, withheld }: Said): string {
  const lines = involved === 'yes' ? [`Involved: ${how}`, dayText(on), words] : involved === 'no' ? [`Not involved: ${whyNot}`, willTry] : []
  return [...lines, withheld && involved === 'yes' ? 'Not on the family copy' : ''].map((line) => line.trim()).filter(Boolean).join('\n')
}
