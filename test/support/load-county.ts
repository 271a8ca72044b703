/** 示例县 put into a database: for tests and for what is run beside them. */
import { randomBytes } from 'node:crypto';
import { loadDemo } from '../../demo/load-demo.ts';
import type { Db } from '../../src/platform/database.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';

/** When the county is loaded. */
export const LOADED_AT = new Date('2026-11-26T01:00:00Z');

export async function loadCounty(db: Db, keys: KeyRing, more: Partial<Parameters<typeof loadDemo>[0]> = {}) {
  const newId = () => randomBytes(8).toString('hex');
  const house = { db, now: () => LOADED_AT, newId, calendar: () => builtInCalendar };
  await loadDemo({ house, keys, passwordHash: 'not a hash', portal: 'http://127.0.0.1:8080/', ...more });
}
