import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DoorErrorKind } from '../../lib/access/errors'
import { attempt, OPERATION_NAMES, sample } from '../access/samples'
import { INJECTED, KEPT, REFUSED, REORDERED } from '../support/bad-text'
import { childForm, contactForm, decisionForm } from '../support/inputs'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, type World } from '../support/world'

/** Whatever is sent, the answer is one for a person: never the one for a database that is gone. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

// the same values each time; FUZZ_SEED and FUZZ_TIMES look further
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_119) })
const times = Number(process.env.FUZZ_TIMES ?? 1)

const ANSWERS: readonly (DoorErrorKind | 'done')[] = ['done', 'invalid', 'not_found', 'refused', 'conflict', 'stale']

const dates = fc.record({
  day: fc.oneof(fc.integer({ min: -1, max: 40 }).map(String), fc.string({ maxLength: 4 })),
  month: fc.oneof(fc.integer({ min: -1, max: 14 }).map(String), fc.constantFrom('Feb', 'may', 'x')),
  year: fc.oneof(fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')), fc.string({ maxLength: 5 })),
})
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...Object.values(KEPT), ...Object.values(REFUSED), ...Object.values(REORDERED).flat()),
  fc.integer({ min: 0, max: 30_000 }).map((length) => 'x'.repeat(length)),
)
const values = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 2, arbitrary: dates },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), fc.bigInt()) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...INJECTED, undefined, Number.NaN, new Date(Number.NaN), [], {}) },
  { weight: 1, arbitrary: fc.array(texts, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** One value, somewhere in a form that is otherwise as it was; or a value in a field of a field. */
const spoil = (form: object, at: number, value: unknown): unknown => {
  const fields = Object.keys(form)
  const field = fields[at % Math.max(fields.length, 1)]
  if (field === undefined) return value
  const inner = (form as Record<string, unknown>)[field]
  const deeper = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && at >= fields.length
  return { ...form, [field]: deeper ? spoil(inner, Math.floor(at / fields.length), value) : value }
}

async function unforeseen(name: string, actor: World['as']['advisor'], input: unknown): Promise<string[]> {
  const { kind } = await attempt(name, actor, input)
  return ANSWERS.includes(kind) ? [] : [`${name}: ${kind}`]
}

it('a contact, a decision or a child with anything in any of its fields', async () => {
  const contact = await makeContact(world, { child: await makeChild(world) })
  const child = await makeChild(world)
  const forms = [['contacts.log', () => contactForm()], ['contacts.decide', () => decisionForm(contact)], ['children.edit', () => childForm(child)]] as const
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.nat(200), values, async (which, at, value) => {
      const [name, form] = forms[which] as (typeof forms)[number]
      expect(await unforeseen(name, world.as.advisor, spoil(form(), at, value))).toEqual([])
    }),
    { numRuns: 1500 * times },
  )
})

it('two things wrong in one contact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(200), values, fc.nat(200), values, async (first, one, second, other) => {
      expect(await unforeseen('contacts.log', world.as.advisor, spoil(spoil(contactForm(), first, one) as object, second, other))).toEqual(
        [],
      )
    }),
    { numRuns: 600 * times },
  )
})

it('a line of search', async () => {
  const pieces = fc.constantFrom(
    'robin', 'test', '3/4/2011', '31/31/2011', 'TF1 2AB', '9434765919', '+44 7700 900123', '12 High', '%', '_', "'",
    '\\', '*', '-', '’', 'ß', 'İ',
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(texts, fc.array(fc.oneof(pieces, texts), { maxLength: 6 }).map((parts) => parts.join(' '))), async (query) => {
      expect(await unforeseen('children.search', world.as.advisor, { query })).toEqual([])
    }),
    { numRuns: 600 * times },
  )
})

it('a page key, a period, a filter', async () => {
  const keys = fc.oneof(
    texts, fc.tuple(fc.nat(), fc.uuid()).map(([at, id]) => `${at}~${id}`),
    fc.stringMatching(/^\d{1,15}~[0-9a-f-]{36}$/),
  )
  await fc.assert(
    fc.asyncProperty(keys, dates, dates, fc.oneof(fc.stringMatching(/^\d{1,19}$/), texts), async (after, from, until, before) => {
      const found = [
        ...(await unforeseen('contacts.list', world.as.advisor, { show: 'all', after })),
        ...(await unforeseen('referrals.list', world.as.advisor, { after })),
        ...(await unforeseen('oversight.figures', world.as.analyst, { from, until })),
        ...(await unforeseen('audit.read', world.as.manager, { from, until, before })),
      ]
      expect(found).toEqual([])
    }),
    { numRuns: 250 * times },
  )
})

it('any operation, with anything in any of its fields', async () => {
  const samples: { name: string; actor: World['as']['advisor']; input: object }[] = []
  for (const name of OPERATION_NAMES) {
    // what would end or take away the very role that asks is left out
    if (name === 'session.end' || name === 'session.switch') continue
    const { actor, input } = await sample(world, name)
    samples.push({ name, actor, input: input as object })
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(samples.length - 1), fc.nat(50), values, async (which, at, value) => {
      const { name, actor, input } = samples[which] as (typeof samples)[number]
      expect(await unforeseen(name, actor, spoil(input, at, value))).toEqual([])
    }),
    { numRuns: 800 * times },
  )
})
