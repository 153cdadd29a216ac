/**
 * What agencies say that does not fit together, to be set side by side for the safeguarding lead. It points and
 * never decides which is right (DOMAIN 2, Multi-agency child enquiry).
 */
import { ENTRY_TOPICS, topicOf, type EntryTopic } from './enquiry-words'

export type Said = {
  readonly id: string
  readonly agencyId: string
  readonly topic: EntryTopic | null
  /** The answer in a few words, where a topic is named. */
  readonly topicValue: string | null
  /** The day it is about, 'YYYY-MM-DD'; null where only approximately known. */
  readonly day: string | null
  readonly text: string
  readonly source: string
  /** Corrected since: no longer what the agency says. */
  readonly superseded: boolean
}

export type Answered = { readonly agencyId: string; readonly name: string; readonly answer: 'entries' | 'nothing_known' | null }

export type Disagreement =
  /** Agencies answer the same question differently. `sides` in the order of `said`. */
  | { readonly kind: 'differs'; readonly topic: EntryTopic; readonly day: string | null; readonly sides: readonly string[] }
  /** An agency knows nothing, and another's entries name that agency. */
  | { readonly kind: 'named_but_nothing_known'; readonly agencyId: string; readonly sides: readonly string[] }

/** Every disagreement, by topic in their order, then agencies that know nothing and are named by others. */
export function disagreements(said: readonly Said[], answers: readonly Answered[]): Disagreement[] {
  const standing = said.filter((entry) => !entry.superseded)
  const differs = ENTRY_TOPICS.flatMap((topic) => ofTopic(topic.id, standing))
  const silent = answers.filter(({ answer }) => answer === 'nothing_known').flatMap(({ agencyId, name }): Disagreement[] => {
    const sides = standing.filter((entry) => entry.agencyId !== agencyId && mentions(`${entry.text} ${entry.source}`, name)).map(({ id }) => id)
    return sides.length ? [{ kind: 'named_but_nothing_known', agencyId, sides }] : []
  })
  return [...differs, ...silent]
}

function ofTopic(topic: EntryTopic, said: readonly Said[]): Disagreement[] {
  const about = said.filter((entry) => entry.topic === topic && entry.topicValue)
  const dated = topicOf(topic)?.compare === 'dated'
  const groups = new Map<string | null, Said[]>()
  for (const entry of about) {
    // a sighting on no certain day contradicts no other
    if (dated && entry.day === null) continue
    const key = dated ? entry.day : null
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups].flatMap(([day, entries]): Disagreement[] =>
    entries.some((one) => entries.some((other) => clash(one, other))) ? [{ kind: 'differs', topic, day, sides: entries.map(({ id }) => id) }] : [],
  )
}

/** Two agencies, and neither answer is part of the other: '12 Tannery Lane' fits '12 Tannery Lane, Ferrowby'. */
function clash(one: Said, other: Said): boolean {
  if (one.agencyId === other.agencyId) return false
  const [a, b] = [plain(one.topicValue ?? ''), plain(other.topicValue ?? '')]
  return !a.includes(b) && !b.includes(a)
}

/** Without case, marks, spaces or 'the', so that 'Brindmoor High' and 'brindmoor high.' are one. */
function plain(value: string): string {
  return value.toLowerCase().normalize('NFKD').replace(/\bthe\b/g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

function mentions(text: string, name: string): boolean {
  return plain(name).length > 3 && plain(text).includes(plain(name))
}
