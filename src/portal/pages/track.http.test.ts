import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { DRAFT, REGISTER } from '../../../test/support/request-play.ts';
import { loadFile } from '../../requests/store/files.ts';
import { performTogether } from '../../requests/store/joint-acts.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
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
async function applied(on: string, wanted = '民主路改造工程的批准文件', applicant = REGISTER.applicant) {
  given += 1;
  const code = `ABCD-EFGH-${2000 + given}`;
  const file = await desk.register({ on: civil(on), wanted, applicant, codeDigest: KEYS.digest(code, CODE_PURPOSE) });
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
    for (const secret of ['张小满', '110101199001011237', '13800000000', '民主路1号', '某人', 'officer-'])
      expect([secret, page.body.includes(secret)]).toEqual([secret, false]);
  });

  it('takes the code as people type it', async () => {
    const { number, code } = await applied('2026-06-01');
    expect((await track(` ${number} `, code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
  });

  it('FEE-17 a joint fee notice lists all it tells of, and whoever confirms it in one file has it in the others too', async () => {
    const applicant = { ...REGISTER.applicant, name: '李四', identity: '居民身份证 220102199003037774' };
    for (let i = 0; i < 10; i += 1) await desk.register({ on: civil('2026-06-01'), applicant });
    const [one, other, third] = [
      await applied('2026-06-01', '甲', applicant),
      await applied('2026-06-01', '乙', applicant),
      await applied('2026-06-01', '丙', applicant),
    ];
    const command = {
      verb: 'noticeFee',
      requestId: one.id,
      on: civil('2026-06-03'),
      tariff: 'items',
      why: '一月十余件',
    } as const;
    await performTogether(desk.house, {
      actor: desk.people.handler,
      command,
      along: [other.id, third.id],
      keys: KEYS,
      stairsOf: () => desk.stairs,
    });
    await desk.act(third.id, '2026-06-04', 'withdraw', { outcome: 'withdrawn', why: '不再需要' });
    const page = await track(one.number, one.code);
    expect(textOf(page.body)).toMatch(
      /请缴纳信息处理费 100 元.*一并告知了您2026年6月的 3 件申请，合计 300 元，这一件是其中之一/,
    );
    for (const said of ['乙', '丙', '李四']) expect(page.body).not.toContain(said);
    expect(page.body.match(/示政公开申〔2026〕\d+号/g)!.length).toBeGreaterThanOrEqual(3);
    await visitor.post('/track/act', { ...(await opened(one.number, one.code)), do: 'recordReceived', paper: '2' });
    const facts = (id: string) =>
      db
        .selectFrom('request_facts')
        .select(['type', 'recorded_by'])
        .where('request_id', '=', id)
        .orderBy('n')
        .execute();
    expect((await facts(other.id)).at(-1)).toEqual({ type: 'paperReceived', recorded_by: 'public' });
    expect((await facts(third.id)).map(({ type }) => type)).not.toContain('paperReceived');
  });

  it('REQ-28 asks for the correction, and names its last day only once the notice is known to have arrived', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-03', 'askCorrection', { what: '请写明是哪一段道路。', workdays: 10 });
    expect(textOf((await track(number, code)).body)).toContain('请写明是哪一段道路。收到告知后请尽快补正');
    await desk.act(id, '2026-06-05', 'recordReceived', { paper: 2 });
    desk.on('2026-06-22');
    expect(textOf((await track(number, code)).body)).toContain('最迟 2026年6月22日 周一补正');
    desk.on('2026-06-30');
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
    await desk.act(id, '2026-06-11', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' } as never);
    const read = textOf((await track(number, code)).body);
    expect(read).toContain('予以公开，随函附上。');
    expect(read).toContain('行政复议');
    expect(read).toContain('示政公开答〔2026〕');
  });

  it('REQ-77 says that a reply came back and how it was sent again, and asks for no confirmation meanwhile', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-10', 'draftReply', DRAFT);
    await desk.pass(id, '2026-06-10');
    await desk.act(id, '2026-06-10', 'sign', {}, 'signatory');
    const post = { method: 'post', carrier: 'ems', tracking: '1234567890123', evidence: '' } as const;
    const paper = (await desk.act(id, '2026-06-11', 'serve', post)).facts.at(-1)!.n;
    expect((await track(number, code)).body).toContain('value="recordReceived"');
    await desk.act(id, '2026-06-18', 'recordReturn', { paper, reason: 'moved', note: '门卫说已经搬走' });
    const back = (await track(number, code)).body;
    expect(textOf(back)).toContain('答复书寄出后被退回，您还没有收到');
    expect(back).not.toContain('value="recordReceived"');
    expect(back).not.toContain('门卫');
    const again = { paper, method: 'direct', receiver: 'agent', evidence: '送达回证' } as const;
    await desk.act(id, '2026-06-19', 'serveAgain', again);
    const read = textOf((await track(number, code)).body);
    expect(read).toContain('再次送达：直接送达，委托代理人签收');
    expect(read).not.toContain('您还没有收到');
  });

  it('never names a third party that was consulted', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-02', 'consultThirdParty', { name: '丁某某运输公司', about: '合同价款' } as never);
    expect((await track(number, code)).body).not.toContain('丁某某');
  });
});

/** The hidden fields of the page that was opened. */
function fieldsIn(html: string, within = '<form') {
  const form = html.slice(html.indexOf(within));
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { file: value('file'), access: value('access'), act: value('act') };
}
const opened = async (number: string, code: string) => fieldsIn((await track(number, code)).body, 'action="/track/');

describe('acts of the applicant', () => {
  it('PRT-41 he confirms the day a paper arrived, once', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-03', 'askCorrection', { what: '请写明是哪一段道路。', workdays: 10 });
    const confirm = { ...(await opened(number, code)), do: 'recordReceived', paper: '2' };
    expect(textOf((await visitor.post('/track/act', confirm)).body)).toContain('已经登记您收到文书的日期');
    expect((await visitor.post('/track/act', confirm)).statusCode).toBe(409);
  });

  it('PRT-125 he withdraws only after he was asked once more, and is told no day that is owed any longer', async () => {
    const { id, number, code } = await applied('2026-06-01');
    const withdraw = async (more: object) =>
      visitor.post('/track/act', { ...(await opened(number, code)), do: 'withdraw', ...more });
    const stateOf = async () =>
      (await loadFile(db, id, desk.people.handler, civil('2026-06-30'), builtInCalendar))!.line.state;
    const asked = await withdraw({});
    expect(textOf(asked.body)).toContain('还没有撤回');
    expect(textOf((await withdraw({ sure: 'no' })).body)).toContain('应当答复的最后一日');
    expect(await stateOf()).toBe('inProcess');
    const withdrawn = await visitor.post('/track/act', {
      ...fieldsIn(asked.body, 'action="/track/act"'),
      do: 'withdraw',
      sure: 'yes',
    });
    expect(textOf(withdrawn.body)).toContain('申请已经撤回');
    expect(await stateOf()).toBe('withdrawn');
    await desk.act(id, '2026-06-12', 'archive', {});
    for (const page of [withdrawn, await track(number, code)]) {
      const read = textOf(page.body);
      expect(read).toContain('办理经过');
      for (const gone of ['应当答复的最后一日', '怎样算出来的', '您对办理情况满意吗', '撤回申请'])
        expect([gone, read.includes(gone)]).toEqual([gone, false]);
    }
  });

  it('PRT-41 he says once how satisfied he was', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.reply(id, '2026-06-10');
    const rated = { ...(await opened(number, code)), do: 'rate', score: '4', words: '' };
    expect(textOf((await visitor.post('/track/act', rated)).body)).toContain('谢谢您的评价');
    expect(textOf((await track(number, code)).body)).not.toContain('您对办理情况满意吗');
  });

  it('REQ-110 he suggests once that everybody should have what he was given, and reads what became of it', async () => {
    const { id, number, code } = await applied('2026-06-01');
    const suggest = async (why: string) =>
      visitor.post('/track/act', { ...(await opened(number, code)), do: 'suggestProactive', why });
    expect((await suggest('都要用')).statusCode).toBe(409);
    await desk.reply(id, '2026-06-10');
    expect(textOf((await track(number, code)).body)).toContain('这些信息应当让大家都能看到');
    expect((await suggest(' ')).statusCode).toBe(409);
    expect(textOf((await suggest('都要用')).body)).toContain('您的建议已经收到');
    expect(textOf((await track(number, code)).body)).toContain('受理机关正在审核');
    expect((await suggest('都要用')).statusCode).toBe(409);
    await desk.act(id, '2026-06-12', 'decideProactive', { adopt: false, why: '内部理由' });
    const told = textOf((await track(number, code)).body);
    expect(told).toContain('没有纳入主动公开的范围');
    expect(told).not.toContain('内部理由');
  });

  it('PRT-42 he downloads his letters with his name, a reply only once it is served', async () => {
    const { id, number, code } = await applied('2026-06-01');
    const letter = async (name: string) =>
      visitor.post('/track/letter', { ...(await opened(number, code)), letter: name });
    expect((await letter('1.receipt')).rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
    await desk.act(id, '2026-06-10', 'draftReply', DRAFT);
    await desk.pass(id, '2026-06-10');
    await desk.act(id, '2026-06-10', 'sign', {}, 'signatory');
    expect((await letter('5.granted')).statusCode).toBe(404);
    await desk.act(id, '2026-06-11', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
    expect((await letter('5.granted')).statusCode).toBe(200);
    expect(textOf((await track(number, code)).body)).toContain('六十日内向上一级人民政府申请行政复议');
  });
});

describe('who may not', () => {
  it('PRT-40 query shows the draft reply: neither the page nor its letter before it is served', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-10', 'draftReply', { ...DRAFT, text: '拟稿中的秘密句子' });
    const page = await track(number, code);
    expect(page.body).not.toContain('拟稿中的秘密句子');
    expect(textOf(page.body)).toContain('办理');
    for (const name of ['2.granted', '3.granted'])
      expect((await visitor.post('/track/letter', { ...(await opened(number, code)), letter: name })).statusCode).toBe(
        404,
      );
  });

  it('PRT-40 one applicant with the proof of another, a made-up one, an old one or none does and reads nothing', async () => {
    const [one, other] = [await applied('2026-06-01'), await applied('2026-06-01')];
    const [mine, his] = [await opened(one.number, one.code), await opened(other.number, other.code)];
    for (const fields of [
      { ...mine, file: other.id },
      { ...mine, access: his.access },
      { ...mine, access: '' },
      { file: other.id },
    ])
      for (const [path, more] of [
        ['/track/act', { do: 'withdraw' }],
        ['/track/letter', { letter: '1.receipt' }],
        ['/track/file', { attachment: 'x' }],
      ] as const)
        expect((await visitor.post(path, { ...fields, ...more })).statusCode).toBe(403);
    const { line } = (await loadFile(db, other.id, desk.people.handler, civil('2026-06-30'), builtInCalendar))!;
    expect(line.state).toBe('inProcess');
  });

  it('PRT-40 what is the office’s alone cannot be asked for', async () => {
    const { number, code } = await applied('2026-06-01');
    for (const act of ['sign', 'draftReply', 'extend', 'toString', ''])
      expect((await visitor.post('/track/act', { ...(await opened(number, code)), do: act })).statusCode).toBe(403);
  });

  it('PRT-40 a letter to a third party, and a file of another application, are not his', async () => {
    const { id, number, code } = await applied('2026-06-01');
    await desk.act(id, '2026-06-02', 'consultThirdParty', { name: '丁某某运输公司', about: '合同价款' });
    expect(
      (await visitor.post('/track/letter', { ...(await opened(number, code)), letter: '2.consultThirdParty' }))
        .statusCode,
    ).toBe(404);
    expect(
      (await visitor.post('/track/letter', { ...(await opened(number, code)), letter: '2.consultationNotice' }))
        .statusCode,
    ).toBe(200);
    expect(
      (await visitor.post('/track/file', { ...(await opened(number, code)), attachment: 'file-1' })).statusCode,
    ).toBe(404);
  });

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
    const wait = Number(blocked.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(900);
    expect(textOf(blocked.body)).toContain(`请 ${Math.ceil(wait / 60)} 分钟以后再试`);
    expect(blocked.body).not.toContain(number);
  });

  it('PRT-3 a number that was not written is asked for, and counts as no guess', async () => {
    const { number, code } = await applied('2026-06-01');
    for (let n = 0; n <= WRONG_CODES_PER_QUARTER; n += 1) {
      const page = await track(' ', code);
      expect(page.statusCode).toBe(422);
      expect(textOf(page.body)).toContain('没有填写查询号');
    }
    expect((await track(number, code)).statusCode).toBe(200);
  });

  it('PRT-34 not by asking many at once either', async () => {
    const { number, code } = await applied('2026-06-01');
    const guesses = Array.from({ length: WRONG_CODES_PER_QUARTER + 20 }, (_, n) => track(number, `WRONG-${n}`));
    const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status !== 429)).toHaveLength(WRONG_CODES_PER_QUARTER);
    expect((await track(number, code)).statusCode).toBe(429);
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
