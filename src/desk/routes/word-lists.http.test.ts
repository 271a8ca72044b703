import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { PARTICULARS } from '../../../test/support/publication-play.ts';
import { xlsxOf } from '../../../test/support/zip.ts';
import { entriesOf } from '../../ledger/store.ts';
import { readSheet } from '../../platform/papers/sheet.ts';
import { WORD_COLUMNS } from '../../review/word-sheet.ts';
import type { PublicationView, WordListsView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const HEAD = ['词语', '类别', '改为'];
const sheet = (...rows: string[][]) => xlsxOf([HEAD, ...rows]);
const head = () => office.as(['officeHead']);
const upload = async (file: Buffer, query = 'seen=0', agencyId = 'county') =>
  (await head()).upload(`/api/word-lists/sheet?${query}`, { agencyId }, file);
const listed = async () => (await (await head()).get('/api/word-lists')).json<WordListsView>();
const draft = async (bodyHtml: string, agencyId = 'finance') =>
  (
    await (
      await office.as(['editor'], agencyId)
    ).post('/api/publications', {
      ...{ agencyId, kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml },
      particulars: { ...PARTICULARS, title: '一条通知' },
    })
  ).json<PublicationView>();
const checked = async (id: string) =>
  (await (await office.as(['editor'], 'finance')).get(`/api/publications/${id}`))
    .json<PublicationView>()
    .checks.filter(({ where }) => where === 'bodyHtml')
    .map(({ severity, says }) => [severity, says]);

describe('词库', () => {
  it('REV-22 the next check uses it, of the county and below; the list before it stays, and who replaced it when', async () => {
    const { id } = await draft('<p>请到示范县老干局领取大麻布。</p>');
    expect(await checked(id)).toEqual([['error', expect.stringContaining('“大麻”')]]);
    const trial = await upload(
      sheet(['老干局', '过时的机构名称', '离退休干部局'], ['大麻布', '白名单']),
      'seen=0&trial=true',
    );
    expect(trial.json()).toMatchObject({ says: '每一行都合格：1 个词、1 句白名单。还没有换用。', notes: [] });
    expect(await checked(id)).toHaveLength(1);

    office.on('2026-03-03');
    const done = await upload(sheet(['老干局', '过时的机构名称', '离退休干部局'], ['大麻布', '白名单']));
    expect(done.json().says).toContain('已经换用第 1 版');
    expect(await checked(id)).toEqual([['warning', expect.stringContaining('“老干局”')]]);
    // What is not below the county is not asked by its words.
    const elsewhere = await draft('<p>老干局</p>', 'other');
    expect(elsewhere.checks.filter(({ where }) => where === 'bodyHtml')).toEqual([]);

    office.on('2026-03-04');
    expect((await upload(sheet(['老干局', '违禁词']), 'seen=1')).statusCode).toBe(200);
    expect(await checked(id)).toEqual([
      ['error', expect.stringContaining('“老干局”')],
      ['error', expect.stringContaining('“大麻”')],
    ]);
    const { lists, shipped } = await listed();
    expect(shipped.words).toBeGreaterThan(50);
    expect(lists).toEqual([
      {
        ...{ agencyId: 'county', agency: '示范县人民政府' },
        versions: [
          { version: 2, by: 'officeHead某', at: '2026-03-04T02:00:00.000Z', words: 1, allowed: 0 },
          { version: 1, by: 'officeHead某', at: '2026-03-03T02:00:00.000Z', words: 1, allowed: 1 },
        ],
      },
    ]);
    const old = await (await head()).get('/api/word-lists/county/1');
    expect(readSheet(old.rawPayload, WORD_COLUMNS).lines.map(({ cells }) => Object.values(cells))).toEqual([
      ['老干局', '过时的机构名称', '离退休干部局'],
      ['大麻布', '白名单', ''],
    ]);
    const traces = await entriesOf(db, 'review', 'county');
    expect(traces.map(({ verb }) => verb)).toEqual(['wordsReplaced', 'wordsReplaced']);
    // Nothing of it is public: no page is drawn anew.
    expect(office.told).toEqual([]);
  });

  it('REV-22 two who replace it at once: the later one is told; the same again is not taken', async () => {
    expect((await upload(sheet(['甲乙', '违禁词']), 'seen=1')).json()).toMatchObject({ code: 'STALE' });
    const [one, other] = await Promise.all([
      upload(sheet(['丙丁', '违禁词']), 'seen=2'),
      upload(sheet(['戊己', '违禁词']), 'seen=2'),
    ]);
    expect([one.statusCode, other.statusCode].sort()).toEqual([200, 409]);
    const { lists } = await listed();
    expect(lists[0]!.versions).toHaveLength(3);
    const kept = one.statusCode === 200 ? '丙丁' : '戊己';
    expect((await upload(sheet([kept, '违禁词']), 'seen=3')).json()).toMatchObject({ code: 'NOTHING_CHANGED' });
  });

  it('REV-23 tells every faulty cell by row and column and takes nothing; a file that is no sheet is refused in words', async () => {
    const answer = await upload(sheet(['甲乙', '违禁词'], ['的', '敏感'], ['做为', '易错词']), 'seen=3');
    expect(answer.statusCode).toBe(422);
    expect(answer.json().issues.map(({ where }: { where: string }) => where)).toEqual([
      '第 3 行“词语”',
      '第 3 行“类别”',
      '第 4 行“改为”',
    ]);
    for (const bad of [Buffer.from('not a sheet'), xlsxOf([['词', '类']]), sheet()])
      expect((await upload(bad, 'seen=3')).json().issues[0].where).toBe('整个文件');
    expect(
      (
        await upload(sheet(...Array.from({ length: 2_500 }, (_, n) => [`词语${n}号`, '违禁词'])), 'seen=3&trial=true')
      ).json().says,
    ).toContain('2500 个词');
    const { lists } = await listed();
    expect(lists[0]!.versions).toHaveLength(3);
    expect((await (await head()).get('/api/word-lists/template')).statusCode).toBe(200);
  });

  it('REV-28 is ended by who may replace it, on what is on the screen; every version stays, and a later one is in force again', async () => {
    const end = async (seen: number, role: 'officeHead' | 'editor' = 'officeHead', agencyId = 'county') =>
      (await office.as([role], agencyId)).post('/api/word-lists/county/end', { seen });
    const { id } = await draft('<p>丙丁戊己</p>');
    expect(await checked(id)).toHaveLength(1);
    expect((await end(2)).json()).toMatchObject({ code: 'STALE' });
    expect((await end(3, 'editor')).statusCode).toBe(403);
    expect((await end(3, 'officeHead', 'other')).statusCode).toBe(403);
    expect((await end(3)).json().lists[0].versions[0]).toMatchObject({ version: 4, words: 0, allowed: 0 });
    expect(await checked(id)).toEqual([]);
    expect((await end(4)).json()).toMatchObject({ code: 'NOTHING_TO_END' });
    expect((await upload(sheet(['丙丁', '违禁词']), 'seen=4')).statusCode).toBe(200);
    expect(await checked(id)).toHaveLength(1);
    expect((await listed()).lists[0]!.versions).toHaveLength(5);
    expect((await upload(sheet(['丙丁', '违禁词']), 'seen=5', '')).json()).toMatchObject({ code: 'NO_AGENCY' });
  });
});

describe('who may not', () => {
  it('REV-22 replace it: editors, other posts, other agencies, nobody; nor read that of another agency', async () => {
    const file = sheet(['甲乙', '违禁词']);
    for (const [role, agencyId] of [
      ['editor', 'county'],
      ['examiner', 'county'],
      ['systemAdmin', 'county'],
      ['officeHead', 'finance'],
      ['officeHead', 'other'],
    ] as const) {
      const browser = await office.as([role], agencyId);
      const answer = await browser.upload('/api/word-lists/sheet?seen=3', { agencyId: 'county' }, file);
      expect([role, agencyId, answer.statusCode]).toEqual([role, agencyId, 403]);
    }
    const other = await office.as(['officeHead'], 'other');
    expect((await other.get('/api/word-lists/county/1')).statusCode).toBe(403);
    expect((await other.get('/api/word-lists')).json<WordListsView>().lists).toEqual([]);
    expect((await office.stranger.get('/api/word-lists')).statusCode).toBe(401);
    expect(
      (await office.stranger.upload('/api/word-lists/sheet?seen=3', { agencyId: 'county' }, file)).statusCode,
    ).toBe(401);
    const editor = (await (await office.as(['editor'])).get('/api/word-lists')).json<WordListsView>();
    expect([editor.agencies, editor.mayNot]).toEqual([[], expect.stringContaining('公开工作机构负责人')]);
  });
});
