import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClamdDouble, clamdDouble, VIRUS, VIRUS_NAME } from '../../../test/support/clamd-double.ts';
import { clamd, readClamdAddress } from './clamd.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-clamd-'));
const double: ClamdDouble = await clamdDouble();
afterAll(async () => {
  await double.stop();
  rmSync(home, { recursive: true });
});
beforeEach(() => {
  double.seen.length = 0;
  delete double.says;
});

async function* pieces(...sizes: number[]) {
  for (const size of sizes) yield Buffer.alloc(size, 'a');
}
async function* text(content: string) {
  yield Buffer.from(content);
}
const scan = (content: AsyncIterable<Buffer>) => clamd(double.address, 2_000).scan(content);

describe('asking the scanner', () => {
  it('FIL-17 sends the file whole, in pieces behind their lengths, and hears the verdict', async () => {
    for (const sizes of [[1], [65_536, 0, 3], [300_000, 65_537], []]) {
      expect(await scan(pieces(...sizes))).toEqual({ scan: 'clean' });
      expect(double.seen.at(-1)!.length).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }
    expect(await scan(text(`before ${VIRUS} behind`))).toEqual({ scan: 'found', name: VIRUS_NAME });
    expect(double.faults).toEqual([]);
    expect(await clamd(double.address).version()).toMatch(/^ClamAV 1\.4\.3/);
  });

  it('FIL-17 over a socket in a folder as well', async () => {
    const other = await clamdDouble(join(home, 'clamd.ctl'));
    expect(await clamd(other.address).scan(text(VIRUS))).toMatchObject({ scan: 'found' });
    await other.stop();
  });

  it('FIL-18 whatever is no clear answer is none: an error, another sentence, a line that breaks, nobody there, silence', async () => {
    double.most = 100_000;
    const large = await scan(pieces(...Array<number>(60).fill(65_536)));
    expect(large).toEqual({ scan: 'unanswered', why: 'INSTREAM size limit exceeded. ERROR' });
    for (const says of ['stream: OK and more', 'OK', 'stream:  FOUND', '', 'x'.repeat(5_000)]) {
      double.says = says;
      expect((await scan(text('a'))).scan, says).toBe('unanswered');
    }
    double.says = null;
    expect((await scan(text('a'))).scan).toBe('unanswered');
    expect(await clamd({ host: '127.0.0.1', port: 9 }).scan(text('a'))).toEqual({
      scan: 'unanswered',
      why: 'ECONNREFUSED',
    });
    const silent = createServer(() => {});
    await new Promise<void>((done) => silent.listen(join(home, 'silent'), done));
    expect(await clamd({ path: join(home, 'silent') }, 50).scan(text('a'))).toEqual({
      scan: 'unanswered',
      why: 'TIMEOUT',
    });
    silent.close();
  });
});

it.each([
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamd', undefined],
  ['clamd:0', undefined],
  ['clamd:70000', undefined],
  ['http://clamd:3310', undefined],
])('FIL-17 the address %s', (written, address) => {
  expect(readClamdAddress(written)).toEqual(address);
});
