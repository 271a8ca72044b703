/** 征集调查 from the draft to the result: portal and desk over one office. */
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { countInteractions, interactionsBehind } from '../../interaction/store.ts';
import { followLedger } from '../../ledger/store/follow-ledger.ts';
import { portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../portal/portal.fixture.ts';
import type { ConsultationPage, ConsultationView, InboxView, OpinionPage } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const URL = '/api/consultations';
let codes = 0;
const newCode = () => {
  codes += 1;
  return `CCCC-CCCC-${String(codes + 2222)}`;
};
let visitor: Visitor;
let hear: () => Promise<void>;
beforeEach(async () => {
  office.on('2026-03-02');
  const portal = portalFor(office.house, { newCode });
  const follower = await followLedger({ db, id: 'the portal of consultations' });
  follower.onNews((news) => portal.hear(news));
  hear = () => follower.catchUp();
  visitor = visitorOf(portal);
});

const TEXT = {
  ...{ form: 'opinions', title: '停车收费办法（征求意见稿）', explanation: '为了规范停车收费。' },
  ...{ draft: '第一条 每小时三元。', questions: [], otherWays: '', matter: 'decision', days: 30, whyShorter: '' },
};
const question = (key: string, kind: string, change: object = {}) => ({
  ...{ key, kind, says: `问题${key}`, required: true, options: ['甲', '乙'], rows: [], showIf: null, ...change },
});
const SURVEY = {
  ...{ ...TEXT, form: 'survey', title: '公交线路问卷', draft: '', matter: 'other', days: 7 },
  questions: [
    question('q1', 'single'),
    question('q2', 'multiple', { showIf: { question: 'q1', options: [1] } }),
    question('q3', 'scale', { options: [] }),
    question('q4', 'matrix', { rows: ['早', '晚'] }),
    question('q5', 'text', { options: [], required: false }),
  ],
};
const act = async (id: string, seen: number, act: object, who: Who = 'editor') => {
  const response = await as(who).post(`${URL}/${id}/acts`, { seen, act });
  return { status: response.statusCode, ...response.json() };
};
async function drafted(text: object = TEXT): Promise<string> {
  const view: ConsultationView = (await as('editor').post(URL, { agencyId: 'county', text })).json();
  return view.line.id;
}
async function opened(text: object = TEXT): Promise<string> {
  const id = await drafted(text);
  await act(id, 1, { verb: 'submit' });
  await act(id, 2, { verb: 'check', passed: true, opinion: '' }, 'publisher');
  await hear();
  return id;
}
const formFor = async (id: string, change: object = {}, cookie = '') => {
  const page = await visitor.get(`/consultations/${id}/send`, cookie ? { cookie } : {});
  const set = String(page.headers['set-cookie'] ?? '').split(';')[0]!;
  return { cookie: cookie || set, sent: { ...change, do: 'send', ...(await provenBy(page.body)) } };
};
const send = async (id: string, change: object, cookie = '') => {
  const form = await formFor(id, change, cookie);
  return visitor.post(`/consultations/${id}/send`, form.sent, form.cookie ? { cookie: form.cookie } : {});
};
const held = (page: { body: string }) => {
  const [number, code] = [...page.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  return { number: number!, code: code! };
};
const opinionsOf = async (id: string, which = 'open'): Promise<OpinionPage> =>
  (await as('editor').get(`${URL}/${id}/opinions?which=${which}`)).json();

describe('意见征集', () => {
  it('INT-14 nothing is public before a second person has passed it', async () => {
    const id = await drafted();
    expect((await visitor.get(`/consultations/${id}`)).statusCode).toBe(404);
    await act(id, 1, { verb: 'submit' });
    expect((await act(id, 2, { verb: 'check', passed: true, opinion: '' })).status).toBe(403);
    expect((await act(id, 2, { verb: 'check', passed: true, opinion: '' }, 'publisher')).status).toBe(200);
    await hear();
    const [list, page] = [await visitor.get('/consultations'), await visitor.get(`/consultations/${id}`)];
    expect(list.body).toContain(`/consultations/${id}`);
    expect(textOf(page.body)).toContain('2026年4月1日');
  });

  it('INT-15 from the opinion to the answer and the result, which shows gists and no opinion', async () => {
    const id = await opened();
    const first = held(await send(id, { body: '我是王小明，太贵了', name: '王小明', phone: '13912345678' }));
    const second = held(await send(id, { body: '三元太贵' }));
    await send(id, { body: '路灯不亮' });
    const { lines } = await opinionsOf(id);
    expect(lines.map(({ maskedName }) => maskedName)).toEqual(['王**', '（未留姓名）', '（未留姓名）']);
    const both = lines.slice(0, 2).map((line) => line.id);
    const partly = {
      verb: 'reply',
      opinionIds: both,
      adoption: 'partly',
      reply: '前两小时改为两元。',
      gist: '收费太高',
    };
    expect((await act(id, 3, partly)).status).toBe(200);
    const track = async (one: typeof first) => textOf((await visitor.post('/consultations/track', one)).body);
    expect([await track(first), await track(second)].every((text) => text.includes('前两小时改为两元。'))).toBe(true);
    office.on('2026-04-02');
    const outcome = { verb: 'summarize', outcome: '收到意见3条。' };
    expect(await act(id, 4, outcome)).toMatchObject({ status: 409, code: 'INT-15' });
    const beside = {
      verb: 'reply',
      opinionIds: [lines[2]!.id],
      adoption: 'beside',
      reply: '请写信给城管局。',
      gist: '',
    };
    await act(id, 4, beside);
    await act(id, 5, outcome);
    await hear();
    expect(textOf((await visitor.get(`/consultations/${id}`)).body)).not.toContain('收到意见3条');
    expect((await act(id, 6, { verb: 'approve', passed: true, opinion: '' })).status).toBe(403);
    expect((await act(id, 6, { verb: 'approve', passed: true, opinion: '' }, 'publisher')).status).toBe(200);
    await hear();
    const result = (await visitor.get(`/consultations/${id}`)).body;
    for (const words of ['收到意见3条。', '收费太高', '前两小时改为两元。', '部分采纳'])
      expect(textOf(result)).toContain(words);
    expect(result).not.toMatch(/王小明|13912345678|路灯不亮/);
  });

  it('INT-17 one form is one opinion, and sent again it shows the same receipt', async () => {
    const id = await opened();
    const { sent } = await formFor(id, { body: '太贵' });
    const path = `/consultations/${id}/send`;
    const [one, again] = [await visitor.post(path, sent), await visitor.post(path, sent)];
    expect([one.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(held(again)).toEqual(held(one));
    expect((await visitor.post(path, { ...sent, body: '别的' })).statusCode).toBe(409);
    expect((await opinionsOf(id)).total).toBe(1);
  });

  it('INT-13 after the last day nothing is taken, and the page says so', async () => {
    const id = await opened();
    const { sent } = await formFor(id, { body: '太贵' });
    office.on('2026-04-02');
    const late = await visitor.post(`/consultations/${id}/send`, { ...sent, ...(await fresh()) });
    expect([late.statusCode, textOf(late.body).includes('已经结束')]).toEqual([410, true]);
    expect((await opinionsOf(id)).total).toBe(0);
  });
  /** A token that is good on the day, from a form that is always open. */
  const fresh = async () => provenBy((await visitor.get('/letters/write')).body);

  it('INT-20 the result is asked for in the inbox until it is published', async () => {
    const id = await opened();
    const step = async (who: Who) => {
      const inbox: InboxView = (await as(who).get('/api/inbox')).json();
      const row = [...inbox.mine, ...inbox.others].find(({ key }) => key === `consultations/${id}`);
      return row && [row.step, row.light, inbox.mine.includes(row)];
    };
    expect(await step('editor')).toBeUndefined();
    office.on('2026-04-02');
    expect(await step('editor')).toEqual(['拟结果', 'green', true]);
    office.on('2026-05-02');
    expect(await step('editor')).toEqual(['拟结果', 'overdue', true]);
    await act(id, 3, { verb: 'summarize', outcome: '期间没有收到意见。' });
    expect([await step('publisher'), await step('editor')]).toEqual([
      ['审核公布结果', 'overdue', true],
      ['审核公布结果', 'overdue', false],
    ]);
    await act(id, 4, { verb: 'approve', passed: true, opinion: '' }, 'publisher');
    expect(await step('publisher')).toBeUndefined();
  });

  it('INT-21 counts in the year it opened, opens its record, and is not registered by hand as well', async () => {
    const count = async () => (await countInteractions(db, ['county'], 2026)).consultation;
    const before = await count();
    const [id, stopped] = [await opened({ ...TEXT, title: '计入的一次' }), await opened()];
    await act(stopped, 3, { verb: 'stop', why: '上位法修改' }, 'publisher');
    expect(await count()).toBe(before + 1);
    const behind = await interactionsBehind(db, ['county'], 2026, 'consultation');
    expect([behind.length, behind.some((one) => one.id === id)]).toEqual([await count(), true]);
    const byHand = { agencyId: 'county', kind: 'consultation', title: '计入的一次', heldOn: '2026-03-01' };
    expect((await as('editor').post('/api/interactions', byHand)).json()).toMatchObject({ code: 'INT-21' });
  });

  it('SEC-8 two acts on the same sight of it: one is done', async () => {
    const id = await drafted();
    const both = await Promise.all([act(id, 1, { verb: 'submit' }), act(id, 1, { verb: 'revise', text: TEXT })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('问卷', () => {
  const ANSWERS = { q1: '1', 'q2.0': '1', q3: '4', 'q4.0': '0', 'q4.1': '1', q5: '多开一班' };

  it('INT-18 answers add up, without a script or a second count; the sheet has a line for each', async () => {
    const id = await opened(SURVEY);
    const page = (await visitor.get(`/consultations/${id}/send`)).body;
    expect(textOf(page)).toContain('第 1 题选了“乙”的才答');
    const sent = [ANSWERS, { ...ANSWERS, q1: '0' }, { ...ANSWERS, q3: '1' }];
    for (const one of sent) expect((await send(id, one)).statusCode).toBe(201);
    const view: ConsultationView = (await as('editor').get(`${URL}/${id}`)).json();
    const [q1, q2, q3] = view.results;
    expect([view.line.received, q1!.answered, q2!.answered, q3!.average]).toEqual([3, 3, 2, 4]);
    const book = await as('editor').post(`${URL}/${id}/export`, {});
    expect([book.statusCode, book.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    office.on('2026-03-20');
    await act(id, 3, { verb: 'summarize', outcome: '收到3份。' });
    await act(id, 4, { verb: 'approve', passed: true, opinion: '' }, 'publisher');
    await hear();
    const result = (await visitor.get(`/consultations/${id}`)).body;
    expect(textOf(result)).toContain('平均 4.00 分');
    expect(result).not.toContain('多开一班');
  });

  it('INT-19 the same browser answers once, even with two forms at once; another answers too', async () => {
    const id = await opened(SURVEY);
    const first = await formFor(id, ANSWERS);
    const second = await formFor(id, ANSWERS, first.cookie);
    const path = `/consultations/${id}/send`;
    const headers = { cookie: first.cookie };
    const both = await Promise.all([visitor.post(path, first.sent, headers), visitor.post(path, second.sent, headers)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect((await send(id, ANSWERS)).statusCode).toBe(201);
    const view: ConsultationView = (await as('editor').get(`${URL}/${id}`)).json();
    expect(view.line.received).toBe(2);
  });

  it('INT-16 what is missing is named at its question and what was chosen stays', async () => {
    const id = await opened(SURVEY);
    const page = await send(id, { ...ANSWERS, q3: '' });
    expect([page.statusCode, textOf(page.body).includes('第 3 题没有答')]).toEqual([422, true]);
    expect(page.body).toMatch(/id="q1-1"[^>]*checked/);
  });

  it('INT-23 an address may send more answers than applications, and not without end', async () => {
    const id = await opened(SURVEY);
    const answered = async () => {
      const { sent, cookie } = await formFor(id, ANSWERS);
      return (await visitor.post(`/consultations/${id}/send`, sent, { cookie })).statusCode;
    };
    const all: number[] = [];
    for (let n = 0; n < 61; n += 1) all.push(await answered());
    expect([all.filter((status) => status === 201).length, all.at(-1)]).toEqual([60, 429]);
  });
});

describe('who may not', () => {
  it('INT-22 nobody reads who sent one but for a reason, and it stands sealed', async () => {
    const id = await opened();
    await send(id, { body: '太贵', name: '王小明', phone: '13912345678' });
    const [line] = (await opinionsOf(id)).lines;
    const stored = await db.selectFrom('public_opinion_writers').selectAll().execute();
    expect(JSON.stringify(stored)).not.toMatch(/王小明|13912345678/);
    const url = `${URL}/${id}/opinions/${line!.id}/identity`;
    expect((await as('handler').post(url, { reason: 'contact' })).json()).toMatchObject({ name: '王小明' });
    const entries = await db.selectFrom('ledger_entries').select('verb').where('subject', '=', line!.id).execute();
    expect(entries.map(({ verb }) => verb).sort()).toEqual(['openedIdentity', 'opinionReceived']);
    for (const who of ['editor', 'publisher', 'auditor'] as const)
      expect((await as(who).post(url, { reason: 'contact' })).statusCode).toBe(403);
    const other = await opened();
    expect((await as('handler').post(url.replace(id, other), { reason: 'contact' })).statusCode).toBe(404);
  });

  it.each(['reporter', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const)(
    'INT-14 %s reads nothing and does nothing',
    async (who) => {
      const id = await opened();
      for (const url of [URL, '/api/consultation-words', `${URL}/${id}`, `${URL}/${id}/opinions`])
        expect((await as(who).get(url)).statusCode).toBe(403);
      expect((await act(id, 3, { verb: 'stop', why: '不' }, who)).status).toBe(403);
      expect((await as(who).post(URL, { agencyId: 'county', text: TEXT })).statusCode).toBe(403);
      expect((await as(who).post(`${URL}/${id}/export`, {})).statusCode).toBe(403);
    },
  );

  it('INT-14 to another agency it does not exist; a reader does nothing', async () => {
    const id = await opened();
    const page: ConsultationPage = (await as('stranger').get(`${URL}?which=all`)).json();
    expect(page.lines).toEqual([]);
    expect((await act(id, 3, { verb: 'stop', why: '不' }, 'stranger')).status).toBe(404);
    expect((await as('stranger').post(`${URL}/${id}/export`, {})).statusCode).toBe(404);
    expect((await as('auditor').post(`${URL}/${id}/export`, {})).statusCode).toBe(403);
    expect((await as('stranger').post(URL, { agencyId: 'county', text: TEXT })).statusCode).toBe(403);
  });

  it('SEC-3 nobody without a session, no page but the console’s', async () => {
    expect((await office.nobody.get(URL)).statusCode).toBe(401);
    expect((await office.foreignPage.post(URL, { agencyId: 'county', text: TEXT })).statusCode).toBe(403);
  });

  it('INT-17 no form of another site, none without proof, no program, no guessed code', async () => {
    const id = await opened();
    const { sent } = await formFor(id, { body: '太贵' });
    const path = `/consultations/${id}/send`;
    const posts = [
      visitor.post(path, { ...sent, proof: '' }),
      visitor.post(path, { ...sent, token: 'x' }),
      visitor.post(path, { ...sent, website: 'x' }),
      visitor.post(path, sent, { 'sec-fetch-site': 'cross-site' }),
      visitor.post('/consultations/track', { number: '1', code: '' }),
    ];
    for (const page of await Promise.all(posts)) expect(page.statusCode).toBeGreaterThanOrEqual(400);
    expect((await opinionsOf(id)).total).toBe(0);
  });
});
