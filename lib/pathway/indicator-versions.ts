/** What a version of an indicator set must have, and what it changed. Source: DOMAIN 3 (versioned data). */
import { BLOCKS, type Block, type Indicator } from './indicators'

/** The blocks that would be left without an indicator: each must keep one, possible current harm above all. */
export function emptyBlocks(indicators: readonly Pick<Indicator, 'block'>[]): Block[] {
  return BLOCKS.map(({ id }) => id).filter((id) => !indicators.some(({ block }) => block === id))
}

/** In the order of the blocks, as a set is kept and asked; within a block as given. */
export function inBlockOrder<T extends Pick<Indicator, 'block'>>(rows: readonly T[]): T[] {
  return BLOCKS.flatMap(({ id }) => rows.filter(({ block }) => block === id))
}

export type SetChange = { added: string[]; removed: string[]; reworded: { was: string; now: string }[]; reordered: boolean }

type Named = { readonly id: string; readonly label: string }

/** What is new, gone or put in other words, by id, in a set of indicators or of questions; `reordered` where those of both stand in another order. */
export function changeOfSet(before: readonly Named[], now: readonly Named[]): SetChange {
  const [was, is] = [before, now].map((set) => new Map(set.map((one) => [one.id, one.label]))) as [Map<string, string>, Map<string, string>]
  const stayed = (set: readonly Named[]) => set.map(({ id }) => id).filter((id) => was.has(id) && is.has(id))
  return {
    added: now.filter(({ id }) => !was.has(id)).map(({ label }) => label),
    removed: before.filter(({ id }) => !is.has(id)).map(({ label }) => label),
    reworded: now.flatMap(({ id, label }) => {
      const earlier = was.get(id)
      return earlier !== undefined && earlier !== label ? [{ was: earlier, now: label }] : []
    }),
    reordered: stayed(before).join(' ') !== stayed(now).join(' '),
  }
}
