import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { houseWithoutDatabase, portalFor, textOf, visitorOf } from '../portal.fixture.ts';

/** None of these asks the database: the house without one would fail. */
const house = houseWithoutDatabase({
  now: () => new Date('2024-12-02T02:00:00Z'),
  newId: () => 'id',
  calendar: () => builtInCalendar,
});
const visitor = visitorOf(portalFor(house));
const text = async (path: string) => textOf((await visitor.get(path)).body);

describe('the deadline calculator', () => {
  it('CLK-1 reckons over make-up days and holidays, and shows every step with its article', async () => {
    const read = await text('/deadline?channel=web&submitted=2024-09-20&do=reckon');
    expect(read).toContain('2024年10月23日 周三');
    expect(read).toContain('数满 20 个工作日');
    expect(read).toContain('《条例》第三十三条第二款');
  });

  it('CLK-15 says that a day beyond the published calendar is provisional', async () => {
    expect(await text('/deadline?channel=web&submitted=2026-12-20&do=reckon')).toContain('（暂估）');
  });

  it('adds and takes away what happened, without a script', async () => {
    const added = await visitor.get('/deadline?channel=web&submitted=2024-09-20&add=extended&do=add');
    expect(added.body).toContain('name="type.0" value="extended"');
    const removed = await visitor.get('/deadline?submitted=2024-09-20&type.0=extended&on.0=2024-10-10&do=remove.0');
    expect(removed.body).not.toContain('name="type.0"');
  });

  it('REQ-14 an extension on time moves the day, a late one does not and is named', async () => {
    const address = (on: string) =>
      `/deadline?channel=web&submitted=2024-09-20&type.0=extended&on.0=${on}&workdays.0=20&do=reckon`;
    expect(await text(address('2024-10-10'))).toContain('2024年11月20日 周三');
    expect(await text(address('2024-11-01'))).toContain('需要留意');
  });

  it('what cannot be is refused in words, at any input', async () => {
    for (const query of [
      'submitted=2024-02-30',
      'submitted=abc&do=reckon',
      'submitted=2024-09-20&type.0=replied&on.0=2024-01-01',
      'channel=pigeon&submitted=2024-09-20',
      'submitted=9999-12-31',
      'submitted=0001-01-01',
      'submitted=2024-09-20&type.0=extended&on.0=2024-10-10&workdays.0=1e9',
    ]) {
      const answer = await visitor.get(`/deadline?${query}`);
      expect([query, answer.statusCode]).toEqual([query, 200]);
    }
    expect(await text('/deadline?submitted=2024-02-30')).toContain('这样算不出来');
  });
});

describe('the fee calculator', () => {
  it.each([
    ['items=10', '0 元'],
    ['items=11', '100 元'],
    ['items=31', '2200 元'],
    ['items=１２', '200 元'],
    ['pages=30', '0 元'],
    ['pages=101', '720 元'],
    ['pages=1,000', '34700 元'],
  ])('FEE-1 FEE-2 %s: %s', async (query, amount) => {
    expect((await visitor.get(`/fee?${query}`)).body).toContain(`<p class="due-date">${amount}</p>`);
  });

  it('FEE-1 goes on from what was charged before', async () => {
    expect((await visitor.get('/fee?items=12&after=11')).body).toContain('<p class="due-date">100 元</p>');
  });

  it.each(['items=-1', 'items=1.5', 'items=abc', 'pages=99999999999', 'items=12&after=12', 'items=12&after=x'])(
    'FEE-3 %s: says at the field what is wrong, and reckons nothing',
    async (query) => {
      const { body } = await visitor.get(`/fee?${query}`);
      expect(body).toContain('role="alert"');
      expect(body).not.toContain('due-date');
    },
  );
});

describe('reading preferences', () => {
  it('are kept in one cookie that says nothing about the person, and lead back to the page', async () => {
    const answer = await visitor.get('/settings?senior=1&size=large&back=%2Ffee%3Fitems%3D12');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/fee?items=12']);
    expect(answer.headers['set-cookie']).toBe('reading=senior.large; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly');
  });
});

describe('who may not', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x=1',
    '/a\r\nb',
  ])('nobody is led to another site by %j', async (back) => {
    const answer = await visitor.get(`/settings?back=${encodeURIComponent(back)}`);
    expect(answer.headers.location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    expect(answer.headers['set-cookie']).not.toContain('x=1');
  });

  it('no preference but those there are', async () => {
    const answer = await visitor.get('/settings?senior=yes&size=__proto__');
    expect(answer.headers['set-cookie']).toContain('reading=standard.normal');
  });
});
