/**
 * The program's log: lines of JSON on standard error. It says what happened and never to whom: no addresses of visitors,
 * no query strings, no bodies; a request is named by its route and its number.
 */
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** @param write replaced in tests */
export function openLog(level: LogLevel, write?: (line: string) => void): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorInShort } };
  return pino(options, write ? { write } : pino.destination(2));
}

/** Drivers hang whole connections, rows and keys on an error: only what it is and where it arose is written. */
function errorInShort(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' ? { code } : {}),
  };
}
