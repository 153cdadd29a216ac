import { expect } from 'vitest'
import { logContact } from '../../lib/contacts/commands'
import { contactForm, newChild } from './inputs'
import { makeContact } from './records'
import { request, type PersonName, type World } from './world'

export type ContactForm = Parameters<typeof contactForm>[0]

/** A call with nothing in it that raises anything by itself. */
export const PLAIN: ContactForm = { whatWasSaid: 'Something was said', child: { kind: 'new', child: newChild({ line: '', postcode: '', phone: '' }) } }
export const about = (childId: string): ContactForm => ({ child: { kind: 'known', childId } })

export type AlertRow = {
  id: string; kind: string; key: string; owner_id: string | null; owner_role: string; why: string; record_type: string; record_id: string; child_id: string | null
  evidence: { id: string }[]; version: number; answer: string | null; note: string | null; acknowledged_by_id: string | null; raised_at: Date
}

/** What a test of the front door's alerts does: log a call, have an earlier one, and look at what was raised. */
export function frontDoor(world: () => World) {
  const raised = async (column: 'record_id' | 'child_id', id: string): Promise<AlertRow[]> =>
    (await world().sql.query<AlertRow>(`SELECT * FROM alert WHERE ${column} = $1 ORDER BY kind, raised_at`, [id])).rows
  return {
    raised,
    log: (over: ContactForm = {}, who: PersonName = 'advisor') => logContact.run(world().as[who], request(), contactForm({ ...PLAIN, ...over })),
    kindsOf: async (contact: string) => (await raised('record_id', contact)).map(({ kind }) => kind),
    async theOne(contact: string, kind: string): Promise<AlertRow> {
      const found = (await raised('record_id', contact)).filter((row) => row.kind === kind)
      expect(found).toHaveLength(1)
      return found[0] as AlertRow
    },
    earlier: (child: string, months: number, over = {}) =>
      makeContact(world(), { child, received_at: new Date(Date.parse('2026-11-19T09:00:00Z') - months * 30 * 86_400_000), ...over }),
  }
}
