/** 双公示登记: a sheet of 13,704 licences with two hundred planted faults, and a sound one, handed to a running server as an officer hands them in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { DecisionsChecked } from '../src/desk/contract/decisions.ts';
import { CONSOLE_HEADER } from '../src/desk/guard.ts';
import { digestOfToken, SESSION_COOKIE } from '../src/desk/people/session.ts';
import { openSession } from '../src/people/store/sessions.ts';
import { addAgency, addOfficer } from '../src/people/store.ts';
import type { Db } from '../src/platform/database.ts';
import type { Problem } from '../src/platform/http/problem.ts';
import { openKeyFile } from '../src/platform/key-file.ts';
import { inventedLicences } from '../test/support/invented-decisions.ts';
import { startServer } from '../test/support/running-server.ts';
import { withDatabase } from './bench-database.ts';
import { atLeast, atMost, type Measured } from './measured.ts';
import { watchMemory } from './memory-watch.ts';

const LINES = 13_704;
const FAULTS = 200;
const TOKEN = 'a token of the bench';

export async function measureRegister(): Promise<readonly Measured[]> {
  const faulty = inventedLicences(LINES, FAULTS);
  const [withFaults, sound] = [await workbook(faulty.rows), await workbook(inventedLicences(LINES).rows)];
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    return await withDatabase(async (db, url) => {
      openKeyFile(join(home, 'identity.key'), { mayCreate: true });
      const server = await startServer({ GONGKAI_DATA: home, GONGKAI_DEMO: 'off', DATABASE_URL: url });
      try {
        await openOffice(db);
        const memory = watchMemory(server.pid);
        const read = await handedIn<Problem>(`${server.desk}/api/decisions/check`, withFaults);
        const taken = await handedIn<DecisionsChecked>(`${server.desk}/api/decisions/import`, sound);
        const { before, most, ofServer } = memory.stop();
        const named = new Set(read.says.issues.map(({ where }) => where));
        const missed = faulty.planted.filter(({ where }) => !named.has(where)).length;
        return [
          atMost('没有指出和误报的错误', missed + Math.abs(named.size - FAULTS), 0, '处', `${FAULTS} 处都按行、列指出`),
          atMost(`读 ${LINES} 行并核对`, read.seconds, 5, '秒', '从上传到答复'),
          atLeast('登记的件数', taken.says.added, LINES, '件'),
          atMost(`登记 ${LINES} 件`, taken.seconds, 5, '秒', '上传、读、核对、加密、写入一次事务'),
          atMost('服务器内存最多时', ofServer, 300, 'MB', `登记以前 ${Math.round(before)} MB`),
          atMost('连同读表的进程最多时', most, 600, 'MB', '读表的进程读完就结束'),
        ];
      } finally {
        await server.stop();
      }
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A county with one office, whose editor is signed in. */
async function openOffice(db: Db): Promise<void> {
  const agency = { id: 'market', parentId: null, name: '示范县市场监督管理局', creditCode: null, contact: {} } as const;
  await db.transaction().execute(async (tx) => {
    await addAgency(tx, { ...agency, kind: 'county' });
    await addOfficer(tx, {
      ...{ id: 'editor', agencyId: 'market', signInName: 'editor', name: '卞编辑', passwordHash: 'nobody' },
      roles: [{ role: 'editor', agencyId: 'market' }],
    });
    await openSession(tx, 'editor', digestOfToken(TOKEN), new Date());
  });
}

async function handedIn<Says>(url: string, sheet: Buffer): Promise<{ readonly says: Says; readonly seconds: number }> {
  const form = new FormData();
  form.set('agencyId', 'market');
  form.set('kind', 'licensing');
  form.set('file', new Blob([new Uint8Array(sheet)]), 'sheet.xlsx');
  const headers = { cookie: `${SESSION_COOKIE}=${TOKEN}`, [CONSOLE_HEADER]: 'true' };
  const since = performance.now();
  const answer = await fetch(url, { method: 'POST', headers, body: form });
  const says = (await answer.json()) as Says;
  return { says, seconds: (performance.now() - since) / 1_000 };
}

async function workbook(rows: readonly { readonly texts: readonly string[] }[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('行政许可公示');
  for (const { texts } of rows) sheet.addRow([...texts]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
