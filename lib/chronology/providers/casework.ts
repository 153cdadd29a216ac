import { may } from '../../access/permissions'
import { ISVA_STATES, SESSION_TYPES } from '../../pathway/sessions'
import { pageOf, type Provider } from '../entry'

const by = { select: { name: true } } as const
const TYPE = new Map<string, string>(SESSION_TYPES.map(({ id, label }) => [id, label]))

/** The session log, each piece of work as it stands after its corrections. */
const sessions: Provider = {
  prefix: 'session',
  table: 'case_session',
  kinds: ['session'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'casework:read')) return []
    const page = pageOf('session', range, 'happenedAt')
    const rows = await tx.caseSession.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, correctedBy: null, AND: page.where }, include: { by } })
    return rows.map((row) => ({
      key: `session-${row.id}`, id: row.id, at: row.happenedAt.toISOString(), kind: 'session', title: `${TYPE.get(row.type) ?? 'Session'}, ${row.minutes} minutes`,
      text: [row.account, row.childWords && `In the young person’s words: “${row.childWords}”`].filter(Boolean).join('\n'), by: row.by.name, source: 'cate',
      link: { type: 'session', id: row.id }, withheld: null, childId: row.childId,
    }))
  },
}

/** What a young person told of, apart from the session in which it was told. */
const disclosures: Provider = {
  prefix: 'disclosure',
  table: 'disclosure',
  kinds: ['disclosure'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'casework:read')) return []
    const page = pageOf('disclosure', range, 'heardAt')
    const rows = await tx.disclosure.findMany({ ...page, where: { areaId: actor.areaId, childId: { in: [...childIds] }, AND: page.where }, include: { heardBy: by } })
    return rows.map((row) => ({
      key: `disclosure-${row.id}`, id: row.id, at: row.heardAt.toISOString(), kind: 'disclosure', title: `Told ${row.heardBy.name} of exploitation or abuse`, text: row.words, by: row.heardBy.name,
      source: 'cate', link: { type: 'session', id: row.sessionId }, withheld: null, childId: row.childId,
    }))
  },
}

const OFFER = new Map<string, string>(ISVA_STATES.map(({ id, label }) => [id, label]))

/** What became of the offer of an independent adviser after that, step by step. */
const offers: Provider = {
  prefix: 'isva',
  table: 'disclosure',
  kinds: ['disclosure'],
  sources: ['cate'],
  async read({ tx, actor, childIds, range }) {
    if (!may(actor.role, 'casework:read')) return []
    const page = pageOf('isva', range, 'at')
    const rows = await tx.isvaOffer.findMany({ ...page, where: { areaId: actor.areaId, disclosure: { childId: { in: [...childIds] } }, AND: page.where }, include: { by, disclosure: { select: { childId: true, sessionId: true } } } })
    return rows.map((row) => ({
      key: `isva-${row.id}`, id: row.id, at: row.at.toISOString(), kind: 'disclosure', title: `Independent sexual violence adviser: ${(OFFER.get(row.state) ?? row.state).toLowerCase()}`, text: row.note, by: row.by.name,
      source: 'cate', link: { type: 'session', id: row.disclosure.sessionId }, withheld: null, childId: row.disclosure.childId,
    }))
  },
}

export const CASEWORK_PROVIDERS: readonly Provider[] = [sessions, disclosures, offers]
