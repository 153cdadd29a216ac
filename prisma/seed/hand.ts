import type { z } from 'zod'
import { DoorError } from '../../lib/access/errors'
import type { Actor } from '../../lib/access/actor'
import type { Operation } from '../../lib/access/operation'
import { asOf } from '../../lib/clock'
import { addDaysTo, instantAt, londonDay, minuteOf } from '../../lib/pathway/london'
import type { AreaSettings } from '../../lib/pathway/settings'
import { isWorkingDay } from '../../lib/pathway/working-days'
import { SEEDING } from './area'
import type { Demo } from './demo-actors'

/** What the work in hand is told with: who does it, and when the year ends. */
export type Hand = { readonly demo: Demo; readonly system: Actor; readonly anchor: Date }

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The office time at that instant, or the last before it: a minute before it closed. */
export function officeBefore(instant: number, { officeHours }: Pick<AreaSettings, 'officeHours'>): number {
  for (let day = londonDay(new Date(instant)); ; day = addDaysTo(day, -1)) {
    if (!isWorkingDay(day)) continue
    const [opens, closes] = [officeHours.opens, officeHours.closes].map((clock) => instantAt(day, minuteOf(clock) * MINUTE).getTime()) as [number, number]
    if (instant > opens) return Math.min(instant, closes - MINUTE)
  }
}

/** Somebody does one thing as of an instant. What was done in an earlier run that was cut short is left as it is. */
export async function doAs<I, O>(operation: Operation<I, O>, who: Actor, at: number, input: I): Promise<O | null> {
  try {
    return await asOf(new Date(at), () => operation.run(who, SEEDING, input))
  } catch (cause) {
    if (cause instanceof DoorError && cause.kind === 'conflict') return null
    throw cause
  }
}

export type In<T extends z.ZodType> = z.input<T>
