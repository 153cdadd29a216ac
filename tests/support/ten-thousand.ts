import { NAMES } from '../../prisma/seed/names'
import { SYSTEM_USER, type World } from './world'

export type OneOfMany = { id: string; given: string; family: string; born: string }

/**
 * Ten thousand children of area A in one statement, named as the seeds name people: three in four of one
 * heritage, the rest spread; births over seventeen years. The same each time but for the ids.
 */
export async function makeTenThousand(world: World): Promise<OneOfMany[]> {
  const heritages = Object.values(NAMES)
  const given = heritages.map(({ girls, boys }) => [...girls, ...boys])
  const family = heritages.map(({ families }) => families)
  const people = Array.from({ length: 10_000 }, (_, n) => {
    const from = n % 4 === 3 ? 1 + (Math.floor(n / 4) % (heritages.length - 1)) : 0
    const pick = (list: readonly string[] = [], salt: number) => list[Math.floor(hash(n * 7 + salt) * list.length)] ?? ''
    return { given: pick(given[from], 1), family: pick(family[from], 2), days: Math.floor(hash(n * 7 + 3) * 6200) }
  })
  const { rows } = await world.sql.query<OneOfMany>(
    `INSERT INTO child (area_id, id, reference, given_name, family_name, date_of_birth, created_by_id, updated_at)
     SELECT $1, gen_random_uuid(), 'X-M-' || n, g, f, date '2009-01-01' + d, $2, '2026-11-10'
     FROM unnest($3::text[], $4::text[], $5::int[]) WITH ORDINALITY AS p(g, f, d, n)
     RETURNING id, given_name AS given, family_name AS family, date_of_birth::text AS born`,
    [world.a.id, SYSTEM_USER, people.map((one) => one.given), people.map((one) => one.family), people.map((one) => one.days)],
  )
  await world.sql.query('ANALYZE')
  return rows
}

/** 0 to 1 from a whole number, without a pattern that would show in the names. */
function hash(n: number): number {
  let mixed = Math.imul(n + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}
