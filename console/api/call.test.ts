import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, download, NotDone, problemOf } from './call.ts';

const REFUSED = { status: 403, code: 'NOT_YOUR_ROLE', says: '由统计办理。', basis: '岗位权限', issues: [] };

/** A desk that answers once, and what it was asked. */
function deskAnswering(answer: Response | Error) {
  const asked = vi.fn(async (_address: string, _sent: RequestInit) => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => void vi.unstubAllGlobals());

const sheet = new File(['表格'], '结转文件.xlsx');
const upload = () => call('POST /api/opening/documents/sheet', { sends: { agencyId: 'county', file: sheet } });
const problemWith = async (asking: Promise<unknown>) => problemOf(await asking.catch((error: unknown) => error));

describe('asking the desk', () => {
  it('sends JSON and reads JSON', async () => {
    const asked = deskAnswering(Response.json({ signedIn: true }));
    const sends = { signInName: 'chengban', password: 'secret' };
    expect(await call('POST /api/sign-in', { sends })).toEqual({ signedIn: true });
    expect(asked).toHaveBeenCalledWith('/api/sign-in', {
      method: 'POST',
      headers: { 'x-gongkai-console': '1', 'content-type': 'application/json' },
      body: JSON.stringify(sends),
    });
  });

  it('sends a sheet in parts, and leaves naming their boundary to the browser', async () => {
    const asked = deskAnswering(Response.json({ entered: 3, says: '已登记 3 件文件。' }));
    expect(await upload()).toEqual({ entered: 3, says: '已登记 3 件文件。' });
    const { headers, body } = asked.mock.calls[0]![1];
    expect(headers).toEqual({ 'x-gongkai-console': '1' });
    expect([...(body as FormData).keys()]).toEqual(['agencyId', 'file']);
  });

  it('asks without a body where it only reads', async () => {
    const asked = deskAnswering(Response.json({ settings: [] }));
    await call('GET /api/settings', {});
    expect(asked.mock.calls[0]![1]).toEqual({ method: 'GET', headers: { 'x-gongkai-console': '1' } });
  });

  it('tells why something was not done', async () => {
    deskAnswering(Response.json(REFUSED, { status: 403 }));
    await expect(upload()).rejects.toBeInstanceOf(NotDone);
    deskAnswering(Response.json(REFUSED, { status: 403 }));
    expect(await problemWith(upload())).toEqual(REFUSED);
  });

  it('tells a lost line from an answer nobody understands', async () => {
    deskAnswering(new TypeError('fetch failed'));
    expect((await problemWith(upload())).code).toBe('UNREACHABLE');
    deskAnswering(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    expect(await problemWith(upload())).toMatchObject({ code: 'BROKEN', status: 502 });
  });
});

describe('fetching a file', () => {
  const named = (name: string) => ({
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });

  it('keeps the name the desk gives it', async () => {
    deskAnswering(new Response('类别,月份', { headers: named('处理决定数量模板.csv') }));
    const file = await download('GET /api/decision-counts/template');
    expect([file.name, await file.text()]).toEqual(['处理决定数量模板.csv', '类别,月份']);
  });

  it('takes no refusal and no foreign page for the file', async () => {
    deskAnswering(Response.json(REFUSED, { status: 403 }));
    expect(await problemWith(download('GET /api/opening/documents/template'))).toEqual(REFUSED);
    deskAnswering(new Response('<h1>登录</h1>'));
    expect((await problemWith(download('GET /api/opening/documents/template'))).code).toBe('BROKEN');
  });
});
