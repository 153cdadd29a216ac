import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchChildren } from '../../lib/children/queries'
import { chanceFrom, oneLetter, soundAlike, swapped, type Chance } from '../support/misspell'
import { makeTenThousand, type OneOfMany } from '../support/ten-thousand'
import { makeWorld, request, type World } from '../support/world'

/** Ten thousand children, looked for by names that are mistyped or misheard: found among the first five. */
const LOOKED_FOR = 100
const REACHED = 0.95

let world: World
let everybody: OneOfMany[]
beforeAll(async () => {
  world = await makeWorld()
  everybody = await makeTenThousand(world)
})
afterAll(() => world.close())

const words = (one: OneOfMany) => [one.given, one.family] as const
/** One of the two names misspelt. */
const oneOf = (spoil: (word: string, chance: Chance) => string) => (one: OneOfMany, chance: Chance) => {
  const [given, family] = words(one)
  return chance() < 0.5 ? `${spoil(given, chance)} ${family}` : `${given} ${spoil(family, chance)}`
}
const turned = (born: string) => { const [year, month, day] = born.split('-'); return `${month}/${day}/${year}` }

type Kind = [name: string, query: (one: OneOfMany, chance: Chance) => string, fits?: (one: OneOfMany) => boolean]
const KINDS: Kind[] = [
  ['one letter wrong, missing or too many', oneOf(oneLetter)],
  ['two letters swapped', oneOf(swapped)],
  ['written as it sounds', oneOf(soundAlike)],
  ['one letter wrong in each', (one, chance) => words(one).map((word) => oneLetter(word, chance)).join(' ')],
  ['day and month swapped', (one) => `${words(one).join(' ')} ${turned(one.born)}`, ({ born }) => Number(born.slice(8)) <= 12],
  ['day and month swapped, and one letter wrong', (one, chance) => `${oneOf(oneLetter)(one, chance)} ${turned(one.born)}`, ({ born }) => Number(born.slice(8)) <= 12],
]

/** Those who carry the very same name cannot be told apart by it: one of them found is the one found. */
const same = (a: OneOfMany, b: OneOfMany) => a.given === b.given && a.family === b.family

async function found(one: OneOfMany, query: string): Promise<boolean> {
  const five = (await searchChildren.run(world.as.advisor, request(), { query })).slice(0, 5)
  return five.some((match) => match.id === one.id)
}

describe('of ten thousand, among the first five', () => {
  it.each(KINDS)('%s', async (name, query, fits = () => true) => {
    const chance = chanceFrom(name.length)
    const able = everybody.filter(fits)
    const missed: string[] = []
    for (let n = 0; n < LOOKED_FOR; n++) {
      const one = able[Math.floor(chance() * able.length)] as OneOfMany
      const line = query(one, chance)
      if (!(await found(one, line))) missed.push(`${words(one).join(' ')} as ${line} (${everybody.filter((other) => same(one, other)).length} of that name)`)
    }
    expect.soft(1 - missed.length / LOOKED_FOR, `missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(REACHED)
  }, 120_000)
})
