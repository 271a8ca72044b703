import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { identityNumber } from '../../../test/support/watch-site/words.ts';
import { civil } from '../../statute/civil-date.ts';
import type { FeeView, RequestFileView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);

let people = 0;
/** So many applications of one person in March 2026, of which the ten that are free are copies of one. */
async function monthOf(n: number): Promise<string[]> {
  people += 1;
  office.on('2026-03-02');
  const applicant = { ...REGISTER.applicant, name: '李四', identity: `居民身份证 ${identityNumber(500 + people)}` };
  const register = async () => (await office.register({ applicant, on: civil('2026-03-02') })).request.id;
  const first = await register();
  const ids = [first];
  for (let i = 2; i <= Math.min(n, 10); i += 1) ids.push(`${first}-${i}`);
  for (const id of ids.slice(1)) await copyOf(first, id);
  while (ids.length < n) ids.push(await register());
  return ids;
}

async function copyOf(first: string, id: string): Promise<void> {
  const { id: _, ...request } = await db
    .selectFrom('info_requests')
    .selectAll()
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  const own = { id, number: `${request.number}之${id.slice(-2)}`, query_number: id };
  await db
    .insertInto('info_requests')
    .values({ ...request, ...own })
    .execute();
  const applicant = await db
    .selectFrom('applicants')
    .selectAll()
    .where('request_id', '=', first)
    .executeTakeFirstOrThrow();
  const identity = KEYS.open(applicant.sealed, `applicants/${first}`);
  await db
    .insertInto('applicants')
    .values({ ...applicant, request_id: id, sealed: KEYS.seal(identity, `applicants/${id}`) })
    .execute();
  const facts = await factsOf(first);
  await db
    .insertInto('request_facts')
    .values(facts.map((fact) => ({ ...fact, request_id: id })))
    .execute();
}

const feeOf = async (id: string): Promise<FeeView> =>
  (await office.as('handler').get(`/api/requests/${id}/fee`)).json();
const fileOf = async (id: string): Promise<RequestFileView> =>
  (await office.as('handler').get(`/api/requests/${id}`)).json();
const factsOf = (id: string) =>
  db.selectFrom('request_facts').selectAll().where('request_id', '=', id).orderBy('n').execute();
const lettersOf = (ids: readonly string[]) =>
  db.selectFrom('request_letters').selectAll().where('request_id', 'in', ids).where('kind', '=', 'jointFee').execute();
const seenNow = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => ({ id, seen: (await factsOf(id)).length })));

interface Sent {
  readonly seen?: number;
  readonly on?: string;
  readonly who?: Who;
  readonly along?: readonly { readonly id: string; readonly seen: number }[];
}
async function act(
  id: string,
  verb: string,
  particulars: object,
  { seen, on = '2026-03-04', who = 'handler', along }: Sent = {},
) {
  office.on(on);
  const answer = await office.as(who).post(`/api/requests/${id}/acts`, {
    seen: seen ?? (await factsOf(id)).length,
    act: { verb, on, ...particulars },
    ...(along && { along }),
  });
  return { status: answer.statusCode, ...answer.json() };
}
const NOTICE = { tariff: 'items', why: '本月十余件，内容多有重复' };

/** The 11th to the 13th of a month on one notice, received on 2026-03-06: to be paid until 2026-04-03. */
async function noticed() {
  const ids = (await monthOf(13)).slice(10) as [string, string, string];
  const done = await act(ids[0], 'noticeFee', NOTICE, { along: await seenNow(ids.slice(1)) });
  if (done.status !== 200) throw new Error(done.says);
  return ids;
}
async function told() {
  const ids = await noticed();
  await act(ids[1], 'recordReceived', { paper: 2 }, { on: '2026-03-06' });
  return ids;
}
const types = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await factsOf(id)).map((f) => f.type).slice(1)));

describe('a joint notice', () => {
  it('FEE-16 offers the others of the month that owe a fee, with their sums, and none that is free or was told of', async () => {
    const ids = await monthOf(13);
    const { joinable } = await feeOf(ids[11]!);
    expect(joinable.map(({ id, place, yuan, seen }) => [id, place, yuan, seen])).toEqual([
      [ids[10], 11, 100, 1],
      [ids[12], 13, 100, 1],
    ]);
    await act(ids[10]!, 'noticeFee', NOTICE);
    expect((await feeOf(ids[11]!)).joinable.map(({ id }) => id)).toEqual([ids[12]]);
    expect((await feeOf(ids[3]!)).joinable.map(({ id }) => id)).toEqual(ids.slice(11));
  });

  it('FEE-16 FEE-17 is one paper of one number in every file, each with its own fact, sum and trace; he is told once', async () => {
    const told = () => db.selectFrom('outbox').select('body').where('work', '=', 'tell').execute();
    const all = await monthOf(13);
    const ids = all.slice(10);
    const before = (await told()).length;
    const done = await act(ids[1]!, 'noticeFee', NOTICE, { along: await seenNow([ids[0]!, ids[2]!]) });
    expect(done).toMatchObject({ status: 200, line: { state: '待缴费' } });
    const letters = await lettersOf(ids);
    expect(letters).toHaveLength(3);
    expect(new Set(letters.map(({ number }) => number)).size).toBe(1);
    expect(new Set(letters.map(({ paper }) => JSON.stringify(paper))).size).toBe(1);
    for (const [i, id] of ids.entries())
      expect((await factsOf(id)).at(-1)!.detail).toMatchObject({
        ...{ tariff: 'items', quantity: 11 + i, yuan: 100, why: NOTICE.why },
        joint: { files: [{ place: 11 }, { place: 12 }, { place: 13 }], others: expect.any(Array) },
      });
    const traces = await db
      .selectFrom('ledger_entries')
      .select('subject')
      .where('verb', '=', 'noticedFee')
      .where('subject', 'in', ids)
      .execute();
    expect(traces).toHaveLength(3);
    expect((await fileOf(ids[2]!)).history.at(-1)!.ledger).not.toBeNull();
    expect(await told()).toHaveLength(before + 1);
    // No number is lost, and the next notice takes the next.
    const next = (await monthOf(11))[10]!;
    await act(next, 'noticeFee', NOTICE);
    const n = (number: string | null | undefined) => Number(/〕(\d+)号/.exec(number ?? '')![1]);
    const single = await db
      .selectFrom('request_letters')
      .select('number')
      .where('request_id', '=', next)
      .where('kind', '=', 'fee')
      .executeTakeFirst();
    expect(n(single!.number)).toBe(n(letters[0]!.number) + 1);
  });

  it('SEC-8 FEE-16 where a colleague was there first nothing is done on any file, and which one it was is told', async () => {
    const ids = (await monthOf(13)).slice(10);
    const along = await seenNow(ids.slice(1));
    await act(ids[2]!, 'addNote', { text: '已电话联系' }, { who: 'officeHead' });
    const refused = await act(ids[0]!, 'noticeFee', NOTICE, { along });
    const { line } = await fileOf(ids[2]!);
    expect(refused).toMatchObject({ status: 409, code: 'STALE' });
    expect(refused.says).toContain(`${line.number}：你打开这个页面以后，这件申请有了变化：傅主任登记了“内部备注”`);
    expect(await types(ids)).toEqual([[], [], ['noted']]);
    expect(await lettersOf(ids)).toEqual([]);
  });

  it('SEC-8 FEE-16 of two at once on overlapping files one is done whole, the other not at all', async () => {
    const ids = (await monthOf(14)).slice(10) as [string, string, string, string];
    const seen = async (some: readonly string[]) => ({ along: await seenNow(some) });
    const [left, right] = [await seen([ids[1], ids[2]]), await seen([ids[2], ids[1]])];
    const done = await Promise.all([
      act(ids[0], 'noticeFee', NOTICE, left),
      act(ids[3], 'noticeFee', NOTICE, { ...right, who: 'officeHead' }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lettersOf(ids)).toHaveLength(3);
    expect(await act(ids[0], 'noticeFee', NOTICE, { ...left, seen: 1 })).toMatchObject({ code: 'STALE' });
    expect(await lettersOf(ids)).toHaveLength(3);
  });

  it('FEE-16 joins no application of another name under the same number, shows why, and lists it on no paper', async () => {
    const ids = (await monthOf(12)).slice(9) as [string, string, string];
    const identity = `居民身份证 ${identityNumber(500 + people)}`;
    const applicant = { ...REGISTER.applicant, name: '王小明', identity };
    const other = (await office.register({ applicant, on: civil('2026-03-02') })).request;
    const fee = await feeOf(ids[1]);
    expect(fee.joinable.map(({ id }) => id)).toEqual([ids[2]]);
    expect(fee.notJoinable).toMatchObject([
      { id: other.id, place: 13, why: expect.stringContaining('王**：证件号码相同，姓名（名称）不同，请核对') },
    ]);
    expect(fee.counted!.after.map(({ otherName }) => otherName)).toEqual([undefined, '王**']);
    expect(JSON.stringify(fee)).not.toContain('王小明');
    const refused = await act(ids[1], 'noticeFee', NOTICE, { along: await seenNow([ids[2], other.id]) });
    expect(refused).toMatchObject({ code: 'FEE-16', says: expect.stringContaining('姓名（名称）不同') });
    expect(await types([ids[1], ids[2], other.id])).toEqual([[], [], []]);
    // Told of alone, the twelve under the other name are counted and not listed.
    expect((await feeOf(other.id)).counted!.before.every(({ otherName }) => otherName === '李*')).toBe(true);
    expect(await act(other.id, 'noticeFee', NOTICE)).toMatchObject({ status: 200 });
    expect((await factsOf(other.id)).at(-1)!.detail).toMatchObject({ before: [], unnamed: 12 });
    const paper = await db
      .selectFrom('request_letters')
      .select('paper')
      .where('request_id', '=', other.id)
      .where('kind', '=', 'fee')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(paper)).toContain('本自然月此前的申请：另有12件');
  });

  it('FEE-16 takes none of another applicant, none that is free, none that was told of, and none by its pages or split', async () => {
    const ids = (await monthOf(13)).slice(9) as [string, string, string, string];
    const stranger = (await monthOf(11))[10]!;
    const joined = async (along: readonly string[], particulars = {}) =>
      act(ids[1], 'noticeFee', { ...NOTICE, ...particulars }, { along: await seenNow(along) });
    expect(await joined([stranger])).toMatchObject({ code: 'FEE-16', says: expect.stringContaining('同一申请人') });
    expect(await joined([ids[0]])).toMatchObject({ code: 'FEE-16', says: expect.stringContaining('应收0元') });
    for (const more of [{ tariff: 'pages', pages: 100 }, { split: '甲\n乙' }, { place: 12, deviation: '另有一件' }])
      expect(await joined([ids[2]], more)).toMatchObject({ code: 'FEE-16', says: expect.stringContaining('单独') });
    await act(ids[2], 'noticeFee', NOTICE);
    expect(await joined([ids[2], ids[3]])).toMatchObject({ code: 'WRONG_STATE' });
    expect(await types(ids)).toEqual([[], [], ['feeNoticed'], []]);
  });
});

describe('the paper of it', () => {
  it('FEE-17 is received once for all, came back once for all and goes out again once for all', async () => {
    const ids = await noticed();
    await act(ids[0], 'recordReturn', { paper: 2, reason: 'moved', note: '' }, { on: '2026-03-10' });
    expect(await types(ids)).toEqual(ids.map(() => ['feeNoticed', 'paperReturned']));
    const again = { paper: 2, method: 'post', carrier: 'ems', tracking: '1234567890123', evidence: '' };
    await act(ids[2], 'serveAgain', again, { on: '2026-03-11' });
    await act(ids[1], 'recordReceived', { paper: 2 }, { on: '2026-03-13' });
    expect(await types(ids)).toEqual(ids.map(() => ['feeNoticed', 'paperReturned', 'servedAgain', 'paperReceived']));
    for (const id of ids)
      expect((await fileOf(id)).clock.sideClocks.find(({ term }) => term.includes('缴费'))!.due).toBe('2026-04-13');
  });

  it('FEE-17 one that is withdrawn meanwhile is left out of what happens to the paper', async () => {
    const ids = await noticed();
    await act(ids[2], 'withdraw', { outcome: 'withdrawn', why: '不再需要' });
    await act(ids[0], 'recordReceived', { paper: 2 }, { on: '2026-03-06' });
    expect(await types(ids)).toEqual([
      ['feeNoticed', 'paperReceived'],
      ['feeNoticed', 'paperReceived'],
      ['feeNoticed', 'withdrawn'],
    ]);
  });
});

describe('paying it', () => {
  const PAID = { receipt: '财0012345' };

  it('FEE-18 one voucher pays for all: every file its own sum, the same day, and the clock of each anew', async () => {
    const ids = await told();
    const { together } = await feeOf(ids[1]);
    expect(together).toMatchObject({
      own: 100,
      files: [
        { id: ids[0], owing: true },
        { id: ids[2], owing: true },
      ],
    });
    const paying = { on: '2026-03-20', along: await seenNow([ids[0], ids[2]]) };
    expect(await act(ids[1], 'recordPayment', { ...PAID, yuan: 200 }, paying)).toMatchObject({
      code: 'REQ-19',
      says: expect.stringContaining('所选3件应缴300元'),
    });
    expect(await act(ids[1], 'recordPayment', { ...PAID, yuan: 300 }, paying)).toMatchObject({ status: 200 });
    for (const id of ids) {
      expect((await factsOf(id)).at(-1)).toMatchObject({
        type: 'paid',
        detail: { yuan: 100, receipt: '财0012345', joint: { yuan: 300, numbers: expect.any(Array) } },
      });
      expect((await fileOf(id)).line).toMatchObject({ state: '办理中', dueOn: '2026-04-20' });
    }
  });

  it('FEE-18 part of it pays for those the applicant named, and how he named them is kept; unnamed it is no payment', async () => {
    const ids = await told();
    const only = { ...PAID, yuan: 200 };
    const paying = { on: '2026-03-20', along: await seenNow([ids[2]]) };
    expect(await act(ids[0], 'recordPayment', only, paying)).toMatchObject({
      code: 'FEE-18',
      says: expect.stringContaining('还有1件没有缴'),
    });
    await act(ids[0], 'recordPayment', { ...only, named: '转账附言写明第11、13件' }, paying);
    expect(await types(ids)).toEqual([
      ['feeNoticed', 'paperReceived', 'paid'],
      ['feeNoticed', 'paperReceived'],
      ['feeNoticed', 'paperReceived', 'paid'],
    ]);
    expect((await factsOf(ids[2])).at(-1)!.detail).toMatchObject({
      joint: { yuan: 200, named: '转账附言写明第11、13件' },
    });
    expect(await act(ids[1], 'abandonUnpaid', { why: '没有到账' }, { on: '2026-04-07' })).toMatchObject({
      line: { state: '视为放弃' },
    });
    // The last of them leaves nobody to be named.
    expect(await act((await told())[1], 'recordPayment', { ...PAID, yuan: 100 }, { on: '2026-03-20' })).toMatchObject({
      code: 'FEE-18',
    });
  });

  it('FEE-19 too little for all of them goes back whole, and the same money once in whichever file', async () => {
    const ids = await told();
    const short = { cause: 'short', came: 250, cameOn: '2026-04-01', receipt: '汇001', number: '退1', note: '' };
    expect(await act(ids[0], 'recordRefund', { ...short, came: 300 }, { on: '2026-04-08' })).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('应缴300元'),
    });
    expect(await act(ids[0], 'recordRefund', short, { on: '2026-04-08' })).toMatchObject({ status: 200 });
    const { number } = (await fileOf(ids[0])).line;
    expect(await act(ids[2], 'recordRefund', { ...short, number: '退2' }, { on: '2026-04-08' })).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining(number),
    });
  });

  it('FEE-19 too much in one voucher: what is beyond the sum of all it paid for', async () => {
    const ids = await told();
    await act(
      ids[0],
      'recordPayment',
      { ...PAID, yuan: 300 },
      { on: '2026-03-20', along: await seenNow(ids.slice(1)) },
    );
    const excess = { cause: 'excess', cameOn: '2026-03-20', receipt: PAID.receipt, number: '退9', note: '' };
    expect(await act(ids[1], 'recordRefund', { ...excess, came: 300 }, { on: '2026-03-23' })).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('没有多缴'),
    });
    await act(ids[1], 'recordRefund', { ...excess, came: 320 }, { on: '2026-03-23' });
    expect((await factsOf(ids[1])).at(-1)).toMatchObject({ type: 'refunded', detail: { yuan: 20 } });
  });

  it('FEE-17 is withdrawn, and given up, for those that are chosen', async () => {
    const ids = await told();
    await act(ids[0], 'withdrawFeeNotice', { why: '计数有误' }, { along: await seenNow([ids[1]]), on: '2026-03-09' });
    expect((await types(ids)).map((of) => of.at(-1))).toEqual([
      'feeNoticeWithdrawn',
      'feeNoticeWithdrawn',
      'paperReceived',
    ]);
    const others = await told();
    await act(
      others[0],
      'abandonUnpaid',
      { why: '没有到账' },
      { along: await seenNow(others.slice(1)), on: '2026-04-07' },
    );
    const letters = await db
      .selectFrom('request_letters')
      .select('number')
      .where('request_id', 'in', others)
      .where('kind', '=', 'otherDisposal')
      .execute();
    expect(new Set(letters.map(({ number }) => number)).size).toBe(3);
  });
});

describe('who may not', () => {
  it.each(['signatory', 'auditor', 'legal'] as const)(
    'REQ-42 %s sends no joint notice and is offered none',
    async (who) => {
      const ids = (await monthOf(12)).slice(10);
      const along = await seenNow(ids.slice(1));
      expect([403, 404]).toContain((await act(ids[0]!, 'noticeFee', NOTICE, { along, who })).status);
      expect(await types(ids)).toEqual([[], []]);
      const fee: FeeView = (await office.as(who).get(`/api/requests/${ids[0]}/fee`)).json();
      expect(fee.joinable).toEqual([]);
    },
  );

  it('REQ-40 an officer of another agency learns nothing of files that are named along', async () => {
    const ids = (await monthOf(12)).slice(10);
    expect(
      await act(ids[0]!, 'noticeFee', NOTICE, { along: await seenNow(ids.slice(1)), who: 'stranger' }),
    ).toMatchObject({ status: 404, code: 'NO_SUCH_FILE' });
    const own = (await office.register({ agencyId: 'town' })).request.id;
    expect(await act(ids[0]!, 'noticeFee', NOTICE, { along: await seenNow([own]) })).toMatchObject({ code: 'FEE-16' });
  });

  it('FEE-16 other steps are done one file at a time', async () => {
    const ids = (await monthOf(2)) as [string, string];
    expect(await act(ids[0], 'addNote', { text: '备注' }, { along: await seenNow([ids[1]]) })).toMatchObject({
      code: 'FEE-16',
    });
    expect(await act(ids[0], 'noticeFee', NOTICE, { along: await seenNow([ids[0]]) })).toMatchObject({
      code: 'NO_SUCH_FILE',
    });
  });
});
