import { randomUUID } from 'node:crypto'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Over = Readonly<Record<string, unknown>>

/** An import that waits to be let in, or as told; `full` with a file, and a reference that came of it. Written past the door. */
export async function makeImport(world: World, { area = world.a, full = false, ...over }: Over & { area?: TestArea; full?: boolean } = {}): Promise<string> {
  const id = randomUUID()
  const row = { area_id: area.id, batch_id: id }
  await insert(world.sql, 'import_batch', {
    area_id: area.id, id, submission_key: randomUUID(), started_at: '2026-11-18T09:00:00Z', started_by_id: SYSTEM_USER, state: full ? 'waiting' : 'checked', report: JSON.stringify({ counts: [], problems: [], notes: [] }), ...over,
  })
  if (full) {
    await insert(world.sql, 'import_file', { ...row, name: 'children.csv', content: 'child_ref' })
    await insert(world.sql, 'import_reference', { ...row, kind: 'child', reference: `P-${id}`, record_id: randomUUID(), fingerprint: 'a print', imported_at: '2026-11-18' })
  }
  return id
}

/** The reference of a contact. */
export async function refOf(world: World, contact: string): Promise<string> {
  return (await world.sql.query<{ reference: string }>('SELECT reference FROM contact WHERE id = $1', [contact])).rows[0]?.reference ?? ''
}
