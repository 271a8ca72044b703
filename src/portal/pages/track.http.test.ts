import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { civil } from '../../statute/civil-date.ts';
import { WRONG_CODES_PER_QUARTER } from '../intake.ts';
import { portalFor, textOf, type Visitor, visitorOf } from '../portal.fixture.ts';
import { CODE_PURPOSE } from '../query-code.ts';

const { db } = await testDatabase();
let desk: Awaited<ReturnType<typeof requestDesk>>;
let visitor: Visitor;
beforeAll(async () => {
  desk = await requestDesk(db);
});
beforeEach(() => {
  visitor = visitorOf(portalFor(desk.house));
});

let given = 0;
/** An application received on a day, and what its applicant holds. */
async function applied(on: string, wanted = '民主路改造工程的批准文件') {
  given += 1;
  const code = `ABCD-EFGH-${2000 + given}`;
  const file = await desk.register({ on: civil(on), wanted, codeDigest: KEYS.digest(code, CODE_PURPOSE) });
  return { id: file.request.id, number: file.request.queryNumber, code };
}
const track = (number: string, code: string, headers = {}) => visitor.post('/track', { number, code }, headers);

describe('tracking', () => {
  it('PRT-4 tells the state in plain words, the last day and why this day, and never who applied', async () => {
    const { number, code } = await applied('2026-06-01');
    const page = await track(number, code);
    const read = textOf(page.body);
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(read).toContain('办理中');
    expect(read).toContain('应当答复的最后一日');
    expect(read).toContain('数满 20 个工作日');
    for (const secret of ['张小满', '110101199001011234', '13800000000', '民主路1号', '某人', 'officer-'])
      expect([secret, page.body.includes(secret)]).toEqual([secret, false]);
  });

  it('takes the code as people type it', async () => {
    const { number, code } = await applied('2026-06-01');
    expect((await track(` ${number} `, code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
  });

  it('REQ-28 asks for the correction, and names its last day only once the notice is known to have arrived', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-03', 'askCorrection', { what: '请写明是哪一段道路。', workdays: 10 });
    expect(textOf((await track(number, code)).body)).toContain('请写明是哪一段道路。收到告知后请尽快补正');
    await desk.act(id, '2026-06-05', 'recordReceived', { paper: 2 });
    expect(textOf((await track(number, code)).body)).toContain('最迟 2026年6月22日 周一补正');
  });

  it('shows the reply once it is served, with where to seek remedy, and not before', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-10', 'draftReply', {
      outcome: 'granted',
      grounds: { provision: '复印件一份' },
      text: '予以公开，随函附上。',
    } as never);
    expect((await track(number, code)).body).not.toContain('予以公开，随函附上。');
    await desk.pass(id, '2026-06-10');
    await desk.act(id, '2026-06-10', 'sign', {} as never, 'signatory');
    expect((await track(number, code)).body).not.toContain('予以公开，随函附上。');
    await desk.act(id, '2026-06-11', 'serve', { method: 'direct', evidence: '送达回证' } as never);
    const read = textOf((await track(number, code)).body);
    expect(read).toContain('予以公开，随函附上。');
    expect(read).toContain('行政复议');
    expect(read).toContain('示政公开答〔2026〕');
  });

  it('never names a third party that was consulted', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-02', 'consultThirdParty', { name: '丁某某运输公司', about: '合同价款' } as never);
    expect((await track(number, code)).body).not.toContain('丁某某');
  });
});

describe('who may not', () => {
  it('PRT-4 a wrong code, the code of another file and an unknown number get the very same answer', async () => {
    const [one, other] = [await applied('2026-06-01'), await applied('2026-06-01')];
    const answers = [
      await track(one.number, 'AAAA-AAAA-AAAA'),
      await track(one.number, other.code),
      await track('2026999999', one.code),
      await track(one.number, ''),
    ];
    const shown = answers.map(({ body, statusCode, headers }) => [
      statusCode,
      headers['cache-control'],
      body.replace(/value="\d*"/, ''),
    ]);
    expect(new Set(shown.map((part) => JSON.stringify(part))).size).toBe(1);
    expect(shown[0]![0]).toBe(404);
  });

  it('PRT-4 an unknown number costs the same single question to the database as a wrong code', async () => {
    const { number } = await applied('2026-06-01');
    const asked: string[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    visitor = visitorOf(portalFor({ ...desk.house, db: watched }));
    await track(number, 'AAAA-AAAA-AAAA');
    const forWrongCode = asked.splice(0);
    await track('2026999999', 'AAAA-AAAA-AAAA');
    expect(asked).toEqual(forWrongCode);
    expect(asked).toEqual(['SelectQueryNode']);
  });

  it('PRT-3 nobody guesses: after ten wrong pairs even the right one waits a quarter of an hour', async () => {
    const { number, code } = await applied('2026-06-01');
    for (let n = 0; n < WRONG_CODES_PER_QUARTER; n += 1)
      expect((await track(number, `WRONG-${n}`)).statusCode).toBe(404);
    const blocked = await track(number, code);
    expect(blocked.statusCode).toBe(429);
    expect(blocked.body).not.toContain(number);
  });

  it('PRT-3 right answers are not counted', async () => {
    const { number, code } = await applied('2026-06-01');
    for (let n = 0; n <= WRONG_CODES_PER_QUARTER; n += 1) expect((await track(number, code)).statusCode).toBe(200);
  });

  it('PRT-1 no page of another site, and nothing by address: number and code never stand in one', async () => {
    const { number, code } = await applied('2026-06-01');
    expect((await track(number, code, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const page = await visitor.get(`/track?number=${number}&code=${code}`);
    expect(page.body).not.toContain('办理中');
  });
});
