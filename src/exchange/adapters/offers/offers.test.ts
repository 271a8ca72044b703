import { afterAll, describe, expect, it } from 'vitest';
import { messageOf } from '../../sharing/shared-copy.ts';
import { httpOffersFixture } from '../fixtures/http-offers.fixture.ts';
import type { OffersFixture } from '../fixtures/offers-fixture.ts';

const FIXTURES = { http: httpOffersFixture };
const gone = (id: string) => messageOf({ what: 'withdrawal', id, notice: '已撤回', withdrawnOn: '2026-03-03' }, 2);
const FILE = { sha256: 'a'.repeat(64), name: '清单.csv', kind: 'csv', bytes: 9 };

describe.each(Object.entries(FIXTURES))('taking by %s', async (_, open) => {
  const fixture: OffersFixture = await open();
  afterAll(() => fixture.close());
  const adapter = fixture.open();
  const everything = () => Promise.all([adapter.list(''), adapter.copy('d1', 0), adapter.file('d1', FILE)]);

  it('XCH-33 reads the list page by page, an item, a file of it', async () => {
    fixture.offers([
      { message: gone('d1'), files: { [FILE.sha256]: { n: 12 } } },
      { message: gone('d2'), files: {} },
    ]);
    const first = await adapter.list('');
    expect(first).toMatchObject({ items: [{ id: 'd1', what: 'withdrawal', revision: 2 }], next: 'd1' });
    expect(await adapter.list('d1')).toMatchObject({ items: [{ id: 'd2' }], next: null });
    expect(await adapter.copy('d2', 1)).toEqual({ message: gone('d2') });
    expect(await adapter.file('d1', FILE)).toEqual({ content: Buffer.from('{"n":12}') });
    expect(await adapter.copy('d9', 0)).toMatchObject({ sent: false, again: false });
  });

  it('XCH-35 tells what passes from what stays, and says it in words', async () => {
    for (const [turn, is] of [
      ['busy', { again: true, why: expect.stringContaining('暂时没有给') }],
      ['refusing', { again: false, why: '对方平台没有给：缺少主题分类' }],
      ['locked', { again: true, down: true, why: expect.stringMatching(/签名：两边的时钟相差 \d+ 分钟/) }],
    ] as const) {
      fixture.turn(turn);
      for (const answer of await everything()) expect(answer).toMatchObject({ sent: false, ...is });
    }
    fixture.turn('garbled');
    expect(await adapter.list('')).toMatchObject({ again: false, why: expect.stringContaining('格式不对') });
    fixture.turn('ready');
  });
});
