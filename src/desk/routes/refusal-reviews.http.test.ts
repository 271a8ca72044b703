import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { queueDigests } from '../../requests/store/due-digest.ts';
import { civil } from '../../statute/civil-date.ts';
import type { RefusalReviewPage } from '../contract/refusal-reviews.ts';
import type { InboxView, RequestFileView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const INTERNAL = { outcome: 'internalAffairs', grounds: { reason: '内部流程' }, text: '不予公开。' } as const;

const refusedOn = async (day: string, agencyId = 'county') => {
  office.on(day);
  const { request } = await office.register({ on: civil(day), agencyId });
  await office.reply(request.id, day, INTERNAL);
  return request.id;
};
const page = async (who: Who = 'handler', query = ''): Promise<RefusalReviewPage> =>
  (await office.as(who).get(`/api/refusal-reviews${query}`)).json();
const waits = async (who: Who, id: string) => {
  const { mine, others }: InboxView = (await office.as(who).get('/api/inbox')).json();
  const of = (rows: InboxView['mine']) => rows.find(({ key }) => key === `refusal-review/${id}`)?.light;
  return of(mine) ?? (of(others) ? 'others' : null);
};

let [late, soon, later, elsewhere] = ['', '', '', ''];
beforeAll(async () => {
  late = await refusedOn('2026-03-04');
  soon = await refusedOn('2026-04-03');
  later = await refusedOn('2026-06-03');
  office.on('2026-06-03');
  const { request } = await office.register({ on: civil('2026-06-03') });
  elsewhere = request.id;
  await office.reply(elsewhere, '2026-06-03');
  office.on('2027-03-05');
});

describe('GET /api/refusal-reviews', () => {
  it('REQ-117 the nearest first, what is past its day as overdue, what is within thirty days in yellow', async () => {
    const { lines, total, overdue } = await page();
    expect(lines.map(({ id, dueOn, light }) => [id, dueOn, light])).toEqual([
      [late, '2027-03-04', 'overdue'],
      [soon, '2027-04-03', 'yellow'],
      [later, '2027-06-03', 'green'],
    ]);
    expect([total, overdue]).toEqual([3, 1]);
    expect(lines[0]).toMatchObject({ outcome: '不予公开：属于三类内部事务信息', repliedOn: '2026-03-04' });
    expect(lines.some(({ id }) => id === elsewhere)).toBe(false);
    expect(JSON.stringify(lines)).not.toMatch(/张小满|张\*/);
    expect((await page('handler', '?page=2')).lines).toEqual([]);
  });

  it('REQ-117 thirty days before it stands in the inbox, not a day earlier', async () => {
    expect(await Promise.all([waits('handler', late), waits('officeHead', soon), waits('legal', soon)])).toEqual([
      'overdue',
      'yellow',
      'others',
    ]);
    expect(await waits('handler', later)).toBeNull();
    office.on('2027-03-03');
    expect(await waits('handler', soon)).toBeNull();
    office.on('2027-03-04');
    expect([await waits('handler', soon), await waits('handler', late)]).toEqual(['yellow', 'yellow']);
    office.on('2027-03-05');
  });

  it('REQ-117 the digest of the day counts both; the head of the office hears of what is overdue', async () => {
    office.on('2027-03-05');
    await queueDigests(office.house);
    const rows = await db.selectFrom('outbox').select(['id', 'body']).where('id', 'like', 'due:2027-03-05:%').execute();
    const of = (who: Who) =>
      (rows.find(({ id }) => id === `due:2027-03-05:officer-${who}`)?.body as { particulars: object })?.particulars;
    expect(of('handler')).toMatchObject({ reviewsLate: 1, reviewsSoon: 1 });
    expect(of('officeHead')).toEqual({ reviewsLate: 1 });
  });

  it('REQ-116 what was looked at leaves the list for its next day, or for good', async () => {
    const fileOf = async (id: string): Promise<RequestFileView> =>
      (await office.as('handler').get(`/api/requests/${id}`)).json();
    const review = async (id: string, particulars: object) => {
      const { seen } = await fileOf(id);
      const act = { verb: 'reviewRefusal', on: '2027-03-05', why: '核对过', ...particulars };
      return (await office.as('handler').post(`/api/requests/${id}/acts`, { seen, act })).statusCode;
    };
    expect(await review(late, { verdict: 'holds', until: '2028-03-05' })).toBe(200);
    expect(await review(soon, { verdict: 'publish' })).toBe(200);
    expect((await page()).lines.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      [later, '2027-06-03'],
      [late, '2028-03-05'],
    ]);
    const { refusalReview, proactive } = await fileOf(soon);
    expect(refusalReview).toMatchObject({
      dueOn: null,
      late: false,
      reviews: [{ verdict: '可以公开，转为主动公开', why: '核对过', by: '韩经办' }],
    });
    expect(proactive).not.toBeNull();
    expect((await fileOf(elsewhere)).refusalReview).toBeNull();
  });
});

describe('who may not', () => {
  it.each(['editor', 'reporter', 'liaison', 'securityAdmin', 'idle'] as const)(
    'REQ-117 %s reads no list',
    async (who) => expect((await office.as(who).get('/api/refusal-reviews')).statusCode).toBe(403),
  );

  it('REQ-117 another agency sees none of ours, nobody without a session', async () => {
    expect(await page('stranger')).toMatchObject({ lines: [], total: 0, overdue: 0 });
    expect((await office.nobody.get('/api/refusal-reviews')).statusCode).toBe(401);
  });

  it('REQ-116 a reader records no review', async () => {
    for (const who of ['legal', 'signatory', 'auditor', 'stranger'] as const) {
      const act = { verb: 'reviewRefusal', on: '2027-03-05', why: '核对过', verdict: 'publish' };
      const seen = ((await office.as('handler').get(`/api/requests/${later}`)).json() as RequestFileView).seen;
      const { statusCode } = await office.as(who).post(`/api/requests/${later}/acts`, { seen, act });
      expect([403, 404]).toContain(statusCode);
    }
  });
});
