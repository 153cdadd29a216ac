import { countBy, givenOf, type Blackout, type Cut, type Verdict } from '../pathway/redaction'
import { groundOf, REQUESTERS, type Ground, type Requester } from '../pathway/subject-access'

/**
 * What is handed over, as data: the JSON file is this, and the PDF is set from it, so that the two never differ.
 * Withheld words are in neither, because they are not in here. Documented in decision 29; a change that a reader would
 * notice is a new `version`.
 */
export type Copy = {
  schema: 'waymark.subject-access'
  version: 1
  reference: string
  area: string
  about: { name: string; born: string; reference: string }
  askedBy: string
  /** Days 'YYYY-MM-DD'. */
  receivedOn: string
  madeOn: string
  summary: {
    passages: number
    given: number
    /** Given with words withheld. */
    part: number
    whole: number
    /** Under which ground what was withheld: stretches of words, and whole passages. */
    grounds: { ground: Ground; told: string; stretches: number; passages: number }[]
  }
  passages: CopyPassage[]
}

/** A passage as it is given; one that is withheld whole has its number and ground alone. Days are 'YYYY-MM-DD'. */
export type CopyPassage =
  | { number: number; withheld: 'none' | 'part'; kind: string; on: string; text: string; grounds: { ground: Ground; many: number }[] }
  | { number: number; withheld: 'whole'; ground: Ground }

export type Decided = { number: number; kind: string; on: string; text: string; locks: readonly Cut[]; verdict: Verdict; ground: Ground | null; blackouts: readonly Blackout[] }

type About = Pick<Copy, 'reference' | 'area' | 'about' | 'receivedOn' | 'madeOn'> & { requester: Requester }

/** Makes the copy of passages that were decided and agreed. Every passage is in it, given or withheld with its ground. */
export function copyOf({ requester, ...about }: About, decided: readonly Decided[]): Copy {
  const passages = decided.map((one): CopyPassage => {
    const { text, ground, cuts } = givenOf(one.text, one.locks, one)
    if (text === null) {
      if (!ground) throw new Error('a passage is withheld without a ground')
      return { number: one.number, withheld: 'whole', ground }
    }
    return { number: one.number, withheld: cuts.length ? 'part' : 'none', kind: one.kind, on: one.on, text, grounds: cuts }
  })
  const wholes = countBy(passages.flatMap((one) => (one.withheld === 'whole' ? [one.ground] : [])))
  const stretches = passages.flatMap((one) => (one.withheld === 'whole' ? [] : one.grounds))
  const used = [...new Set([...wholes, ...stretches].map(({ ground }) => ground))]
  const count = (how: CopyPassage['withheld']) => passages.filter(({ withheld }) => withheld === how).length
  return {
    schema: 'waymark.subject-access', version: 1, ...about, askedBy: REQUESTERS.find(({ id }) => id === requester)?.label ?? requester,
    summary: {
      passages: passages.length, given: count('none'), part: count('part'), whole: count('whole'),
      grounds: used.map((ground) => ({ ground, told: groundOf(ground).told, stretches: stretches.filter((one) => one.ground === ground).reduce((sum, { many }) => sum + many, 0), passages: wholes.find((one) => one.ground === ground)?.many ?? 0 })),
    },
    passages,
  }
}
