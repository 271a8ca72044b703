/** 来信 from the form to the published answer: portal and desk over one office. */
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { letterStatistics } from '../../interaction/store/letter-lists.ts';
import { countInteractions, interactionsBehind } from '../../interaction/store.ts';
import { portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../portal/portal.fixture.ts';
import type { CitizenLetterPage, CitizenLetterView, InboxView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const URL = '/api/citizen-letters';
let visitor: Visitor;
beforeEach(() => {
  office.on('2026-03-04');
  visitor = visitorOf(portalFor(office.house, { newCode }));
});
let codes = 0;
const newCode = () => {
  codes += 1;
  return `CCCC-CCCC-${String(codes + 2222)}`;
};

const FORM = {
  agency: 'county',
  kind: 'consultation',
  title: '青石路的路灯不亮',
  body: '我是王小明，电话13912345678，路灯坏了半个月',
  name: '王小明',
  phone: '13912345678',
  email: '',
  publish: 'yes',
};
const formToSend = async (change: object = {}) => ({
  ...{ ...FORM, ...change, do: 'send' },
  ...(await provenBy((await visitor.get('/letters/write')).body)),
});
const held = (page: { body: string }) => {
  const [number, code] = [...page.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  return { number: number!, code: code! };
};
async function written(change: object = {}) {
  const page = await visitor.post('/letters/write', await formToSend(change));
  const receipt = held(page);
  const { id } = await db
    .selectFrom('citizen_letters')
    .select('id')
    .where('query_number', '=', receipt.number)
    .executeTakeFirstOrThrow();
  return { ...receipt, id };
}
const act = async (id: string, seen: number, act: object, who: Who = 'handler') => {
  const response = await as(who).post(`${URL}/${id}/acts`, { seen, act });
  return { status: response.statusCode, ...response.json() };
};
const view = async (id: string): Promise<CitizenLetterView> => (await as('handler').get(`${URL}/${id}`)).json();
const track = async ({ number, code }: { number: string; code: string }) =>
  visitor.post('/letters/track', { number, code });
async function answered(id: string) {
  await act(id, 1, { verb: 'accept', simple: true });
  await act(id, 2, { verb: 'draft', text: '路灯已经修好。' });
  await act(id, 3, { verb: 'check', passed: true, opinion: '' }, 'officeHead');
  return act(id, 4, { verb: 'answer' });
}

describe('咨询诉求', () => {
  it('INT-1 one form is one letter, and sent again it shows the same receipt', async () => {
    const sent = await formToSend();
    const [first, second] = [await visitor.post('/letters/write', sent), await visitor.post('/letters/write', sent)];
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(held(second)).toEqual(held(first));
    const other = await visitor.post('/letters/write', { ...sent, body: '别的' });
    expect(other.statusCode).toBe(409);
    expect(textOf(other.body)).toContain('没有再登记一次');
  });

  it('INT-1 what is missing is named at its field, what was typed stays, nothing is kept', async () => {
    const before = await db.selectFrom('citizen_letters').select('id').execute();
    const page = await visitor.post('/letters/write', await formToSend({ title: '', phone: '' }));
    expect(page.statusCode).toBe(422);
    for (const words of ['没有写题目', '没有留联系方式', '路灯坏了半个月']) expect(textOf(page.body)).toContain(words);
    expect(await db.selectFrom('citizen_letters').select('id').execute()).toEqual(before);
  });

  it('INT-7 from the form to the published answer; a draft is not seen before it is sent', async () => {
    const letter = await written();
    await act(letter.id, 1, { verb: 'accept', simple: true });
    await act(letter.id, 2, { verb: 'draft', text: '路灯已经修好。' });
    const meanwhile = textOf((await track(letter)).body);
    expect(meanwhile).toContain('办理中');
    expect(meanwhile).not.toContain('已经修好');
    await act(letter.id, 3, { verb: 'check', passed: true, opinion: '' }, 'officeHead');
    await act(letter.id, 4, { verb: 'answer' });
    expect(textOf((await track(letter)).body)).toContain('路灯已经修好。');
    const { proposed }: CitizenLetterView = (await as('publisher').get(`${URL}/${letter.id}`)).json();
    expect(proposed.body).not.toContain('13912345678');
    const text = { ...proposed, body: '路灯坏了半个月' };
    expect(await act(letter.id, 5, { verb: 'publish', ...text }, 'publisher')).toMatchObject({ status: 200 });
    const [list, page] = [await visitor.get('/letters'), await visitor.get(`/letters/${letter.id}`)];
    expect(list.body).toContain(`/letters/${letter.id}`);
    expect(textOf(page.body)).toContain('路灯已经修好。');
    expect(list.body + page.body).not.toMatch(/王小明|13912345678/);
    expect(await act(letter.id, 6, { verb: 'withdraw', why: '来信人要求' }, 'publisher')).toMatchObject({
      status: 200,
    });
    expect((await visitor.get(`/letters/${letter.id}`)).statusCode).toBe(404);
  });

  it('INT-6 what belongs to the other door is carried there with its text, both ways', async () => {
    const letter = await written();
    await act(letter.id, 1, { verb: 'refuse', reason: 'infoRequest', where: '请申请公开' });
    const page = await track(letter);
    expect(page.body).toContain('action="/apply"');
    const form = { wanted: '路灯的合同', agency: 'county', kind: 'natural', acting: 'self' };
    const apply = await visitor.post('/apply', { ...form, do: 'change.wanted' });
    expect(apply.body).toContain('路灯的合同</textarea>');
    expect(apply.body).toContain('formaction="/letters/write"');
    const back = await visitor.post('/letters/write', { ...form, do: 'carry' });
    expect([back.statusCode, back.body.includes('路灯的合同</textarea>')]).toEqual([200, true]);
  });

  it('INT-9 is rated once, and counted on the public page', async () => {
    const letter = await written();
    await answered(letter.id);
    const page = await track(letter);
    const token = [...page.body.matchAll(/name="token" value="([^"]*)"/g)].at(-1)![1]!;
    const rate = () => visitor.post('/letters/rate', { letter: letter.id, token, score: '4', says: '快' });
    expect([(await rate()).statusCode, (await rate()).statusCode]).toEqual([200, 409]);
    const list = textOf((await visitor.get('/letters')).body);
    expect(list).toMatch(/4\.0 分（满分 5 分，1 人评价）/);
    expect((await visitor.post('/letters/rate', { letter: letter.id, token: 'x', score: '1' })).statusCode).toBe(403);
  });

  it('INT-11 is an inquiry of the annual report once it is answered, and not when it was refused', async () => {
    const count = async () => (await countInteractions(db, ['county'], 2026)).inquiry;
    const [before, one, other] = [await count(), await written(), await written()];
    await answered(one.id);
    await act(other.id, 1, { verb: 'refuse', reason: 'noSubstance', where: '与前一封重复' });
    expect(await count()).toBe(before + 1);
    const behind = await interactionsBehind(db, ['county'], 2026, 'inquiry');
    expect(behind).toHaveLength(await count());
    expect(behind.map(({ title }) => title).join()).not.toContain('青石路');
  });

  it('INT-4 waits in the inbox of whoever takes the next step', async () => {
    const { id } = await written();
    await act(id, 1, { verb: 'accept', simple: false });
    await act(id, 2, { verb: 'draft', text: '好' });
    const mine = async (who: Who) => {
      const inbox: InboxView = (await as(who).get('/api/inbox')).json();
      return inbox.mine.some(({ key }) => key === `citizen-letters/${id}`);
    };
    expect([await mine('officeHead'), await mine('handler')]).toEqual([true, false]);
  });

  it('INT-9 letters that were accepted, refused and answered are told apart, and what was refused has no answer', async () => {
    const before = await letterStatistics(db, 2026);
    const [answeredOne, open, refused, turned] = [await written(), await written(), await written(), await written()];
    await answered(answeredOne.id);
    await act(open.id, 1, { verb: 'accept', simple: false });
    office.on('2026-03-20');
    const refusal = { verb: 'refuse', reason: 'petition', where: '信访局' };
    await act(refused.id, 1, refusal);
    await act(turned.id, 1, { verb: 'accept', simple: true });
    await act(turned.id, 2, refusal);
    await act(refused.id, 2, { verb: 'close' });
    const after = await letterStatistics(db, 2026);
    const grew = (['received', 'accepted', 'refused', 'answered'] as const).map((name) => after[name] - before[name]);
    expect(grew).toEqual([4, 2, 2, 1]);
    // All were answered on the day they came; a refusal sixteen days later does not count.
    expect(after.averageDays).toBe(0);
    const page = textOf((await visitor.get('/letters')).body).replace(/\s+/g, '');
    expect(page).toContain(`受理${after.accepted}件不予受理${after.refused}件已答复${after.answered}件`);
    expect((await view(refused.id)).settled).toEqual([
      { term: '不予受理', text: '2026-03-20' },
      { term: '办结', text: '2026-03-20' },
      { term: '理由', text: '信访、举报或者复议诉讼事项' },
      { term: '应当向哪里提出', text: '信访局' },
    ]);
    expect((await view(answeredOne.id)).settled).toBeNull();
    const { verbs, history } = await view(open.id);
    expect(verbs.map(({ verb }) => verb)).toEqual(['refuse', 'transfer', 'draft']);
    expect(history.map(({ by }) => by)).toEqual(['写信人', '韩经办']);
  });

  it('SEC-8 two acts on the same sight of it: one is done', async () => {
    const { id } = await written();
    const both = await Promise.all([
      act(id, 1, { verb: 'accept', simple: true }),
      act(id, 1, { verb: 'refuse', reason: 'petition', where: '信访局' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('who may not', () => {
  it('INT-10 nobody reads who wrote but for a reason, and it stands sealed', async () => {
    const { id } = await written();
    const stored = await db.selectFrom('citizen_letter_writers').selectAll().where('letter_id', '=', id).execute();
    expect(JSON.stringify(stored)).not.toMatch(/王小明|13912345678/);
    const opened = await as('handler').post(`${URL}/${id}/identity`, { reason: 'contact' });
    expect(opened.json()).toEqual({ name: '王小明', phone: '13912345678', email: '' });
    const entries = await db.selectFrom('ledger_entries').select('verb').where('subject', '=', id).execute();
    expect(entries.map(({ verb }) => verb).sort()).toEqual(['letter.received', 'openedIdentity']);
    for (const who of ['publisher', 'auditor'] as const)
      expect((await as(who).post(`${URL}/${id}/identity`, { reason: 'contact' })).statusCode).toBe(403);
    expect((await as('stranger').post(`${URL}/${id}/identity`, { reason: 'contact' })).statusCode).toBe(404);
  });

  it.each(['editor', 'reporter', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const)(
    'INT-5 %s reads nothing and does nothing',
    async (who) => {
      const { id } = await written();
      for (const url of [URL, `${URL}/${id}`]) expect((await as(who).get(url)).statusCode).toBe(403);
      expect((await act(id, 1, { verb: 'accept', simple: true }, who)).status).toBe(403);
    },
  );

  it('INT-5 to another agency it does not exist; a reader does nothing', async () => {
    const { id } = await written();
    const page: CitizenLetterPage = (await as('stranger').get(URL)).json();
    expect(page.lines).toEqual([]);
    expect((await act(id, 1, { verb: 'accept', simple: true }, 'stranger')).status).toBe(404);
    for (const who of ['auditor', 'publisher'] as const)
      expect((await act(id, 1, { verb: 'accept', simple: true }, who)).status).toBe(403);
  });

  it('SEC-3 nobody without a session, no page but the console’s', async () => {
    expect((await office.nobody.get(URL)).statusCode).toBe(401);
    expect((await office.foreignPage.post(`${URL}/x/acts`, { seen: 1, act: { verb: 'close' } })).statusCode).toBe(403);
  });

  it('INT-1 no form of another site, none without proof, no program', async () => {
    const sent = await formToSend();
    const posts = [
      visitor.post('/letters/write', { ...sent, proof: '' }),
      visitor.post('/letters/write', { ...sent, token: 'x' }),
      visitor.post('/letters/write', { ...sent, website: 'x' }),
      visitor.post('/letters/write', sent, { 'sec-fetch-site': 'cross-site' }),
    ];
    for (const page of await Promise.all(posts)) expect(page.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('INT-7 a wrong code and an unknown number get the same answer', async () => {
    const letter = await written();
    const [wrong, unknown] = [await track({ ...letter, code: 'AAAA' }), await track({ number: '1', code: 'AAAA' })];
    expect([wrong.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(textOf(wrong.body)).not.toContain('路灯');
  });
});
