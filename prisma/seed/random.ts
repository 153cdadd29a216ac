import { createHash } from 'node:crypto'

/**
 * A small seeded generator (mulberry32): the same name gives the same run on every machine, so that two
 * seeds with the same anchor are the same to the last row. Not for secrets.
 */
export class Random {
  #state: number

  constructor(name: string) {
    this.#state = createHash('sha256').update(name).digest().readUInt32LE(0)
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** Throws RangeError where there is nothing to choose from. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to choose from')
    return list[this.int(0, list.length - 1)] as T
  }

  /** One of several, each as often as its weight says. Throws RangeError where no weight is above 0. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
    let left = this.next() * total
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    throw new RangeError('nothing to choose from')
  }

  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list]
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.int(0, at)
      ;[shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T]
    }
    return shuffled
  }

  /** A version 7 UUID of that instant, like those the app makes. */
  uuid(at: number): string {
    const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
    const bits = (digits: number) => Math.floor(this.next() * 16 ** digits).toString(16).padStart(digits, '0')
    const variant = '89ab'.charAt(this.int(0, 3))
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`
  }
}

// before any record of the demo, so that people and agencies sort first
const BEFORE_EVERYTHING = Date.UTC(2020, 0, 1)

/** The id of something that has a name of its own (a person, an agency): always the same. */
export function uuidOf(name: string): string {
  return new Random(`id of ${name}`).uuid(BEFORE_EVERYTHING)
}
