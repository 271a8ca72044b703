import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUND } from '../../annual-report/check/sound-report.fixture.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { reportReader } from './report-reader.ts';
import { REPORT_WRITERS } from './report-writers.ts';

/** As `npm start` runs it. */
const BUILT = join(packageRoot(), 'dist', 'server', 'report-worker.js');
const file = (name: string, bytes: Uint8Array) => ({ report: { name, bytes } });

let folder: string;
const worker = (code: string) => {
  const path = join(folder, `${code.length}.mjs`);
  writeFileSync(path, `process.on('message', () => { ${code} });`);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-reader-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TOLD = `process.send({ told: { step: 'file', archive: true, examined: { name: 'a', report: {}, findings: [], notes: [] } } });`;

describe('ANR-39 reading within limits', () => {
  it('reads and checks in a worker of the built program, several at once', async () => {
    const read = reportReader(BUILT);
    const bytes = await REPORT_WRITERS.docx(SOUND);
    const [one, two, three] = await Promise.all([
      read(file('a.docx', bytes)),
      read({ ...file('b.docx', bytes), previous: { name: 'c', bytes: Buffer.from('x') } }),
      read(file('c.html', Buffer.from('<p>政府信息公开</p>'))),
    ]);
    expect(one).toMatchObject({ archive: false, left: 0, examined: [{ name: 'a.docx', report: SOUND, notes: [] }] });
    expect(two!.previous).toMatchObject({ code: 'REPORT_NOT_A_REPORT' });
    expect(three!.examined).toMatchObject([{ refused: { code: 'REPORT_NOT_A_REPORT' } }]);
  });

  it('ends what takes too long, keeps what was read before, and lets the next one in', async () => {
    const read = reportReader(worker(`${TOLD} for (;;) {}`), { seconds: 1, megabytes: 64, atOnce: 1 });
    const answers = await Promise.all([read(file('a.zip', Buffer.from('x'))), read(file('b.zip', Buffer.from('x')))]);
    for (const { examined } of answers)
      expect(examined).toMatchObject([{ name: 'a' }, { name: '第 2 份', refused: { code: 'REPORT_TOO_LONG' } }]);
  });

  it('ends what takes too much memory, and the program goes on', async () => {
    const hungry = worker('const held = []; for (;;) held.push(Array.from({ length: 1000 }, () => ({})));');
    const read = reportReader(hungry, { seconds: 30, megabytes: 32, atOnce: 1 });
    expect((await read(file('a.xlsx', Buffer.from('x')))).examined).toMatchObject([
      { name: 'a.xlsx', refused: { code: 'REPORT_TOO_LONG', says: expect.stringContaining('内存') } },
    ]);
  });

  it('a single array too large for its memory ends the process of the file and not the program', async () => {
    const hungry = worker('const held = []; for (let n = 0; ; n += 1) held[n] = n / 3;');
    const read = reportReader(hungry, { seconds: 30, megabytes: 32, atOnce: 1 });
    const { examined } = await read(file('a.pdf', Buffer.from('x')));
    expect(examined).toMatchObject([{ refused: { says: expect.stringContaining('内存') } }]);
  });

  it.runIf(existsSync('/proc/self/status'))('what is inflated into buffers counts as memory', async () => {
    const swollen = worker('const held = []; for (;;) held.push(Buffer.alloc(4_000_000, 1));');
    const read = reportReader(swollen, { seconds: 30, megabytes: 32, atOnce: 1 });
    const { examined } = await read(file('a.pdf', Buffer.from('x')));
    expect(examined).toMatchObject([{ refused: { says: expect.stringContaining('内存') } }]);
  });

  it('a process that is kept reads file after file, and one that broke is replaced', async () => {
    const code = `globalThis.n = (globalThis.n ?? 0) + 1; if (n === 3) for (;;) {}
      process.send({ told: { step: 'file', archive: false, examined: { name: String(n) } } }); process.send({ ended: true });`;
    const read = reportReader(worker(code), { seconds: 1, megabytes: 64, atOnce: 1, keeps: true });
    const names: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) names.push((await read(file(name, Buffer.from('x')))).examined[0]!.name);
    expect(names).toEqual(['1', '2', 'c', '1']);
  });

  it('a fault of the reader is a sentence, not a crash', async () => {
    const read = reportReader(worker(`throw new Error('x');`));
    expect((await read(file('a', Buffer.from('x')))).examined).toMatchObject([{ refused: { code: 'REPORT_FAULT' } }]);
  });
});
