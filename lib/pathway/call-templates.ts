/**
 * Scripts of prompts for calls that recur (DOMAIN 2, Contact). Waymark's own set is here; an area may edit each,
 * which makes a version of the area's own. A contact keeps the name of the version that was used, so a version
 * that is published here or by an area is never changed: a better one is a new one.
 */
import { SOURCES, type SourceCode } from './codes'
import { CHANNELS, type Channel } from './words'

export type CallTemplate = {
  /** What a contact keeps, e.g. 'school/waymark-1', 'school/area-3'. */
  readonly ref: string
  readonly key: string
  readonly version: number
  readonly name: string
  /** Chosen beforehand where the kind of call says it; a person may choose otherwise. */
  readonly channel: Channel | null
  readonly sourceCode: SourceCode | null
  readonly prompts: readonly string[]
}

const waymark = (key: string, version: number, rest: Omit<CallTemplate, 'ref' | 'key' | 'version'>): CallTemplate => ({ ref: refOf(key, 'waymark', version), key, version, ...rest })

/** Waymark's own templates, in the order they are offered. Add a version beside the old one; never change one. */
export const BUILT_IN_TEMPLATES: readonly CallTemplate[] = [
  waymark('school', 1, {
    name: 'School', channel: null, sourceCode: '2A',
    prompts: [
      'What changed, and since when? Who at school noticed?',
      'What did the child say, in which words, and to whom?',
      'Attendance: how many whole school days were missed, and on which days?',
      'Who drops the child off or collects them? Any car, and its registration?',
      'New belongings, a second phone, older friends?',
      'Whom at school does the child trust? Is it safe to speak with the parents?',
    ],
  }),
  waymark('police', 1, {
    name: 'Police report', channel: null, sourceCode: '6',
    prompts: [
      'Is this a missing report? Then choose ‘Police missing report’ under ‘How it came’.',
      'Incident number, and the officer who can be reached.',
      'Where, when and with whom was the child found? Any address or vehicle?',
      'What did the child say about where they had been?',
      'Is a return interview arranged? It is due within 72 hours.',
      'What have the police done, and what will they do next?',
    ],
  }),
  waymark('parent', 1, {
    name: 'Parent or carer', channel: null, sourceCode: '1A',
    prompts: [
      'What worries you most, and since when?',
      'Where is your child now, and are they safe?',
      'Who are the new people in your child’s life? Names, nicknames, cars, places?',
      'What have you tried, and what helped?',
      'What would your child say about it? Do they know that you are calling?',
      'What would help you at home? Are there brothers or sisters?',
    ],
  }),
  waymark('young_person', 1, {
    name: 'Young person about themselves', channel: null, sourceCode: '1C',
    prompts: [
      'Thank you for calling. Are you safe where you are, and can you talk?',
      'Tell me in your own words. You need not tell everything today.',
      'I may have to tell somebody to keep you safe. I will say whom, and why.',
      'Who do you trust? Who should not know that you called?',
      'Do you want to see a doctor or a nurse? That is your choice.',
      'What do you want to happen next, and how may we reach you safely?',
    ],
  }),
  waymark('hotel_taxi', 1, {
    name: 'Hotel, taxi or other business', channel: null, sourceCode: '8',
    prompts: [
      'Is anybody in danger now? Then call 999 first.',
      'Which hotel, room, rank or street? When did it happen?',
      'Who was there: how many, about what age, how did they look and speak to each other?',
      'Any vehicle: registration, make, colour, licence plate number?',
      'Who paid or booked, and under what name? Is there a recording to keep?',
      'Do you want to stay unnamed? May we call you back?',
    ],
  }),
]

/** The name under which a contact keeps a version. */
export function refOf(key: string, by: 'waymark' | 'area', version: number): string {
  return `${key}/${by}-${version}`
}

/** The parts of such a name; null where it is none. */
export function partsOf(ref: string): { key: string; by: 'waymark' | 'area'; version: number } | null {
  const [, key, by, version] = /^([a-z0-9_-]{1,60})\/(waymark|area)-([1-9]\d{0,5})$/.exec(ref) ?? []
  return key && by && version ? { key, by: by as 'waymark' | 'area', version: Number(version) } : null
}

/** One of Waymark's own versions; undefined where there is none of that name. */
export function builtInTemplate(ref: string): CallTemplate | undefined {
  return BUILT_IN_TEMPLATES.find((template) => template.ref === ref)
}

/** Says which version was used, e.g. 'School, version 2 of this area'. */
export function versionInWords({ ref, name, version }: Pick<CallTemplate, 'ref' | 'name' | 'version'>): string {
  return partsOf(ref)?.by === 'waymark' ? `${name}, Waymark’s version ${version}` : `${name}, version ${version} of this area`
}

/** The templates of an area: its own newest version where it has one, else Waymark's newest; its own kinds last. */
export function currentTemplates<T extends CallTemplate>(ofArea: readonly T[]): (CallTemplate | T)[] {
  const newest = new Map<string, CallTemplate | T>()
  for (const template of BUILT_IN_TEMPLATES) if (template.version > (newest.get(template.key)?.version ?? 0)) newest.set(template.key, template)
  const own = new Map<string, T>()
  for (const template of ofArea) if (template.version > (own.get(template.key)?.version ?? 0)) own.set(template.key, template)
  for (const [key, template] of own) newest.set(key, template)
  return [...newest.values()]
}

type Chosen = { readonly channel: string; readonly sourceCode: string }
type Suggests = Pick<CallTemplate, 'channel' | 'sourceCode'>

/**
 * What the form shows after another template is chosen: what the new one suggests, unless a person chose
 * otherwise. `usual` is what stands there before anybody chose.
 */
export function preselected(form: Chosen, before: Suggests | undefined, after: Suggests | undefined, usual: Chosen): Chosen {
  const untouched = (field: keyof Chosen) => form[field] === usual[field] || form[field] === before?.[field]
  const next = (field: keyof Chosen) => (untouched(field) ? (after?.[field] ?? usual[field]) : form[field])
  return { channel: next('channel'), sourceCode: next('sourceCode') }
}

/** For the rule that what a template suggests is on the lists of the form. */
export const isOnTheLists = ({ channel, sourceCode }: Suggests): boolean =>
  (channel === null || CHANNELS.some(({ id }) => id === channel)) && (sourceCode === null || SOURCES.some(({ code }) => code === sourceCode))
