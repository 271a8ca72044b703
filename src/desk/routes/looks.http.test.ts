import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { civil } from '../../statute/civil-date.ts';
import type { LookLine, LookPage } from '../contract/looks.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;

async function look(id: string, day: string, reason: string, who: Who): Promise<void> {
  office.on(day);
  const response = await as(who).post(`/api/requests/${id}/identity`, { reason });
  expect(response.statusCode).toBe(200);
}

let [countyId, townId] = ['', ''];
beforeAll(async () => {
  office.on('2026-03-02');
  countyId = (await office.register({ on: civil('2026-03-02') })).request.id;
  townId = (await office.register({ on: civil('2026-03-02'), agencyId: 'town' })).request.id;
  await look(countyId, '2026-03-02', 'contact', 'handler');
  await look(countyId, '2026-03-03', 'remedy', 'legal');
  await look(townId, '2026-03-04', 'letter', 'handler');
});

const page = async (query = '', who: Who = 'auditor'): Promise<LookPage> =>
  (await as(who).get(`/api/looks${query}`)).json();
const said = ({ lines }: { lines: readonly LookLine[] }) =>
  lines.map(({ officer, reason, number }) => `${officer} ${reason} ${number}`);

describe('looks at the identity of one file', () => {
  it('SEC-22 who, when and why, the latest first, and nothing else that was done', async () => {
    const lines: LookLine[] = (await as('officeHead').get(`/api/requests/${countyId}/looks`)).json();
    expect(lines).toEqual([
      {
        seq: expect.any(Number),
        at: '2026-03-03T02:00:00.000Z',
        officer: '法小正',
        reason: '行政复议、行政诉讼答辩',
        requestId: countyId,
        number: '示政公开申〔2026〕1号',
        agency: '示范县人民政府',
      },
      expect.objectContaining({ officer: '韩经办', reason: '联系申请人、核对申请内容' }),
    ]);
  });

  it('SEC-22 the file says who may read them', async () => {
    const may = async (who: Who) => (await as(who).get(`/api/requests/${countyId}`)).json().mayReadLooks;
    expect([await may('handler'), await may('auditor'), await may('signatory')]).toEqual([true, true, false]);
  });
});

describe('all looks, for the auditor', () => {
  it('SEC-23 of every agency in his reach, the latest first, with who and which agencies there are', async () => {
    const all = await page();
    expect(said(all)).toEqual([
      '韩经办 制作、送达文书 河东镇人民政府公开申〔2026〕1号',
      '法小正 行政复议、行政诉讼答辩 示政公开申〔2026〕1号',
      '韩经办 联系申请人、核对申请内容 示政公开申〔2026〕1号',
    ]);
    expect(all.total).toBe(3);
    expect(all.officers.map(({ term }) => term)).toEqual(expect.arrayContaining(['法小正', '韩经办']));
    expect(all.agencies.map(({ name }) => name)).toEqual(['county', 'town']);
  });

  it.each([
    ['?agencyId=town', 1],
    ['?agencyId=elsewhere', 0],
    ['?from=2026-03-03', 2],
    ['?to=2026-03-03', 2],
    ['?from=2026-03-03&to=2026-03-03', 1],
    ['?page=2', 0],
  ])('SEC-23 narrows by %s', async (query, found) => expect((await page(query)).lines).toHaveLength(found));

  it('SEC-23 narrows by officer', async () => {
    const { officers } = await page();
    const id = officers.find(({ term }) => term === '韩经办')!.name;
    expect(await page(`?officerId=${id}`)).toMatchObject({ total: 2 });
  });
});

describe('the list as a sheet', () => {
  it('SEC-24 holds what the list shows and leaves who took it in the ledger', async () => {
    const response = await as('auditor').post('/api/looks/export?to=2026-03-03', {});
    expect(response.statusCode).toBe(200);
    const [head, first] = readCells(response.rawPayload, 20)!;
    expect(head!.texts).toEqual(['时间', '人员', '事由', '登记号', '受理机关', '留痕序号']);
    expect(first!.texts.slice(0, 4)).toEqual([
      '2026-03-03 10:00',
      '法小正',
      '行政复议、行政诉讼答辩',
      '示政公开申〔2026〕1号',
    ]);
    const { rows } = await sql<{
      basis: string;
    }>`select basis from ledger_entries where verb = 'exportedLooks'`.execute(db);
    expect(rows).toEqual([{ basis: '《个人信息保护法》第五十四条（导出 2 条查阅记录，2 个机关）' }]);
  });

  it('SEC-24 is refused where nothing is found, and leaves nothing', async () => {
    const response = await as('auditor').post('/api/looks/export?from=2027-01-01', {});
    expect([response.statusCode, response.json().code]).toEqual([409, 'SEC-24']);
    const { rows } = await sql`select from ledger_entries where verb = 'exportedLooks'`.execute(db);
    expect(rows).toHaveLength(1);
  });
});

describe('the log of what was done, for the auditor', () => {
  const lines = async (query = '') => {
    const response = await as('auditor').post(`/api/log/export${query}`, {});
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    return response.body.slice(0, -2).split('\r\n');
  };

  it('SEC-55 tells every act, narrowed by officer and day, with the trace first, and no name of an applicant', async () => {
    const [head, ...all] = await lines();
    expect(head).toBe('\uFEFF留痕序号,时间,人员,业务,做了什么,留痕名称,对象,机关,依据或者方式,事由');
    expect(all.filter((line) => line.includes('查看申请人身份,openedIdentity'))).toHaveLength(3);
    expect(all.some((line) => /,依申请公开,.*,registered/.test(line))).toBe(true);
    const { officers } = await page();
    const id = officers.find(({ term }) => term === '法小正')!.name;
    const [, ...his] = await lines(`?officerId=${id}&from=2026-03-03&to=2026-03-03`);
    expect(his).toHaveLength(1);
    expect(his[0]).toMatch(/,2026-03-03 10:00:00,法小正,依申请公开,查看申请人身份,.*,行政复议、行政诉讼答辩$/);
    const { rows } = await sql<{ basis: string }>`select basis from ledger_entries
      where verb = 'exportedLog' order by seq desc limit 1`.execute(db);
    expect(rows[0]!.basis).toContain('导出 1 条');
    const none = await as('auditor').post('/api/log/export?from=2027-01-01', {});
    expect([none.statusCode, none.json().code]).toEqual([409, 'SEC-55']);
  });
});

describe('who may not', () => {
  it.each(['signatory', 'legal', 'secrecyReviewer'] as const)(
    'SEC-22 %s reads the file, not who looked',
    async (who) => {
      expect((await as(who).get(`/api/requests/${countyId}/looks`)).statusCode).toBe(403);
    },
  );

  it('SEC-22 another agency’s handler finds no such file', async () => {
    expect((await as('stranger').get(`/api/requests/${countyId}/looks`)).statusCode).toBe(404);
  });

  it.each(['handler', 'officeHead', 'legal', 'securityAdmin', 'systemAdmin', 'idle'] as const)(
    'SEC-23 SEC-24 SEC-55 %s reads and takes no list of what colleagues do',
    async (who) => {
      expect((await as(who).get('/api/looks')).statusCode).toBe(403);
      expect((await as(who).post('/api/looks/export', {})).statusCode).toBe(403);
      expect((await as(who).post('/api/log/export', {})).statusCode).toBe(403);
    },
  );

  it('SEC-23 a day that does not exist and a filter that does not exist are refused', async () => {
    expect((await as('auditor').get('/api/looks?from=2026-02-30')).statusCode).toBe(400);
    expect((await as('auditor').get('/api/looks?name=x')).statusCode).toBe(400);
  });

  it('SEC-23 SEC-24 an agency asked for by name is out of reach as it is in the whole list', async () => {
    expect((await page('?agencyId=town')).total).toBe(1);
    const ofTown = db
      .deleteFrom('officer_roles')
      .where('officer_id', '=', 'officer-auditor')
      .where('agency_id', '=', 'town');
    await ofTown.execute();
    expect(await page('?agencyId=town')).toMatchObject({ lines: [], total: 0 });
    expect([403, 409]).toContain((await as('auditor').post('/api/looks/export?agencyId=town', {})).statusCode);
  });
});
