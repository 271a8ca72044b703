/** 在线访谈 from the notice to the transcript: desk and portal over one office, and a second portal that hears of it by the ledger alone. */
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { countInteractions, interactionStairs, interactionsBehind } from '../../interaction/store.ts';
import { type Follower, followLedger } from '../../ledger/store/follow-ledger.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import type { BuiltPortal } from '../../portal/build-portal.ts';
import { HOSTILE, portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../portal/portal.fixture.ts';
import { civil } from '../../statute/civil-date.ts';
import type { InboxView, InterviewPage, InterviewView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const URL = '/api/interviews';
let visitor: Visitor;
let portal: BuiltPortal;
let follower: Follower;
beforeAll(async () => {
  portal = portalFor(office.house);
  follower = await followLedger({ db, id: 'another process' });
  follower.onNews((news) => portal.hear(news));
  await portal.app.listen({ host: '127.0.0.1', port: 0 });
  visitor = visitorOf(portal);
});
afterAll(async () => portal.app.close());
beforeEach(() => office.on('2026-03-04'));

const NOTICE = {
  title: '冬季供暖怎么办',
  guest: '李暖',
  guestPost: '示例县住房和城乡建设局局长',
  intro: '谈今年的供暖安排。',
  plannedOn: '2026-03-04',
  plannedAt: '09:30',
};
const draft = async (change: object = {}, who: Who = 'editor') => {
  const response = await as(who).post(URL, { agencyId: 'county', notice: { ...NOTICE, ...change } });
  return { status: response.statusCode, view: response.json() as InterviewView };
};
const act = async (id: string, sent: object, who: Who = 'editor') => {
  const response = await as(who).post(`${URL}/${id}/acts`, sent);
  return { status: response.statusCode, view: response.json() as InterviewView & { code?: string } };
};
let sayings = 0;
const once = () => {
  sayings += 1;
  return `once-${sayings}-of-tests`;
};
const say = (text: string, change: object = {}) => ({
  ...{ verb: 'say', speaker: 'guest', text, answers: null, once: once() },
  ...change,
});
async function announced(change: object = {}): Promise<string> {
  const { id } = (await draft(change)).view.line;
  await act(id, { verb: 'submit', seen: 1 });
  await act(id, { verb: 'check', seen: 1, passed: true, opinion: '' }, 'publisher');
  await follower.catchUp();
  return id;
}
async function live(): Promise<string> {
  const id = await announced();
  await act(id, { verb: 'begin' });
  await follower.catchUp();
  return id;
}
async function ask(id: string, question: string, change: object = {}) {
  const page = await visitor.get(`/interviews/${id}/ask`);
  const form = { question, do: 'send', ...(await provenBy(page.body)), ...change };
  return { form, page: await visitor.post(`/interviews/${id}/ask`, form) };
}
const read = async (id: string) => textOf((await visitor.get(`/interviews/${id}`)).body);

/** A reader on an open line, until it ends or he hangs up. */
async function reader(id: string, headers: Record<string, string> = {}, after = 0) {
  const { port } = portal.app.server.address() as AddressInfo;
  const path = `/interviews/${id}/live?after=${after}`;
  const response = await new Promise<IncomingMessage>((done, fail) => {
    httpGet({ host: '127.0.0.1', port, path, headers, agent: false }, done).on('error', fail);
  });
  let text = '';
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  response.on('data', (part) => {
    text += part;
    wake();
  });
  let over = false;
  response.on('close', () => {
    over = true;
    wake();
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
    });
  return {
    response,
    hears: async (words: string) => {
      await until(() => over || text.includes(words));
      return text.includes(words);
    },
    ends: () => until(() => over),
    numbers: () => (text.match(/(?<=^id: )\d+/gm) ?? []).map(Number),
    hangUp: () => response.destroy(),
  };
}

describe('在线访谈', () => {
  it('INT-35 is seen by nobody outside until a second person let the notice through', async () => {
    const { view } = await draft({ title: '审核以前看不见' });
    const { id } = view.line;
    await act(id, { verb: 'submit', seen: 1 });
    await follower.catchUp();
    for (const path of [`/interviews/${id}`, `/interviews/${id}/ask`, `/interviews/${id}/live`])
      expect((await visitor.get(path)).statusCode).toBe(404);
    expect((await visitor.get('/interviews')).body).not.toContain(id);
    expect((await act(id, { verb: 'check', seen: 1, passed: true, opinion: '' }, 'publisher')).status).toBe(200);
    await follower.catchUp();
    expect((await visitor.get('/interviews')).body).toContain(id);
    expect(await read(id)).toContain('示例县住房和城乡建设局局长');
  });

  it('INT-36 a question waits for a person, is asked once, and is shown in the words he let through', async () => {
    const id = await announced();
    const { form, page } = await ask(id, '我是王小明，电话13912345678，家里冷');
    expect(page.statusCode).toBe(201);
    expect((await visitor.post(`/interviews/${id}/ask`, form)).statusCode).toBe(200);
    expect((await visitor.post(`/interviews/${id}/ask`, { ...form, question: '别的' })).statusCode).toBe(409);
    expect(await read(id)).not.toContain('家里冷');
    const stored = await db.selectFrom('interview_questions').selectAll().where('interview_id', '=', id).execute();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('13912345678');
    const inbox: InboxView = (await as('editor').get('/api/inbox')).json();
    expect(inbox.mine.some(({ key, state }) => key === `interviews/${id}` && state.includes('1 个提问'))).toBe(true);
    const { questions } = (await as('editor').get(`${URL}/${id}`)).json() as InterviewView;
    await act(id, { verb: 'admit', questionId: questions[0]!.id, text: '家里温度不够怎么办？' });
    await follower.catchUp();
    const shown = await read(id);
    expect([shown.includes('家里温度不够怎么办？'), shown.includes('王小明')]).toEqual([true, false]);
  });

  it('INT-39 what is typed at the desk is read on another process as it is said; cut off, he goes on without loss or doubling', async () => {
    const id = await live();
    const first = await reader(id);
    expect(first.response.headers['content-type']).toContain('text/event-stream');
    await act(id, say('今年十五日供暖'));
    await follower.catchUp();
    expect(await first.hears('今年十五日供暖')).toBe(true);
    const heard = first.numbers().at(-1)!;
    first.hangUp();
    await act(id, say('热线是一二三四五'));
    await act(id, say('谢谢大家'));
    await follower.catchUp();
    const again = await reader(id, { 'last-event-id': String(heard) });
    expect(await again.hears('谢谢大家')).toBe(true);
    const all = [...first.numbers(), ...again.numbers()];
    expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
    // The plain page says the same to who has no scripts.
    const page = await read(id);
    for (const words of ['今年十五日供暖', '热线是一二三四五', '谢谢大家', '刷新，看新的内容'])
      expect(page).toContain(words);
    again.hangUp();
  });

  it('INT-42 a line put right is put right for who reads along, and its first text is not sent any more', async () => {
    const id = await live();
    await act(id, say('十五日供暖'));
    const { lines } = (await as('editor').get(`${URL}/${id}`)).json() as InterviewView;
    const turn = lines[0]!.n;
    const line = await reader(id);
    await line.hears('十五日供暖');
    const correct = { verb: 'correct', turn, seen: turn, text: '廿五日供暖', note: '听写有误' };
    const both = await Promise.all([act(id, correct), act(id, { ...correct, text: '卅日供暖' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await follower.catchUp();
    expect(await line.hears('听写有误')).toBe(true);
    line.hangUp();
    const fresh = await reader(id);
    await fresh.hears('听写有误');
    fresh.hangUp();
    expect(await read(id)).not.toContain('十五日供暖');
  });

  it('INT-39 ends: the line is closed, nothing more is asked, the transcript and the video stay', async () => {
    const id = await live();
    await act(id, say('好'));
    const line = await reader(id);
    expect((await act(id, { verb: 'end' })).status).toBe(200);
    await follower.catchUp();
    await line.ends();
    const last = line.numbers().at(-1)!;
    expect((await visitor.get(`/interviews/${id}/live?after=${last}`)).statusCode).toBe(204);
    expect((await visitor.get(`/interviews/${id}/ask`)).statusCode).toBe(409);
    await act(id, { verb: 'linkVideo', url: 'https://video.example.cn/1' });
    await follower.catchUp();
    const { body } = await visitor.get(`/interviews/${id}`);
    expect(body).toContain('href="https://video.example.cn/1"');
    expect(textOf(body)).toContain('访谈实录');
    expect(body).not.toContain('data-live=');
  });

  it('INT-40 two who speak at once are both heard, in one order; one who sends twice is heard once', async () => {
    const id = await live();
    const twice = say('只说一次');
    const done = await Promise.all([
      act(id, say('甲')),
      act(id, say('乙'), 'publisher'),
      act(id, twice),
      act(id, twice),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409]);
    const facts = await db
      .selectFrom('interview_facts')
      .select('n')
      .where('interview_id', '=', id)
      .orderBy('n')
      .execute();
    expect(facts.map(({ n }) => n)).toEqual(facts.map((_, i) => i + 1));
  });

  it('INT-41 whatever is written stays text', async () => {
    const id = await live();
    await act(id, say(HOSTILE));
    const line = await reader(id);
    await line.hears('alert(1)');
    const { body } = await visitor.get(`/interviews/${id}`);
    expect(body).not.toContain('<script>alert');
    line.hangUp();
  });

  it('INT-44 is an interview of the annual report once it ended, and is not recorded by hand beside it', async () => {
    const count = async () => (await countInteractions(db, ['county'], 2026)).interview;
    const before = await count();
    const id = await live();
    expect(await count()).toBe(before);
    await act(id, say('好'));
    await act(id, { verb: 'end' });
    expect(await count()).toBe(before + 1);
    const ended: InterviewView = (await as('editor').get(`${URL}/${id}`)).json();
    expect(ended.settled).toEqual([
      { term: '举行', text: '2026-03-04' },
      { term: '结束', text: '2026-03-04' },
      { term: '发言', text: '1 段' },
      { term: '网友提问', text: '收到 0 个，公开 0 个' },
    ]);
    expect(ended.verbs.filter(({ allowed }) => allowed).map(({ verb }) => verb)).toContain('linkVideo');
    const behind = await interactionsBehind(db, ['county'], 2026, 'interview');
    expect([behind.length, behind.some((one) => one.id === id)]).toEqual([before + 1, true]);
    const record = { verb: 'record', agencyId: 'county', kind: 'interview', heldOn: civil('2026-03-04') } as const;
    const doubled = await perform(office.house, interactionStairs, SYSTEM, { ...record, title: NOTICE.title });
    expect(doubled).toMatchObject({ code: 'INT-44' });
  });
});

describe('who may not', () => {
  it.each(['handler', 'reporter', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const)(
    'INT-35 %s reads nothing and does nothing',
    async (who) => {
      const id = await announced();
      for (const url of [URL, `${URL}/${id}`]) expect((await as(who).get(url)).statusCode).toBe(403);
      expect((await draft({}, who)).status).toBe(403);
      expect((await act(id, { verb: 'begin' }, who)).status).toBe(403);
    },
  );

  it('INT-35 to another agency it does not exist; a reader does nothing; nobody checks his own', async () => {
    const id = await announced();
    for (const url of [URL, `${URL}/${id}`]) expect((await as('stranger').get(url)).statusCode).toBe(403);
    const other = await announced({ title: '别的机关的访谈' });
    await db.updateTable('interviews').set({ agency_id: 'elsewhere' }).where('id', '=', other).execute();
    const page: InterviewPage = (await as('editor').get(URL)).json();
    expect([page.lines.some((one) => one.id === id), page.lines.some((one) => one.id === other)]).toEqual([
      true,
      false,
    ]);
    expect((await as('editor').get(`${URL}/${other}`)).statusCode).toBe(404);
    expect((await act(other, { verb: 'begin' })).status).toBe(404);
    expect((await act(id, { verb: 'begin' }, 'auditor')).status).toBe(403);
    const own = (await draft({}, 'publisher')).view.line.id;
    await act(own, { verb: 'submit', seen: 1 }, 'publisher');
    const checked = await act(own, { verb: 'check', seen: 1, passed: true, opinion: '' }, 'publisher');
    expect(checked.view.code).toBe('INT-35');
  });

  it('SEC-3 nobody without a session, no page but the console’s', async () => {
    expect((await office.nobody.get(URL)).statusCode).toBe(401);
    expect((await office.foreignPage.post(`${URL}/x/acts`, { verb: 'begin' })).statusCode).toBe(403);
  });

  it('INT-36 no question from another site, none without proof, none by a program, none to what is over', async () => {
    const id = await announced();
    const before = await db.selectFrom('interview_questions').select('id').execute();
    for (const change of [
      { proof: '' },
      { token: 'x' },
      { website: 'x' },
      { question: '' },
      { question: '长'.repeat(501) },
    ])
      expect((await ask(id, '问', change)).page.statusCode).toBeGreaterThanOrEqual(400);
    const form = { question: '问', ...(await provenBy((await visitor.get(`/interviews/${id}/ask`)).body)) };
    const foreign = await visitor.post(`/interviews/${id}/ask`, form, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.statusCode).toBe(403);
    await act(id, { verb: 'cancel', why: '嘉宾有公务' }, 'publisher');
    await follower.catchUp();
    expect((await visitor.post(`/interviews/${id}/ask`, form)).statusCode).toBe(409);
    expect(await read(id)).toContain('嘉宾有公务');
    expect(await db.selectFrom('interview_questions').select('id').execute()).toEqual(before);
  });
});

it('INT-45 a stop of the process ends the lines at once', async () => {
  const id = await live();
  const line = await reader(id);
  const closing = portal.app.close();
  await line.ends();
  await closing;
});
