import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { APPLICATIONS_PER_HOUR } from '../../intake.ts';
import { provenBy, textOf, type Visitor } from '../../portal.fixture.ts';
import { ANSWERS, type Applying, applying, lookOver, send } from './applying.fixture.ts';

const { db } = await testDatabase();
let house: Applying;
let visitor: Visitor;
beforeAll(async () => {
  house = await applying(db);
});
beforeEach(() => {
  visitor = house.fresh();
});

describe('who may not', () => {
  it('PRT-1 nobody without a form of this site: no token, a forged one, that of another form', async () => {
    const before = await house.applications();
    for (const token of ['', 'a.b.c', `${Date.now().toString(36)}.x.y`])
      expect([token, (await visitor.post('/apply', { ...ANSWERS, do: 'send', token })).statusCode]).toEqual([
        token,
        409,
      ]);
    expect(await house.applications()).toBe(before);
  });

  it('PRT-1 no page of another site', async () => {
    const before = await house.applications();
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await send(visitor, ANSWERS, headers)).statusCode).toBe(403);
    expect(await house.applications()).toBe(before);
  });

  it('PRT-1 no program that fills in what no person sees', async () => {
    const refused = await send(visitor, { ...ANSWERS, website: 'http://spam.example' });
    expect(refused.statusCode).toBe(403);
    expect(textOf(refused.body)).toContain('打电话、到窗口申请');
  });

  it('PRT-2 no address more often than ten times an hour; another address goes on', async () => {
    for (let n = 0; n < APPLICATIONS_PER_HOUR; n += 1) expect((await send(visitor)).statusCode).toBe(201);
    const eleventh = await send(visitor);
    expect(eleventh.statusCode).toBe(429);
    expect(textOf(eleventh.body)).toContain('当面提交、邮寄');
    // Without a trusted proxy nobody can give himself another address.
    expect((await send(visitor, ANSWERS, { 'x-forwarded-for': '10.9.9.9' })).statusCode).toBe(429);
  });

  it('PRT-34 nor many at once: no address more than ten, and one proof for one application', async () => {
    const fresh = house.fresh();
    const proven = async () => {
      const page = await lookOver(fresh);
      return { ...ANSWERS, do: 'send', ...(await provenBy(page.body)) };
    };
    const statuses = async (forms: readonly Record<string, string>[]) =>
      (await Promise.all(forms.map((form) => fresh.post('/apply', form)))).map(({ statusCode }) => statusCode).sort();
    const one = await proven();
    // First, so that as many connections to the database are open as will be asked for at the same moment.
    const others = await Promise.all(Array.from({ length: APPLICATIONS_PER_HOUR + 2 }, proven));
    const before = await house.applications();
    expect(await statuses([1, 2, 3].map((n) => ({ ...one, wanted: `第${n}份文件` })))).toEqual([201, 409, 409]);
    // A try that brings a spent proof counts where it was under way before the first was registered: ten at most, whatever came first.
    const tooMany = (await statuses(others)).filter((status) => status === 429).length;
    expect(await house.applications()).toBe(before + 1 + others.length - tooMany);
    expect([3, 4, 5]).toContain(tooMany);
  });

  it('PRT-2 behind a trusted proxy each visitor counts by himself', async () => {
    visitor = house.fresh({ config: { trustedProxy: ['127.0.0.1'] } });
    for (let n = 0; n < APPLICATIONS_PER_HOUR; n += 1) await send(visitor, ANSWERS, { 'x-forwarded-for': '10.1.1.1' });
    expect((await send(visitor, ANSWERS, { 'x-forwarded-for': '10.1.1.1' })).statusCode).toBe(429);
    expect((await send(visitor, ANSWERS, { 'x-forwarded-for': '10.1.1.2' })).statusCode).toBe(201);
  });

  it('REQ-2 nothing incomplete, no agency that does not exist, no kind of applicant that is none', async () => {
    const before = await house.applications();
    for (const wrong of [
      { wanted: '' },
      { agency: 'elsewhere' },
      { kind: 'constructor' },
      { formWanted: 'toString' },
      { name: '' },
    ])
      expect([wrong, (await send(visitor, { ...ANSWERS, ...wrong })).statusCode]).toEqual([wrong, 422]);
    expect(await house.applications()).toBe(before);
  });

  it('nothing larger than a form', async () => {
    const big = await visitor.post('/apply', { ...ANSWERS, wanted: '长'.repeat(400_000) });
    expect(big.statusCode).toBe(413);
    expect(textOf(big.body)).toContain('太大');
  });
});
