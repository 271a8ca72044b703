import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { PARTICULARS } from '../../../test/support/publication-play.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { PublicationPage, PublicationView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);

/** A document in force from before the product. */
async function inForce(agencyId: string, title: string, n: number): Promise<void> {
  const done = await perform(office.house, publicationStairs, SYSTEM, {
    verb: 'openWithBalance',
    agencyId,
    kind: 'normative',
    columns: ['catalogue.policy.normative'],
    publishedOn: civil('2023-05-08'),
    bodyHtml: '<p>正文。</p>',
    particulars: particularsOf({
      title,
      issuer: '发文机关',
      writtenOn: civil('2023-05-04'),
      docNo: `示政发〔2023〕${n}号`,
      topic: '综合政务',
      genre: '办法',
      effectiveOn: civil('2023-06-01'),
    }),
  });
  if (isRefusal(done)) throw new Error(done.says);
}

beforeAll(async () => {
  await inForce('county', '公共租赁住房管理办法', 1);
  await inForce('finance', '财政专项资金管理办法', 2);
  await inForce('other', '邻县的管理办法', 3);
  for (let n = 4; n < 24; n += 1) await inForce('finance', `第${n}号通知`, n);
});

const list = async (query: string, agencyId = 'county') =>
  (await (await office.as(['editor'], agencyId)).get(`/api/publications${query}`)).json<PublicationPage>();

describe('信息列表', () => {
  it('shows what the agencies of the officer have published, told in words', async () => {
    const { lines, total, pageSize } = await list('');
    expect([total, pageSize, lines.length]).toEqual([22, 20, 20]);
    expect((await list('?page=2')).lines).toHaveLength(2);
    expect((await list('?title=公共租赁')).lines).toEqual([
      {
        id: expect.any(String),
        title: '公共租赁住房管理办法',
        kind: '行政规范性文件',
        state: '已发布',
        next: null,
        agency: '示范县人民政府',
        docNo: '示政发〔2023〕1号',
        writtenOn: '2023-05-04',
        publishedOn: '2023-05-08',
      },
    ]);
  });

  it('looks for a part of the title as it is typed, and for nothing else', async () => {
    expect((await list('?title=管理办法')).total).toBe(2);
    expect((await list('?title=%25')).total).toBe(0);
    expect((await list('?title=_')).total).toBe(0);
    expect((await list('?title=%20%20')).total).toBe(22);
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get('/api/publications')).statusCode).toBe(401);
  });

  it('roles without a part in publications are refused', async () => {
    for (const role of ['handler', 'reporter', 'signatory', 'securityAdmin', 'systemAdmin'] as const)
      expect((await (await office.as([role])).get('/api/publications')).statusCode).toBe(403);
  });

  it('nobody sees what another agency, or one above his own, works on', async () => {
    expect((await list('?title=管理办法', 'finance')).lines.map(({ title }) => title)).toEqual([
      '财政专项资金管理办法',
    ]);
    expect((await list('', 'other')).total).toBe(1);
  });

  it('SEC-7 a page that is none and a question nobody asked are not taken', async () => {
    const editor = await office.as(['editor']);
    for (const query of ['?page=0', '?page=x', '?state=draft', `?title=${'长'.repeat(101)}`])
      expect((await editor.get(`/api/publications${query}`)).statusCode).toBe(400);
  });
});

it('REV-20 what is in work stands first, with its next step and whose it is; narrowed to it, and to what is public', async () => {
  const editor = await office.as(['editor']);
  const { id } = (
    await editor.post('/api/publications', {
      ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml: '<p>正文。</p>' },
      particulars: { ...PARTICULARS, title: '还在写的一条' },
    })
  ).json<PublicationView>();
  const [first] = (await list('')).lines;
  // No rule of review: whoever publishes looks at it, and it is nobody's who wrote it.
  expect(first).toMatchObject({ id, state: '未发布', next: expect.stringMatching(/^发布：(?!我)/) });
  expect((await list('?which=inWork')).lines.map((line) => line.id)).toEqual([id]);
  expect((await list('?which=published')).total).toBe(22);
  expect((await list('?which=withdrawn')).total).toBe(0);
});
