import type { TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { fits } from '../../exchange/adapters/fits.ts';
import { DatabaseAway } from '../../platform/reading/database-away.ts';
import { HOSTILE, type PortalPlay, portalFor, portalPlay, SITE, visitorOf } from '../portal.fixture.ts';
import { OPERATIONS } from './description.ts';
import { csvOf, DocumentView, type LineShown, ListView, ProblemView } from './views.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let id: string;
beforeAll(async () => {
  play = await portalPlay(db);
  id = await play.show({ particulars: { title: '第一条' } });
  for (let n = 2; n <= 5; n += 1) await play.show({ columns: ['news.notices'], particulars: { title: `第${n}条` } });
});

interface Said {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
const answered = async (answer: Response): Promise<Said> => ({
  ...{ statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() },
});
interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly responses: Readonly<
            Record<
              string,
              { readonly content?: Readonly<Record<string, { readonly schema: TSchema }>>; readonly headers?: object }
            >
          >;
        };
      }
    >
  >;
}
afterAll(() => play.portal.app.close());
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

describe('XCH-21 every answer', () => {
  const brokenBy = (error: Error) => {
    const db = new Proxy({} as never, {
      get() {
        throw error;
      },
    });
    return visitorOf(portalFor({ ...play.house, db }));
  };
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  const ofMany = { 'x-forwarded-for': '203.0.113.9' };

  it('that an address can give stands in the description, in the form that stands there; and no other', async () => {
    const gone = await play.show({ particulars: { title: '撤回的' } });
    await play.tell({ verb: 'withdraw', documentId: gone, reason: 'error', explanation: '误发' });
    const eager = visitorOf(portalFor(play.house, { config: { trustedProxy: ['127.0.0.1'] } }));
    for (let n = 0; n < 120; n += 1) await eager.get('/api/v1/columns?x=1', ofMany);
    const at = await play.portal.app.listen({ host: '127.0.0.1', port: 0 });
    /** How each comes about; `{id}` where the address names none. */
    const ways: Readonly<Record<number, (path: string) => Promise<Said>>> = {
      200: (path) => play.visitor.get(path.replace('{id}', id)),
      304: async (path) => {
        const { headers } = await play.visitor.get(path.replace('{id}', id));
        return play.visitor.get(path.replace('{id}', id), { 'if-none-match': String(headers.etag) });
      },
      400: (path) => play.visitor.get(`${path.replace('{id}', id)}?page=%00`),
      404: (path) => play.visitor.get(path.replace('{id}', 'none')),
      410: (path) => play.visitor.get(path.replace('{id}', gone)),
      429: (path) => eager.get(path.replace('{id}', id), ofMany),
      431: async (path) => answered(await fetch(at + path.replace('{id}', id), { headers: { a: 'a'.repeat(20_000) } })),
      500: (path) => brokenBy(new Error('a fault')).get(path.replace('{id}', id)),
      503: (path) => brokenBy(new DatabaseAway()).get(path.replace('{id}', id)),
      507: (path) => brokenBy(full).get(path.replace('{id}', id)),
    };
    const { paths } = (await get('/openapi.json')).json() as Described;
    for (const [path, { get: told }] of Object.entries(paths)) {
      const ofOne = path.includes('{id}') ? [] : ['404', '410'];
      expect(Object.keys(told.responses)).toEqual(Object.keys(ways).filter((status) => !ofOne.includes(status)));
      for (const [status, { content, headers = {} }] of Object.entries(told.responses)) {
        const answer = await ways[Number(status)]!(path);
        expect([path, answer.statusCode]).toEqual([path, Number(status)]);
        const type = String(answer.headers['content-type']).replace(/;.*/, '');
        if (status !== '431' && content) expect(Object.keys(content)).toEqual([type]);
        const schema = content?.['application/json']?.schema;
        if (schema) expect([path, status, fits(schema, JSON.parse(answer.body))]).toEqual([path, status, true]);
        for (const name of Object.keys(headers)) expect(answer.headers[name.toLowerCase()]).toBeDefined();
      }
    }
  });

  it.each(['/api/v1/documents/%00', '/api/v1/documents/%FF', '/api/v1/%00', '/api/none', '/api/v1/documents/a/b'])(
    'of an address that is none is JSON, too: %s',
    async (path) => {
      const answer = await play.visitor.get(path);
      expect([answer.statusCode, fits(ProblemView, answer.json())]).toEqual([404, true]);
    },
  );
});

it('XCH-22 who asks too often waits', async () => {
  for (let n = 0; n < 121; n += 1) await get('/columns?x=1');
  expect((await get('/columns?x=1')).statusCode).toBe(429);
});
