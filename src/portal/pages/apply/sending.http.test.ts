import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { databaseOver, openPool } from '../../../platform/database.ts';
import { unlessAway } from '../../../platform/reading/database-away.ts';
import { portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../portal.fixture.ts';
import { ANSWERS, type Applying, applying, provenForm, send } from './applying.fixture.ts';

const { db, url } = await testDatabase();
let house: Applying;
let visitor: Visitor;
beforeAll(async () => {
  house = await applying(db);
});
beforeEach(() => {
  visitor = house.fresh();
});

describe('sending', () => {
  it('REQ-1 registers the application today and gives number and code, each shown this once', async () => {
    const receipt = await send(visitor);
    expect(receipt.statusCode).toBe(201);
    expect(receipt.headers['cache-control']).toBe('no-store');
    const read = textOf(receipt.body);
    expect(read).toContain('申请已经登记');
    expect(read).toMatch(/查询号\s*2024\d{6}/);
    expect(read).toContain('最迟 2024年3月29日 周五答复');
    const row = await db.selectFrom('info_requests').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      channel: 'web',
      received_on: '2024-03-01',
      agency_id: 'county',
      wanted: ANSWERS.wanted,
    });
    const code = /[A-Z]{4}-[A-Z]{4}-\d{4}/.exec(receipt.body)![0];
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('REQ-39 keeps the identity sealed: no table holds it in the clear, the ledger not at all', async () => {
    await send(visitor);
    for (const table of ['info_requests', 'applicants', 'request_facts', 'ledger_entries'] as const) {
      const rows = await db
        .selectFrom(table as 'applicants')
        .selectAll()
        .execute();
      expect([
        table,
        /王小明|110101199001011237|13912345678/.test(
          JSON.stringify(rows, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v)),
        ),
      ]).toEqual([table, false]);
    }
  });
});

describe('LED-4 while the primary is away', () => {
  it('says in words that nothing was taken, keeps all that was filled in, and takes it once when it is back', async () => {
    let away = false;
    const pool = databaseOver(unlessAway(openPool({ connectionString: url, maxConnections: 2 }), () => away));
    const cut = house.fresh({ house: { ...house.play.house, db: pool }, reading: db });
    const form = { ...(await provenForm(cut)), wanted: '第一行\r\n"第二行" <b>&amp;' };
    const before = await house.applications();
    away = true;
    const refused = await cut.post('/apply', form);
    expect([refused.statusCode, refused.headers['retry-after'], refused.headers['cache-control']]).toEqual([
      ...[503, '60', 'no-store'],
    ]);
    expect(textOf(refused.body)).toMatch(/现在不能受理.*没有得到回执.*不会重复登记/s);
    expect(refused.body).toContain('<form method="post" action="/apply">');
    expect(await house.applications()).toBe(before);
    const kept = Object.fromEntries(
      [...refused.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
      ]),
    );
    expect(kept).toEqual(form);
    away = false;
    const [taken, again] = [await cut.post('/apply', kept), await cut.post('/apply', kept)];
    await pool.destroy();
    expect([taken.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(await house.applications()).toBe(before + 1);
  });
});

describe('many at once', () => {
  it('PRT-22 two hundred forms from fifty addresses are each stored once, numbered without gap or twin', async () => {
    const many = portalFor(house.play.house, { config: { trustedProxy: ['127.0.0.1'] } });
    const from = (n: number) => ({ 'x-forwarded-for': `10.2.${n}.1` });
    const before = await house.applications();
    const crowd = visitorOf(many);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, client) => {
        const statuses: number[] = [];
        for (let n = 0; n < 4; n += 1) {
          const answered = { ...ANSWERS, wanted: `第${client}人的第${n}件：施工图审查意见` };
          const review = await crowd.post('/apply', { ...answered, at: 'files', do: 'next' }, from(client));
          const sent = { ...answered, do: 'send', ...(await provenBy(review.body)) };
          statuses.push((await crowd.post('/apply', sent, from(client))).statusCode);
        }
        return statuses;
      }),
    );
    expect(new Set(answers.flat())).toEqual(new Set([201]));
    expect(await house.applications()).toBe(before + 200);
    const rows = await db.selectFrom('info_requests').select('number').where('agency_id', '=', 'county').execute();
    const numbers = rows.map(({ number }) => Number(/(\d+)号$/.exec(number)![1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => n + 1));
  }, 60_000);
});
