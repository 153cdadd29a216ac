import type { Asking } from '../access/operation'
import { sameChildren } from '../children/together'
import { bornText, nameOf } from '../children/view'
import { gistOf } from '../contacts/view'
import { formatDate } from '../pathway/dates'
import { isMissingReport, namesIn, orderKnown, whyOf, type KnownFacts, type Tie, type TieKind } from '../pathway/known'
import { OUTCOME_LABELS } from '../pathway/routing'

/** One thing that is known, as it is read: what it is, why it matched, and where it leads. */
export type KnownPiece = KnownFacts & {
  title: string
  /** One line under the title. */
  text: string
  /** Why it matched; `caller` where that would tell who rang. */
  why: { words: string; caller: boolean }[]
  /** Of an open case: who holds it. */
  holder: string | null
  link: { type: 'case' | 'contact' | 'child'; id: string }
}

export type KnownView = {
  /** In the order of lib/pathway/known, at most sixty. */
  pieces: KnownPiece[]
  /** Contacts of this child before the one asked from, and how many of them are missing reports. */
  earlier: number
  missing: number
}

type About = {
  childId: string | null
  /** The contact asked from, which is not counted among what is known. */
  contact: { id: string; unidentifiedChild: string | null; receivedAt: Date } | null
}

const CONTACTS_READ = 60
const PIECES = 60

type Link = { kind: TieKind; child_id: string | null; contact_id: string | null; via: string | null; there: string | null }

/**
 * Gathers what is known of a child, or of what a contact without one tells. Row-level security leaves out what
 * the person asking may not see; levels and how they were reached are not read at all. `children` are all whom it
 * shows, for the audit log.
 */
export async function gatherKnown({ tx, actor, now }: Asking, { childId, contact }: About): Promise<{ view: KnownView; children: string[] }> {
  const { areaId } = actor
  const own = childId ? await sameChildren(tx, childId) : []
  const { words, pairs } = namesIn(childId ? '' : (contact?.unidentifiedChild ?? ''))
  const links = await tx.$queryRaw<Link[]>`
    SELECT kind, child_id::text, contact_id::text, via, there
    FROM known_links(${childId}::uuid, ${contact?.id ?? null}::uuid, ${words}::text[], ${pairs}::text[])`
  const tiesOf = (key: 'child_id' | 'contact_id', id: string): Tie[] => links.filter((link) => link[key] === id)
  const tied = (key: 'child_id' | 'contact_id') => [...new Set(links.flatMap((link) => link[key] ?? []))]
  const contacts = await tx.contact.findMany({
    where: { areaId, OR: [{ childId: { in: own } }, { id: { in: tied('contact_id') } }], ...(contact ? { id: { not: contact.id } } : {}) },
    orderBy: { receivedAt: 'desc' },
    take: CONTACTS_READ,
    select: {
      id: true, reference: true, receivedAt: true, channel: true, concerns: true, exploitation: true, whatWasSaid: true, childId: true,
      decision: { select: { outcomes: true } }, child: { select: { givenName: true, familyName: true, knownAs: true } },
    },
  })
  const cases = own.length
    ? await tx.cateCase.findMany({
        where: { areaId, childId: { in: own } },
        select: { id: true, reference: true, openedAt: true, closedAt: true, allocatedTo: { select: { name: true } } },
      })
    : []
  const children = tied('child_id').length
    ? await tx.child.findMany({
        where: { areaId, id: { in: tied('child_id') } },
        select: {
          id: true, reference: true, givenName: true, familyName: true, knownAs: true, dateOfBirth: true, birthEstimated: true, exploitation: true,
          cases: { where: { closedAt: null }, take: 1, select: { allocatedTo: { select: { name: true } } } },
        },
      })
    : []
  const isOwn = (id: string | null) => id !== null && own.includes(id)
  const pieces: KnownPiece[] = [
    ...cases.map((one): KnownPiece => {
      const open = one.closedAt === null
      const holder = one.allocatedTo?.name ?? null
      return {
        id: one.id, what: 'case', ties: [], exploitation: 'no', missing: false, openCase: open, at: one.openedAt.toISOString(), holder: open ? holder : null,
        title: `CATE case ${one.reference}`, text: one.closedAt ? `Closed ${formatDate(one.closedAt)}` : holder ? `Open, with ${holder}` : 'Open, not allocated yet',
        why: [], link: { type: 'case', id: one.id },
      }
    }),
    ...contacts.map((one): KnownPiece => {
      const ties = isOwn(one.childId) ? [] : tiesOf('contact_id', one.id)
      const went = one.decision?.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ') ?? 'Waiting for a decision'
      const about = isOwn(one.childId) ? '' : one.child ? `About ${nameOf(one.child)}. ` : 'About no named child. '
      return {
        id: one.id, what: 'contact', ties, exploitation: one.exploitation, missing: isMissingReport(one), openCase: false, at: one.receivedAt.toISOString(), holder: null,
        title: `Contact ${one.reference}`, text: `${about}${formatDate(one.receivedAt)}. ${went}. “${gistOf(one.whatWasSaid)}”`,
        why: wordsOf(ties), link: { type: 'contact', id: one.id },
      }
    }),
    ...children.map((one): KnownPiece => {
      const ties = tiesOf('child_id', one.id)
      const [open] = one.cases
      return {
        id: one.id, what: 'child', ties, exploitation: one.exploitation, missing: false, openCase: open !== undefined, at: '', holder: open?.allocatedTo?.name ?? null,
        title: nameOf(one), text: `${one.reference}. ${bornText(one, now)}`, why: wordsOf(ties), link: { type: 'child', id: one.id },
      }
    }),
  ]
  const earlier = contacts.filter((one) => isOwn(one.childId) && (!contact || one.receivedAt <= contact.receivedAt))
  return {
    view: { pieces: orderKnown(pieces).slice(0, PIECES), earlier: earlier.length, missing: earlier.filter(isMissingReport).length },
    children: [...own, ...contacts.flatMap((one) => one.childId ?? []), ...children.map((one) => one.id)],
  }
}

function wordsOf(ties: readonly Tie[]): KnownPiece['why'] {
  return [...new Map(ties.map((tie) => [whyOf(tie), { words: whyOf(tie), caller: tie.kind === 'caller' }])).values()]
}
