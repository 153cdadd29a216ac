import type { Tx } from '../access/operation'
import { nameOf } from '../children/view'
import { gistOf } from '../contacts/view'
import { alertLabel } from '../pathway/alert-kinds'
import type { Side } from '../pathway/sides'
import type { OpenItem } from './open-now'

/** One line of a hand-over: what it is, how it stood, and what was said of it. */
export type HandoverLine = {
  /** Unique in the list. */
  key: string
  kind: OpenItem['kind']
  id: string
  /** e.g. 'Contact WRN-2026-00012' */
  title: string
  href: string
  child: string | null
  gist: string
  why: string
  danger: boolean
  note: string
}

export type HandoverView = {
  id: string
  version: number
  shiftAt: string
  to: Side
  overall: string | null
  out: { by: string; byId: string; at: string }
  /** Null until the side that comes on has signed. */
  in: { by: string; at: string } | null
  remark: string | null
  lines: HandoverLine[]
}

/** One line of the list of hand-overs. */
export type HandoverSummary = { id: string; shiftAt: string; to: Side; outBy: string; inBy: string | null; items: number }

type Item = OpenItem & { note?: string | null }

/** Items as lines, with what the record behind each says now; and the children whom they name. */
export async function linesOf(tx: Tx, areaId: string, items: readonly Item[]): Promise<{ lines: HandoverLine[]; children: string[] }> {
  const contacts = await tx.contact.findMany({
    where: { areaId, id: { in: items.filter((item) => item.kind === 'contact').map((item) => item.id) } },
    select: { id: true, reference: true, whatWasSaid: true, child: { select: { id: true, givenName: true, familyName: true, knownAs: true } } },
  })
  const alerts = await tx.alert.findMany({
    where: { areaId, id: { in: items.filter((item) => item.kind === 'alert').map((item) => item.id) } },
    select: { id: true, kind: true, recordType: true, recordId: true, child: { select: { id: true, givenName: true, familyName: true, knownAs: true } } },
  })
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]))
  const alertOf = new Map(alerts.map((alert) => [alert.id, alert]))
  const lines = items.map((item): HandoverLine => {
    const [contact, alert] = [contactOf.get(item.id), alertOf.get(item.id)]
    const child = (contact ?? alert)?.child
    return {
      key: `${item.kind}-${item.id}`,
      kind: item.kind,
      id: item.id,
      title: contact ? `Contact ${contact.reference}` : alertLabel(alert?.kind ?? ''),
      href: contact ? `/contacts/${contact.id}` : alert?.recordType === 'contact' ? `/contacts/${alert.recordId}` : '/alerts',
      child: child ? nameOf(child) : null,
      gist: contact ? gistOf(contact.whatWasSaid) : '',
      why: item.why,
      danger: item.danger,
      note: item.note ?? '',
    }
  })
  return { lines, children: [...new Set([...contacts, ...alerts].flatMap(({ child }) => child?.id ?? []))] }
}

export const withSignatures = {
  signedOutBy: { select: { id: true, name: true } },
  signedInBy: { select: { name: true } },
  items: { orderBy: { position: 'asc' as const } },
}

type Row = {
  id: string
  version: number
  shiftAt: Date
  toSide: Side
  overall: string | null
  remark: string | null
  signedOutAt: Date
  signedOutBy: { id: string; name: string }
  signedInAt: Date | null
  signedInBy: { name: string } | null
  items: { contactId: string | null; alertId: string | null; why: string; danger: boolean; note: string | null }[]
}

/** A hand-over as it is read, and the children whom it names. */
export async function viewOf(tx: Tx, areaId: string, row: Row): Promise<{ view: HandoverView; children: string[] }> {
  const items = row.items.map((item): Item => ({
    kind: item.contactId ? 'contact' : 'alert', id: item.contactId ?? item.alertId ?? '', why: item.why, danger: item.danger, note: item.note,
  }))
  const { lines, children } = await linesOf(tx, areaId, items)
  const view: HandoverView = {
    id: row.id,
    version: row.version,
    shiftAt: row.shiftAt.toISOString(),
    to: row.toSide,
    overall: row.overall,
    out: { by: row.signedOutBy.name, byId: row.signedOutBy.id, at: row.signedOutAt.toISOString() },
    in: row.signedInAt && row.signedInBy ? { by: row.signedInBy.name, at: row.signedInAt.toISOString() } : null,
    remark: row.remark,
    lines,
  }
  return { view, children }
}
