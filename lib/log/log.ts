import pino from 'pino';

/** One line for each request that fails and each job: ids and references only, never a name, a birth date or free text. */
export const log = pino({ level: process.env.CRT_LOG_LEVEL ?? 'info', base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
