import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { DRAFT } from '../../../test/support/request-play.ts';
import type { RequestFileView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;

const fileOf = async (id: string, who: Who = 'handler'): Promise<RequestFileView> =>
  (await as(who).get(`/api/requests/${id}`)).json();
const act = async (id: string, seen: number, verb: string, particulars: object = {}, who: Who = 'handler') => {
  const response = await as(who).post(`/api/requests/${id}/acts`, {
    seen,
    act: { verb, on: '2026-03-04', ...particulars },
  });
  return { status: response.statusCode, ...response.json() };
};
const registered = async () => {
  office.on('2026-03-04');
  return (await office.register()).request.id;
};

describe('GET /api/requests/:id', () => {
  it('REQ-54 tells where the file stands and the one next step', async () => {
    const file = await fileOf(await registered());
    expect(file).toMatchObject({
      seen: 1,
      line: { state: '办理中', light: 'green', dueOn: '2026-03-30', workdaysLeft: 18, maskedName: '张**' },
      situation: '正在办理。答复期限到 2026年3月30日 周一 为止，还有 18 个工作日。',
      next: { verb: 'draftReply', term: '拟写答复', allowed: true, roles: '承办人、公开工作机构负责人' },
    });
  });

  it('REQ-42 lists every verb, and says of each that is greyed why', async () => {
    const { verbs } = await fileOf(await registered());
    expect(verbs).toHaveLength(47);
    expect(verbs.find(({ verb }) => verb === 'extend')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('由公开工作机构负责人办理'),
      causes: expect.stringContaining('最长20个工作日'),
    });
    expect(verbs.every(({ allowed, why, causes }) => allowed === (why === null) && causes !== '')).toBe(true);
  });

  it('shows ladder, arithmetic, side clocks and the days that do not count', async () => {
    office.on('2026-02-10');
    const { request } = await office.register({ on: '2026-02-10' as never });
    const { clock } = await fileOf(request.id);
    expect(clock.due).toBe('2026-03-16');
    expect(clock.knots.map(({ on, kind }) => `${on} ${kind}`)).toEqual(['2026-02-10 passed', '2026-03-16 due']);
    expect(clock.steps.at(-1)).toMatchObject({ says: expect.stringContaining('数满 20 个工作日'), certainty: '依据' });
    expect(clock.sideClocks.map(({ term }) => term)).toContain('补正告知末日');
    expect(clock.breaks).toEqual([expect.stringMatching(/^春节：2026-02-\d\d 至 2026-02-\d\d$/)]);
    expect(clock.makeUpDays).toEqual(['2026-02-14', '2026-02-28']);
  });

  it('REQ-52 tells the history with who, what and the entry in the ledger', async () => {
    const id = await registered();
    const { history } = await act(id, 1, 'askCorrection', { what: '写明年份', workdays: 10 });
    expect(history[1]).toMatchObject({
      n: 2,
      what: '发出补正告知',
      by: '韩经办',
      particulars: [
        { term: '需要补正', text: '写明年份' },
        { term: '补正期限', text: '10个工作日' },
      ],
      ledger: { seq: history[0].ledger.seq + 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('REQ-52 a fact that was changed behind the back of the product finds its entry no more', async () => {
    const id = await registered();
    await act(id, 1, 'askCorrection', { what: '写明年份', workdays: 10 });
    await db
      .updateTable('request_facts')
      .set({ detail: { what: '写明年份', workdays: 5 } })
      .where('request_id', '=', id)
      .where('n', '=', 2)
      .execute();
    expect((await fileOf(id)).history.map(({ ledger }) => ledger !== null)).toEqual([true, false]);
  });

  it('lists what acts speak of by number: open consultations and papers under way', async () => {
    const id = await registered();
    const file = await act(id, 1, 'consultThirdParty', { name: '河东公司', about: '合同是否涉及商业秘密' });
    expect(file).toMatchObject({
      consultations: [{ n: 2, whom: 'third-party', term: '第三方', name: '河东公司' }],
      papers: [{ n: 2, term: '发出征求意见书（河东公司），2026-03-04' }],
      next: { verb: 'recordReceived' },
    });
    const received = await act(id, 2, 'recordReceived', { paper: 2 });
    expect(received).toMatchObject({ papers: [], line: { step: { term: '登记第三方意见', waitsFor: '河东公司' } } });
  });

  it('REQ-46 shows the earlier applications of the same applicant', async () => {
    const applicant = {
      name: '李四',
      identity: '居民身份证 22010219900303432X',
      phone: '',
      email: '',
      address: '',
      representative: '',
    };
    const first = await office.register({ applicant });
    const second = await office.register({ applicant, wanted: '同一条路的另一份文件' });
    expect((await fileOf(second.request.id)).bySameApplicant).toMatchObject([
      { id: first.request.id, number: first.request.number, maskedName: '李*' },
    ]);
  });

  it('a record that contradicts itself is told instead of breaking the screen', async () => {
    const id = await registered();
    await act(id, 1, 'askCorrection', { what: '写明年份', workdays: 10 });
    await db
      .updateTable('request_facts')
      .set({ happened_on: '2026-03-01' as never })
      .where('request_id', '=', id)
      .where('n', '=', 2)
      .execute();
    const file = await fileOf(id);
    expect(file.line.problem).toEqual(expect.any(String));
    expect(file).toMatchObject({ situation: file.line.problem, next: null, clock: { due: null, knots: [] } });
    expect(file.verbs.some(({ allowed }) => allowed)).toBe(false);
  });

  it('REQ-39 carries no identity and no code', async () => {
    const id = await registered();
    const text = JSON.stringify(await fileOf(id));
    for (const secret of ['张小满', '110101199001011237', '13800000000', '民主路1号', 'digest-of-code', 'sealed'])
      expect(text).not.toContain(secret);
  });
});

describe('POST /api/requests/:id/acts', () => {
  it('carries a file from draft to archive by the people whose steps they are', async () => {
    const id = await registered();
    expect(await act(id, 1, 'draftReply', DRAFT)).toMatchObject({
      line: { state: '待审核' },
      draft: DRAFT,
      next: { verb: 'legalCheck', allowed: false, why: expect.stringContaining('法制') },
    });
    await act(id, 2, 'legalCheck', { why: '' }, 'legal');
    expect(await act(id, 3, 'secrecyCheck', { why: '' }, 'secrecyReviewer')).toMatchObject({
      line: { state: '待签发' },
      next: { verb: 'sign', allowed: false, why: expect.stringContaining('签发人') },
    });
    expect(await act(id, 4, 'sign', {}, 'signatory')).toMatchObject({ line: { state: '已签发，待送出' } });
    const served = await act(id, 5, 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
    expect(served).toMatchObject({
      line: { state: '已答复', light: 'done', outcome: '予以公开', closedOn: '2026-03-04' },
      situation: '2026年3月4日办结：予以公开，在答复期限以内。',
    });
    expect(await act(id, 6, 'archive')).toMatchObject({ line: { state: '已归档', step: null }, next: null });
  });

  it('REQ-77 a reply that came back stands on the ladder, is what to do next, and is served again by those whose step it is', async () => {
    const id = await registered();
    await act(id, 1, 'draftReply', DRAFT);
    await act(id, 2, 'legalCheck', { why: '' }, 'legal');
    await act(id, 3, 'secrecyCheck', { why: '' }, 'secrecyReviewer');
    await act(id, 4, 'sign', {}, 'signatory');
    const post = { method: 'post', carrier: 'ems', tracking: '1234567890123', evidence: '' };
    expect(await act(id, 5, 'serve', { ...post, carrier: 'courier' })).toMatchObject({ status: 409, code: 'REQ-75' });
    const { papers } = await act(id, 5, 'serve', post);
    expect(papers).toMatchObject([{ n: 6, returned: false }]);
    const back = await act(id, 6, 'recordReturn', { paper: 6, reason: 'moved', note: '' });
    expect(back).toMatchObject({ papers: [{ returned: true }], line: { step: { term: '再次送达文书' } } });
    expect(back.situation).toContain('答复书已经退回');
    expect(back.clock.knots).toContainEqual(expect.objectContaining({ says: '答复书退件：已经迁移', kind: 'aside' }));
    const again = { paper: 6, method: 'direct', receiver: 'self', evidence: '送达回证' };
    for (const who of ['legal', 'signatory'] as const)
      expect(await act(id, 7, 'serveAgain', again, who)).toMatchObject({ status: 403 });
    expect(await act(id, 7, 'serveAgain', { ...again, receiver: '张小满' })).toMatchObject({ status: 400 });
    expect(await act(id, 7, 'serveAgain', again)).toMatchObject({ papers: [], line: { step: { term: '归档' } } });
  });

  it('SEC-8 of two clicks only the first acts, and the second is told so', async () => {
    const id = await registered();
    const sent = () => act(id, 1, 'askCorrection', { what: '写明年份', workdays: 10 });
    const [one, two] = await Promise.all([sent(), sent()]);
    const [done, refused] = one.status === 200 ? [one, two] : [two, one];
    expect(done.history).toHaveLength(2);
    expect(refused).toMatchObject({
      status: 409,
      code: 'STALE',
      says: expect.stringContaining('你登记了“发出补正告知”'),
    });
    expect((await fileOf(id)).seen).toBe(2);
  });

  it('SEC-8 an act decided on a stale screen is refused and says what a colleague did', async () => {
    const id = await registered();
    await act(id, 1, 'draftReply', DRAFT, 'officeHead');
    expect(await act(id, 1, 'withdraw', { outcome: 'withdrawn', why: '来电撤回' })).toMatchObject({
      status: 409,
      code: 'STALE',
      says: '你打开这个页面以后，案卷有了变化：傅主任登记了“拟出答复”。这一步没有办理，请刷新页面，看过再定。',
    });
    expect((await fileOf(id)).line.state).toBe('待审核');
  });

  it('a refusal by the rules leaves nothing behind', async () => {
    const id = await registered();
    expect(await act(id, 1, 'draftReply', { ...DRAFT, outcome: 'notHeld' })).toMatchObject({
      status: 409,
      code: 'REQ-23',
      says: expect.stringContaining('检索记录'),
      basis: expect.stringContaining('第三十六条'),
      issues: [],
    });
    expect((await fileOf(id)).seen).toBe(1);
  });

  it('REQ-25 who drafted may not sign, even when he holds both posts, and the button says so', async () => {
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-legal', role: 'handler', agency_id: 'county' })
      .execute();
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-legal', role: 'signatory', agency_id: 'county' })
      .execute();
    const id = await registered();
    const drafted = await act(id, 1, 'draftReply', DRAFT, 'legal');
    expect(drafted.next).toMatchObject({
      verb: 'legalCheck',
      allowed: false,
      why: expect.stringContaining('这一稿是你写的'),
    });
    expect(await act(id, 2, 'legalCheck', { why: '' }, 'legal')).toMatchObject({ status: 409, code: 'REV-2' });
    await act(id, 2, 'skipReview', { why: '明天到期' }, 'officeHead');
    expect(await act(id, 3, 'sign', {}, 'legal')).toMatchObject({ status: 409, code: 'REQ-25' });
  });

  it.each([
    ['a day that does not exist', { on: '2026-02-30' }, 400, '/act/on'],
    ['a ground nobody asks for', { grounds: { secret: '…' } }, 400, '/act/grounds/secret'],
    ['a field nobody knows', { state: 'served' }, 400, '/act/state'],
  ])('SEC-7 %s is told where it stands', async (_, wrong, status, where) => {
    const id = await registered();
    const answer = await act(id, 1, 'draftReply', { ...DRAFT, ...wrong });
    expect(answer).toMatchObject({ status, issues: [expect.objectContaining({ where })] });
  });

  it('REQ-34 a day ahead is refused by the rules', async () => {
    const id = await registered();
    expect(await act(id, 1, 'draftReply', { ...DRAFT, on: '2026-03-05' })).toMatchObject({
      status: 409,
      code: 'REQ-34',
    });
  });
});

describe('who may not', () => {
  const bodies = async () => {
    const id = await registered();
    return [
      [`/api/requests/${id}/acts`, { seen: 1, act: { verb: 'archive', on: '2026-03-04' } }],
      [`/api/requests/${id}/identity`, { reason: 'contact' }],
    ] as const;
  };

  it('SEC-3 nobody without a session', async () => {
    const id = await registered();
    expect((await office.nobody.get(`/api/requests/${id}`)).statusCode).toBe(401);
    for (const [url, body] of await bodies()) expect((await office.nobody.post(url, body)).statusCode).toBe(401);
  });

  it('SEC-3 no page but the console’s', async () => {
    for (const [url, body] of await bodies())
      expect((await office.foreignPage.post(url, body)).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
  });

  it('REQ-40 officers of other rooms are told whose room it is', async () => {
    const id = await registered();
    for (const who of ['editor', 'reporter', 'securityAdmin', 'systemAdmin', 'idle'] as const)
      expect((await as(who).get(`/api/requests/${id}`)).json()).toMatchObject({
        status: 403,
        code: 'NOT_YOUR_ROOM',
        says: expect.stringContaining('承办人'),
      });
  });

  it('REQ-40 to another agency the file is as if it were not there', async () => {
    const id = await registered();
    const absent = (await as('stranger').get('/api/requests/r999999')).json();
    expect(absent).toMatchObject({ status: 404 });
    expect((await as('stranger').get(`/api/requests/${id}`)).json()).toEqual(absent);
    for (const [url, body] of await bodies()) expect((await as('stranger').post(url, body)).json()).toEqual(absent);
  });

  it('REQ-40 a reader without the post is refused the step', async () => {
    const id = await registered();
    expect(await act(id, 1, 'draftReply', DRAFT, 'auditor')).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
  });
});
