import { TZDate } from '@date-fns/tz'
import { LONDON, londonParts } from './pathway/london'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** The instant of a London date and time as a browser's field gives it, '2026-11-22T14:05'; null where there is none. */
export function fromLondonInput(value: string): Date | null {
  const match = value.match(SHAPE)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  const local = new TZDate(year, month - 1, day, hour, minute, LONDON)
  // 31 June rolls over to 1 July, 24:00 to the next day, and the hour the clocks leave out to the next: none was meant
  const same = local.getMonth() === month - 1 && local.getDate() === day && local.getHours() === hour && local.getMinutes() === minute
  return same ? new Date(local.getTime()) : null
}

/** A day as the database keeps it, 'YYYY-MM-DD'. */
export const isoDate = (day: Date): string => day.toISOString().slice(0, 10)

/** An instant as a browser's field takes a London date and time, '2026-11-22T14:05'. */
export function toLondonInput(instant: Date): string {
  const { day, minute } = londonParts(instant)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${day}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}
