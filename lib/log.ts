import pino from 'pino'

/** The process's log, as JSON lines on standard error. Callers pass ids and codes, never what a person typed. */
export const log = pino({ base: undefined, level: process.env.LOG_LEVEL ?? 'info', timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
