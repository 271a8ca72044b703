import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { fits } from '../../exchange/adapters/fits.ts';
import { HOSTILE, type PortalPlay, portalPlay, SITE } from '../portal.fixture.ts';
import { OPERATIONS } from './description.ts';
import { csvOf, DocumentView, type LineShown, ListView } from './views.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let id: string;
beforeAll(async () => {
  play = await portalPlay(db);
  id = await play.show({ particulars: { title: '第一条' } });
  for (let n = 2; n <= 5; n += 1) await play.show({ columns: ['news.notices'], particulars: { title: `第${n}条` } });
});
const get = (path: string, headers = {}) => play.visitor.get(`/api/v1${path}`, headers);

describe('XCH-20 what programs read', () => {
  it('is paged, of a column or an agency, and no more than the schemas say', async () => {
    const first = (await get('/documents?size=2')).json();
    expect(fits(ListView, first)).toBe(true);
    expect([first.total, first.documents.map(({ title }: LineShown) => title)]).toEqual([5, ['第5条', '第4条']]);
    const second = (await get(first.next.slice(`${SITE.url}/api/v1`.length))).json();
    expect(second.documents.map(({ title }: LineShown) => title)).toEqual(['第3条', '第2条']);
    expect((await get('/documents?size=2&page=3')).json().next).toBeNull();
    expect((await get('/documents?column=news.headlines')).json().total).toBe(1);
    expect((await get('/documents?agency=town')).json()).toMatchObject({ total: 0, documents: [] });
    expect((await get('/documents?size=999&page=x')).json()).toMatchObject({ size: 100, page: 1 });
    const whole = (await get(`/documents/${id}`)).json();
    expect(fits(DocumentView, whole)).toBe(true);
    expect(whole).toMatchObject({ title: '第一条', url: `${SITE.url}/documents/${id}`, bodyHtml: '<p>正文。</p>' });
  });

  it('nothing that is not public, and of what was withdrawn only that', async () => {
    const draft = await play.draft();
    expect((await get(`/documents/${draft.id}`)).statusCode).toBe(404);
    const gone = await play.show({ particulars: { title: '撤回的' } });
    expect((await get('/documents')).body).toContain('撤回的');
    await play.tell({ verb: 'withdraw', documentId: gone, reason: 'error', explanation: '内部说明' });
    const answer = await get(`/documents/${gone}`);
    expect([answer.statusCode, answer.body.includes('内部说明')]).toEqual([410, false]);
    expect((await get('/documents')).body).not.toContain('撤回的');
  });

  it('is JSON with a mark by which what did not change is not sent again', async () => {
    const { headers } = await get('/documents');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect((await get('/documents', { 'if-none-match': headers.etag })).statusCode).toBe(304);
  });

  it('as CSV is quoted, and no cell becomes a formula', async () => {
    const answer = await get('/documents.csv?column=news.headlines');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body.split('\r\n')[1]).toContain('第一条');
    const line = { id: '1', title: `=1+1,"${HOSTILE}`, docNo: null } as LineShown;
    expect(csvOf([line])).toContain(`"'=1+1,""`);
  });
});

describe('XCH-21 the description', () => {
  it('names every address, each of which answers', async () => {
    const { openapi, paths, servers } = (await get('/openapi.json')).json();
    expect([openapi, servers]).toEqual(['3.1.0', [{ url: SITE.url }]]);
    expect(Object.keys(paths)).toEqual(OPERATIONS.map(({ path }) => path));
    for (const path of Object.keys(paths))
      expect((await play.visitor.get(path.replace('{id}', id))).statusCode).toBe(200);
    expect((await play.visitor.get('/open')).body).toContain('/api/v1/openapi.json');
  });
});

it('XCH-22 who asks too often waits', async () => {
  for (let n = 0; n < 121; n += 1) await get('/columns?x=1');
  expect((await get('/columns?x=1')).statusCode).toBe(429);
});
