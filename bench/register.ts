/** 双公示登记: a sheet of 13,704 licences with two hundred planted faults, read as the worker reads it, and a sound one taken into the register. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { addAgency } from '../src/people/store.ts';
import { inventedLicences } from '../test/support/invented-decisions.ts';
import { apart } from './apart.ts';
import { withDatabase } from './bench-database.ts';
import { atLeast, atMost, type Measured } from './measured.ts';
import type { SheetsMeasured } from './register-sheets.ts';

const LINES = 13_704;
const FAULTS = 200;

export async function measureRegister(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    const faulty = inventedLicences(LINES, FAULTS);
    const files = [join(folder, 'faulty.xlsx'), join(folder, 'sound.xlsx')] as const;
    writeFileSync(files[0], await workbook(faulty.rows));
    writeFileSync(files[1], await workbook(inventedLicences(LINES).rows));
    return await withDatabase(async (db, url) => {
      await db.transaction().execute((tx) => addAgency(tx, OFFICE));
      const measured = await apart<SheetsMeasured>('register-sheets.ts', [...files, url]);
      const named = new Set(measured.named);
      const missed = faulty.planted.filter(({ where }) => !named.has(where)).length;
      return [
        atMost('没有指出和误报的错误', missed + Math.abs(named.size - FAULTS), 0, '处', `${FAULTS} 处都按行、列指出`),
        atMost(`读 ${LINES} 行并核对`, measured.reading, 5, '秒'),
        atLeast('登记的件数', measured.added, LINES, '件'),
        atMost(`登记 ${LINES} 件`, measured.registering, 5, '秒', '读、核对、加密、写入一次事务'),
        atMost('内存最多时', measured.megabytes, 300, 'MB', '整个进程'),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
