/**
 * The program's log: lines of JSON on standard error. It says what happened and never to whom: no addresses of visitors,
 * no query strings, no bodies; a request is named by its route and its number.
 */
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** @param write replaced in tests */
export function openLog(level: LogLevel, write?: (line: string) => void): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, write ? { write } : pino.destination(2));
}
