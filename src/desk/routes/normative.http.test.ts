import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { entriesOf } from '../../ledger/store.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { InboxView, RegisterView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
office.on('2026-03-02');

/** A document in force from before the product. */
async function inForce(agencyId: string, title: string, n: number, expiresOn: string | null, from = '2025-06-01') {
  const done = await perform(office.house, publicationStairs, SYSTEM, {
    verb: 'openWithBalance',
    ...{ agencyId, kind: 'normative', columns: ['catalogue.policy.normative'], bodyHtml: '<p>正文。</p>' },
    publishedOn: civil('2025-05-08'),
    particulars: particularsOf({
      ...{ title, issuer: '发文机关', writtenOn: civil('2025-05-04'), docNo: `示政发〔2025〕${n}号` },
      ...{ topic: '综合政务', genre: '办法', effectiveOn: civil(from) },
      expiresOn: expiresOn === null ? null : civil(expiresOn),
    }),
  });
  if (isRefusal(done)) throw new Error(done.says);
  return done.id;
}
let [ending, endless] = ['', ''];
beforeAll(async () => {
  ending = await inForce('county', '快要到期的办法', 1, '2026-04-30');
  endless = await inForce('finance', '没有有效期的办法', 2, null);
  await inForce('finance', '已经到期的办法', 3, '2026-01-31');
  await inForce('county', '还没有施行的办法', 4, null, '2026-07-01');
  await inForce('other', '邻县的办法', 5, '2026-03-31');
});
const head = () => office.as(['officeHead']);
const register = async (query = '') => (await (await head()).get(`/api/normative${query}`)).json<RegisterView>();
const waiting = async () =>
  (await (await head()).get('/api/inbox')).json<InboxView>().mine.filter(({ key }) => key.startsWith('normative/'));
const review = async (id: string, sent: object) => (await head()).post(`/api/normative/${id}/reviews`, sent);

describe('规范性文件台账', () => {
  it('PUB-97 tells what waits, what is in force, what is to come and what has ended, of the agencies one reads', async () => {
    const { groups, shown, lines } = await register();
    expect(groups.map(({ name, total }) => [name, total])).toEqual([
      ['waits', 1],
      ['valid', 2],
      ['notYet', 1],
      ['ended', 1],
    ]);
    expect([shown, lines.map(({ title }) => title)]).toEqual(['waits', ['快要到期的办法']]);
    expect(lines[0]).toMatchObject({ dueOn: '2026-04-30', dueFor: '有效期届满', light: 'yellow', mayNot: null });
    // The head of the office decides; the editor writes it anew, the publisher repeals it.
    expect(lines[0]!.leadsTo).toEqual({ revise: false, repeal: false });
    const editor = (await (await office.as(['editor'])).get('/api/normative')).json<RegisterView>();
    expect(editor.lines[0]!.leadsTo).toEqual({ revise: true, repeal: false });
    expect((await register('?show=ended')).lines[0]).toMatchObject({ validity: '失效', endedOn: '2026-02-01' });
    const answer = await (await head()).get('/api/normative/register.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
    const titles = book.worksheets[0]!.getColumn(1).values.slice(2, 6);
    expect(titles).toHaveLength(4);
    expect(titles).toContain('快要到期的办法');
    expect(titles).not.toContain('邻县的办法');
  });

  it('PUB-97 stands in the inbox before its force ends, until somebody has said what becomes of it; once it is over nobody is asked', async () => {
    expect(await waiting()).toMatchObject([
      { what: '快要到期的办法', dueOn: '2026-04-30', step: '登记清理结果', path: `/normative?document=${ending}` },
    ]);
    expect((await review(ending, { verdict: 'revise', why: '要延长两年', seen: 0 })).json()).toMatchObject({
      waits: true,
      lastReview: { n: 1, verdict: '需要修改', by: 'officeHead某' },
    });
    expect(await waiting()).toHaveLength(1);
    expect((await review(ending, { verdict: 'lapse', why: '不再需要', seen: 1 })).statusCode).toBe(200);
    expect(await waiting()).toEqual([]);
    office.on('2027-05-20');
    // Two years after it took effect the one without an end is asked for.
    expect((await waiting()).map(({ what, dueOn }) => [what, dueOn])).toEqual([['没有有效期的办法', '2027-06-01']]);
    expect((await review(endless, { verdict: 'keep', why: '清理后保留', seen: 0 })).json()).toMatchObject({
      dueOn: '2029-05-20',
      waits: false,
    });
    expect(await waiting()).toEqual([]);
    const traces = await entriesOf(db, 'publications', ending);
    expect(traces.map(({ verb }) => verb)).toEqual(['openedWithBalance', 'forceReviewed', 'forceReviewed']);
  });

  it('PUB-98 two at once: the later one is told, and nothing is entered twice', async () => {
    office.on('2027-05-21');
    const sent = { verdict: 'keep', why: '再次清理', seen: 1 };
    const both = await Promise.all([review(endless, sent), review(endless, sent)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('who may not', () => {
  it('PUB-98 enter what was decided: editors, other posts, other agencies, nobody; nor read the register of others', async () => {
    const sent = { verdict: 'keep', why: '清理', seen: 2 };
    for (const [role, agencyId] of [
      ['editor', 'county'],
      ['auditor', 'county'],
      ['examiner', 'county'],
      ['officeHead', 'other'],
    ] as const) {
      const answer = await (await office.as([role], agencyId)).post(`/api/normative/${endless}/reviews`, sent);
      expect([role, [403, 404].includes(answer.statusCode)]).toEqual([role, true]);
    }
    const other = (
      await (await office.as(['officeHead'], 'other')).get('/api/normative?show=ended')
    ).json<RegisterView>();
    expect(other.lines.map(({ title }) => title)).toEqual(['邻县的办法']);
    expect((await (await office.as(['systemAdmin'])).get('/api/normative')).statusCode).toBe(403);
    expect((await office.stranger.get('/api/normative')).statusCode).toBe(401);
    expect((await office.stranger.get('/api/normative/register.xlsx')).statusCode).toBe(401);
    const editor = (await (await office.as(['editor'])).get('/api/normative?show=valid')).json<RegisterView>();
    expect(editor.lines.every(({ mayNot }) => mayNot?.includes('公开工作机构负责人'))).toBe(true);
  });
});
