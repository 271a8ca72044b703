/** 双公示登记: a sheet of 13,704 licences with two hundred planted faults, read as the worker reads it, and a sound one taken into the register. */
import { randomUUID } from 'node:crypto';
import exceljs from 'exceljs';
import { readDecisionSheet } from '../src/desk/read-decision-sheet.ts';
import { decisionStairs } from '../src/enforcement/store/decisions.ts';
import { SYSTEM } from '../src/people/actor.ts';
import { addAgency } from '../src/people/store.ts';
import { perform } from '../src/perform.ts';
import { civil } from '../src/statute/civil-date.ts';
import { isRefusal } from '../src/statute/refusal.ts';
import { builtInCalendar } from '../src/statute/work-calendar.ts';
import { inventedLicences } from '../test/support/invented-decisions.ts';
import { KEYS } from '../test/support/request-desk.ts';
import { withDatabase } from './bench-database.ts';
import { atMost, type Measured } from './measured.ts';

const LINES = 13_704;
const FAULTS = 200;
const TODAY = civil('2025-01-10');

export async function measureRegister(): Promise<readonly Measured[]> {
  const faulty = inventedLicences(LINES, FAULTS);
  const [bad, good] = [await workbook(faulty.rows), await workbook(inventedLicences(LINES).rows)];
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const read = readDecisionSheet(bad, 'licensing', TODAY);
  const reading = (performance.now() - began) / 1_000;
  const named = new Set(read?.issues.map(({ where }) => where));
  const missed = faulty.planted.filter(({ where }) => !named.has(where)).length;
  const megabytes = Math.max(0, process.memoryUsage().rss - before) / 1_048_576;
  return withDatabase(async (db) => {
    await db.transaction().execute((tx) => addAgency(tx, OFFICE));
    const house = {
      db,
      now: () => new Date('2025-01-10T02:00:00Z'),
      newId: () => randomUUID(),
      calendar: () => builtInCalendar,
    };
    const from = performance.now();
    const sound = readDecisionSheet(good, 'licensing', TODAY);
    const command = {
      verb: 'importDecisions',
      agencyId: 'market',
      kind: 'licensing',
      decisions: sound!.decisions,
    } as const;
    const done = await perform(house, decisionStairs(KEYS), SYSTEM, command);
    if (isRefusal(done)) throw new Error(done.says);
    const seconds = (performance.now() - from) / 1_000;
    const extra = (read?.issues.length ?? 0) - FAULTS;
    return [
      atMost('没有指出的错误', missed + Math.abs(extra), 0, '处', `${FAULTS} 处都按行、列指出`),
      atMost('读 13704 行并核对', reading, 5, '秒', `${(bad.length / 1_048_576).toFixed(1)} MB 的 XLSX`),
      atMost('登记 13704 件', seconds, 5, '秒', '读、核对、加密、写入一次事务'),
      atMost('读时增加的内存', megabytes, 300, 'MB'),
    ];
  });
}

const OFFICE = {
  id: 'market',
  parentId: null,
  name: '示范县市场监督管理局',
  kind: 'department',
  creditCode: null,
  contact: {},
} as const;

async function workbook(rows: readonly { readonly texts: readonly string[] }[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('行政许可公示');
  for (const { texts } of rows) sheet.addRow([...texts]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
