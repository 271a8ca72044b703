/** Apart from the bench (`register.ts`): two sheets are read as the desk reads them, the sound one is taken into the register of a database. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readDecisionSheet } from '../src/desk/read-decision-sheet.ts';
import { decisionStairs } from '../src/enforcement/store/decisions.ts';
import { SYSTEM } from '../src/people/actor.ts';
import { perform } from '../src/perform.ts';
import { openDatabase } from '../src/platform/database.ts';
import { civil } from '../src/statute/civil-date.ts';
import { isRefusal } from '../src/statute/refusal.ts';
import { builtInCalendar } from '../src/statute/work-calendar.ts';
import { KEYS } from '../test/support/request-desk.ts';
import { peakMegabytes } from './apart.ts';

export interface SheetsMeasured {
  /** Places the validator named, of the faulty sheet. */
  readonly named: readonly string[];
  readonly reading: number;
  readonly registering: number;
  readonly added: number;
  readonly megabytes: number;
}

const TODAY = civil('2025-01-10');

const [faulty, sound, connectionString] = process.argv.slice(2) as [string, string, string];
const secondsOf = async <T>(work: () => T | Promise<T>) => {
  const since = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - since) / 1_000 };
};

const db = openDatabase({ connectionString });
const read = await secondsOf(() => readDecisionSheet(readFileSync(faulty), 'licensing', TODAY));
const taken = await secondsOf(async () => {
  const decisions = readDecisionSheet(readFileSync(sound), 'licensing', TODAY)!.decisions;
  const house = { db, now: () => new Date('2025-01-10T02:00:00Z'), newId: randomUUID, calendar: () => builtInCalendar };
  const command = { verb: 'importDecisions', agencyId: 'market', kind: 'licensing', decisions } as const;
  return perform(house, decisionStairs(KEYS), SYSTEM, command);
});
await db.destroy();
if (isRefusal(taken.result) || taken.result.type !== 'imported') throw new Error('the sound sheet was refused');
const measured: SheetsMeasured = {
  named: read.result?.issues.map(({ where }) => where) ?? [],
  reading: read.seconds,
  registering: taken.seconds,
  added: taken.result.planned.plan.added.length,
  megabytes: peakMegabytes(),
};
console.log(JSON.stringify(measured));
