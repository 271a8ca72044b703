import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { remindOwners } from '../../supervision/store/work-point-stairs.ts';
import { namedProofFiles, proofFileIds } from '../../supervision/store/work-points.ts';
import type { InboxView, WorkPointPage, WorkPointView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const POINT = {
  ...{ agencyId: 'county', year: 2026, heading: '一、主动公开', title: '修订公开目录', basis: '要点第1条' },
  ...{ ownerId: 'town', dueOn: '2026-09-30' },
};
const page = async (who: Who = 'officeHead', query = 'year=2026'): Promise<WorkPointPage> =>
  (await as(who).get(`/api/work-points?${query}`)).json();
const view = async (id: string, who: Who = 'officeHead'): Promise<WorkPointView> =>
  (await as(who).get(`/api/work-points/${id}`)).json();
const list = (change: object = {}, who: Who = 'officeHead') =>
  as(who).post('/api/work-points', { ...POINT, ...change });
const act = async (who: Who, id: string, sent: object, seen?: number) =>
  as(who).post(`/api/work-points/${id}/acts`, { seen: seen ?? (await view(id)).seen, act: sent });
const idOf = async (title: string) => (await page()).lines.find((line) => line.title === title)!.id;
const inbox = async (who: Who): Promise<InboxView> => (await as(who).get('/api/inbox')).json();

async function send(who: Who, url: string, file: Buffer, name: string, agencyId?: string) {
  const form = new FormData();
  if (agencyId) form.append('agencyId', agencyId);
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const request = new Request('http://desk/', { method: 'POST', body: form });
  return office.desk.inject({
    ...{ method: 'POST', url, payload: Buffer.from(await request.arrayBuffer()) },
    headers: {
      ...{ cookie: await office.cookieOf(who), [CONSOLE_HEADER]: 'true' },
      'content-type': request.headers.get('content-type')!,
    },
  });
}
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const sheetOf = (...lines: string[][]) =>
  writeFilled({ title: '要点', heads: ['板块', '工作要点', '依据', '责任单位', '完成时限'], lines, notes: [] });
const townName = async () => (await page()).owners.find(({ name }) => name === 'town')!.term;

beforeAll(async () => {
  office.on('2026-06-01');
  await db.updateTable('agencies').set({ parent_id: 'county' }).where('id', '=', 'town').execute();
});

describe('工作要点', () => {
  it('SUP-74 listed by the head with its owner and day; the second click lists it once', async () => {
    expect((await list()).statusCode).toBe(200);
    expect((await list()).json()).toMatchObject({ code: 'ALREADY_LISTED' });
    const [line] = (await page('liaison')).lines;
    expect(line).toMatchObject({ number: 1, term: '未开始', dueOn: '2026-09-30', proofs: 0, daysLate: 0 });
    expect((await page('liaison')).agencies).toEqual([]);
  });

  it('SUP-76 the owner proves it by a file and an address, reports it done; the head returns it', async () => {
    const id = await idOf('修订公开目录');
    const { seen } = await view(id, 'liaison');
    expect((await act('liaison', id, { verb: 'complete', says: '已经修订' })).json()).toMatchObject({
      code: 'PROOF_MISSING',
    });
    const added = await send('liaison', `/api/work-points/${id}/files`, PDF, '目录.pdf');
    const [file] = (added.json() as WorkPointView).proofs;
    expect(file).toMatchObject({ title: '目录.pdf', address: null, by: '廉联络' });
    expect(await proofFileIds(db)).toEqual([file!.id]);
    expect(await namedProofFiles(db, [file!.id, 'another'])).toEqual(new Set([file!.id]));
    const shown = await as('officeHead').get(`/api/work-points/${id}/files/${file!.id}`);
    expect(shown.rawPayload.equals(PDF)).toBe(true);
    // What was shown before the file was added is not acted on.
    expect((await act('liaison', id, { verb: 'complete', says: '已经修订' }, seen)).json()).toMatchObject({
      code: 'STALE',
    });
    expect((await act('liaison', id, { verb: 'complete', says: '已经修订' })).json()).toMatchObject({
      line: { term: '完成', doneOn: '2026-06-01' },
    });
    expect((await act('liaison', id, { verb: 'returnPoint', because: '不行' })).statusCode).toBe(403);
    const returned: WorkPointView = (await act('officeHead', id, { verb: 'returnPoint', because: '还缺附表' })).json();
    expect(returned.line.term).toBe('推进中');
    expect(returned.notes.map(({ term, by }) => `${by} ${term}`)).toEqual(['廉联络 报告完成', '傅主任 退回']);
    const wrong = await send('liaison', `/api/work-points/${id}/files`, Buffer.from('MZ not a paper'), '目录.exe');
    expect(wrong.json()).toMatchObject({ code: 'FIL-2' });
  });

  it('SUP-77 a sheet is checked without writing, refused as a whole, then taken in once', async () => {
    const town = await townName();
    const good = await sheetOf(
      ['二、解读', '文件解读率', '要点第2条', town, '2026-12-31'],
      ['二、解读', '图文解读', '要点第3条', town, '2026-11-30'],
    );
    const url = (trial: boolean) => `/api/work-points/sheet?year=2026&trial=${trial}`;
    const tried = (await send('officeHead', url(true), good, '要点.xlsx', 'county')).json();
    expect(tried).toMatchObject({
      says: '每一行都合格，共 2 项。还没有写入。',
      lines: [{ at: 2, owner: town }, { at: 3 }],
    });
    expect((await page()).lines).toHaveLength(1);
    const bad = await sheetOf(
      ['', '公开日', '要点第4条', town, '2026-12-31'],
      ['', '无人负责', '要点', '邻县', '年底'],
    );
    const refused = (await send('officeHead', url(false), bad, '要点.xlsx', 'county')).json();
    expect(refused.issues.map(({ where }: { where: string }) => where)).toEqual([
      '第 3 行“责任单位”',
      '第 3 行“完成时限”',
    ]);
    expect((await page()).lines).toHaveLength(1);
    expect((await send('officeHead', url(false), good, '要点.xlsx', 'county')).json()).toMatchObject({
      says: '已经列入 2 项。',
    });
    expect((await page()).lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    const again = (await send('officeHead', url(false), good, '要点.xlsx', 'county')).json();
    expect(again.issues).toHaveLength(2);
    expect(
      (await send('officeHead', url(true), Buffer.from('PK nothing'), '要点.xlsx', 'county')).json().issues,
    ).toHaveLength(1);
    const out = await as('auditor').post('/api/work-points/export?year=2026', {});
    expect(out.headers['content-type']).toContain('spreadsheetml');
    expect((await as('officeHead').get('/api/work-points/template')).statusCode).toBe(200);
  });

  it('SUP-75 SUP-78 over its day it stands out, waits in the inbox of its owner and is told once', async () => {
    office.on('2026-10-08');
    expect((await page('officeHead', 'year=2026&standing=overdue')).lines).toMatchObject([
      { title: '修订公开目录', term: '逾期', light: 'overdue', daysLate: 8 },
    ]);
    const key = `work-points/${await idOf('修订公开目录')}`;
    expect((await inbox('liaison')).mine.find((row) => row.key === key)).toMatchObject({
      what: '工作要点：修订公开目录',
      state: '逾期',
      step: '报告完成',
    });
    expect((await inbox('liaison')).mine.some(({ what }) => what === '工作要点：图文解读')).toBe(false);
    expect(await remindOwners(office.house)).toBe(1);
    expect(await remindOwners(office.house)).toBe(0);
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    const id = await idOf('修订公开目录');
    expect((await as(who).get('/api/work-points')).statusCode).toBe(403);
    expect((await as(who).get(`/api/work-points/${id}`)).statusCode).toBe(403);
    expect((await as(who).get('/api/work-points/template')).statusCode).toBe(403);
    expect((await as(who).post('/api/work-points/export', {})).statusCode).toBe(403);
    expect((await list({ title: '别的' }, who)).statusCode).toBe(403);
    expect((await send(who, '/api/work-points/sheet?year=2026', PDF, 'x.xlsx', 'county')).statusCode).toBe(403);
    expect((await send(who, `/api/work-points/${id}/files`, PDF, 'x.pdf')).statusCode).toBe(403);
  });

  it('SUP-74 who reads does not list; of another county nobody learns anything', async () => {
    const id = await idOf('修订公开目录');
    for (const who of ['editor', 'liaison', 'auditor'] as const)
      expect((await list({ title: '别的' }, who)).statusCode).toBe(403);
    expect((await send('editor', '/api/work-points/sheet?year=2026', PDF, 'x.xlsx', 'county')).statusCode).toBe(403);
    expect((await act('auditor', id, { verb: 'progress', says: '看过' })).statusCode).toBe(403);
    expect((await as('otherLiaison').get(`/api/work-points/${id}`)).json()).toMatchObject({ code: 'NO_SUCH_POINT' });
    expect((await page('otherLiaison')).lines).toEqual([]);
    const [proof] = (await view(id)).proofs;
    const file = await as('otherLiaison').get(`/api/work-points/${id}/files/${proof!.id}`);
    expect(file.json()).toMatchObject({ code: 'NO_SUCH_POINT' });
  });
});
