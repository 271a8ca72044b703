import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { findRemedy } from '../../requests/store/remedies.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');
const answered = (await office.register()).request.id;
await office.reply(answered, '2026-03-04');
office.on('2026-06-30');

let filed = 0;
const post = async (url: string, body: object, who: Who = 'legal') => {
  const response = await office.as(who).post(url, body);
  return { status: response.statusCode, ...response.json() };
};
const newCase = (change: object = {}) => {
  filed += 1;
  return {
    agencyId: 'county',
    requestId: answered,
    kind: 'review',
    caseNumber: `示府复〔2026〕${filed}号`,
    body: '示范市人民政府',
    filedOn: '2026-04-01',
    ...change,
  };
};
const record = (change: object = {}, who: Who = 'legal') => post('/api/remedies', newCase(change), who);
/** One step, on what stands on the screen. */
const next = async (id: string, act: object, who: Who = 'legal', seen?: number) => {
  const shown = (await findRemedy(db, id))?.facts.length ?? 1;
  return post(`/api/remedies/${id}/acts`, { seen: seen ?? shown, act }, who);
};
const RESULT = { verb: 'recordResult', closedOn: '2026-05-01', conclusion: 'reviewUpheld' };

describe('POST /api/remedies', () => {
  it('REM-1 records a case about a reply, and the file shows it', async () => {
    const recorded = await record();
    expect(recorded).toMatchObject({
      status: 200,
      agency: '示范县人民政府',
      requestId: answered,
      requestNumber: '示政公开申〔2026〕1号',
      kind: '行政复议',
      of: 'review',
      stage: '复议',
      closedOn: null,
      result: null,
    });
    expect(recorded.verbs.map(({ verb, allowed }: { verb: string; allowed: boolean }) => [verb, allowed])).toEqual([
      ['recordNotice', true],
      ['recordAnswer', false],
      ['recordProlongation', true],
      ['tellBody', false],
      ['recordResult', true],
      ['recordNextInstance', false],
    ]);
    const file = (await office.as('handler').get(`/api/requests/${answered}`)).json();
    expect(file.remedies.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toContain(recorded.caseNumber);
    expect(file.recordRemedy).toMatchObject({ allowed: false, why: expect.stringContaining('法制') });
  });

  it('REM-1 the same case sent twice is recorded once', async () => {
    const one = newCase();
    const [first, second] = await Promise.all([post('/api/remedies', one), post('/api/remedies', one)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect([first, second].find(({ status }) => status === 409)).toMatchObject({ code: 'REM-1' });
    expect(await post('/api/remedies', one)).toMatchObject({ status: 409, code: 'REM-1' });
  });

  it('REM-1 a case about a reply from before the product stands alone; 统计 records it', async () => {
    expect(await record({ requestId: null }, 'reporter')).toMatchObject({
      status: 200,
      requestId: null,
      requestNumber: null,
    });
  });

  it.each([
    ['filed before the application came', { filedOn: '2026-02-01' }, 409, 'REM-4'],
    ['filed on a day ahead', { filedOn: '2026-07-01' }, 409, 'REM-4'],
    ['filed on a day that does not exist', { filedOn: '2026-04-31' }, 400, 'DOES_NOT_FIT'],
    ['of a kind nobody knows', { kind: 'appeal' }, 400, 'DOES_NOT_FIT'],
    ['without a number', { caseNumber: ' ' }, 409, 'REM-1'],
    ['about an application that is not there', { requestId: 'r999999' }, 409, 'REM-1'],
    ['with a result already', { result: 'upheld' }, 400, 'DOES_NOT_FIT'],
  ])('a case %s is refused', async (_, change, status, code) =>
    expect(await record(change)).toMatchObject({ status, code }),
  );
});

describe('POST /api/remedies/:id/acts', () => {
  it('REM-3 records the result once', async () => {
    const { id } = await record();
    expect(await next(id, RESULT)).toMatchObject({
      status: 200,
      conclusion: '维持',
      result: '结果维持',
      closedOn: '2026-05-01',
    });
    expect(await next(id, { ...RESULT, conclusion: 'reviewRevoked' })).toMatchObject({ status: 409, code: 'REM-3' });
  });

  it('REM-6 an appeal opens the case again', async () => {
    const { id } = await record({ kind: 'directLitigation' });
    await next(id, { verb: 'recordResult', closedOn: '2026-05-01', conclusion: 'claimRejected' });
    expect(await next(id, { verb: 'recordNextInstance', stage: 'secondInstance', on: '2026-05-10' })).toMatchObject({
      stage: '二审',
      closedOn: null,
      result: null,
    });
  });

  it('REM-3 the conclusion of a court does not close a reconsideration', async () => {
    const { id } = await record();
    expect(await next(id, { ...RESULT, conclusion: 'claimRejected' })).toMatchObject({ status: 409, code: 'REM-3' });
    expect(await next(id, { ...RESULT, conclusion: 'toString' })).toMatchObject({ status: 400, code: 'DOES_NOT_FIT' });
  });
});

describe('the steps of a case', () => {
  it('REM-11 notice and answer, with the period between them', async () => {
    const { id } = await record();
    const noticed = await next(id, { verb: 'recordNotice', on: '2026-04-02', procedure: 'simplified' });
    expect(noticed).toMatchObject({
      status: 200,
      procedure: '简易程序',
      next: { term: '登记提交答复和证据', waitsFor: null },
    });
    expect(noticed.clocks[0]).toMatchObject({
      whose: 'ours',
      light: 'overdue',
      ifLate: expect.stringContaining('第七十条'),
    });
    expect(await next(id, { verb: 'recordAnswer', on: '2026-04-03', evidence: '签收回执' })).toMatchObject({
      status: 200,
      next: { waitsFor: '示范市人民政府' },
    });
  });

  it('SEC-8 of two at once one is done; the other is told what has happened', async () => {
    const { id } = await record();
    const notice = { verb: 'recordNotice', on: '2026-04-02', procedure: 'simplified' };
    const both = await Promise.all([next(id, notice, 'legal', 1), next(id, RESULT, 'officeHead', 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)).toMatchObject({
      code: 'STALE',
      says: expect.stringContaining('登记了'),
    });
  });

  it.each([
    ['a day that does not exist', { verb: 'recordNotice', on: '2026-02-30', procedure: 'simplified' }],
    ['a procedure nobody knows', { verb: 'recordNotice', on: '2026-04-02', procedure: 'quick' }],
    ['more than is asked', { verb: 'recordAnswer', on: '2026-04-02', evidence: '有', by: 'me' }],
  ])('REM-11 %s does not get in', async (_, act) => {
    const { id } = await record();
    expect(await next(id, act)).toMatchObject({ status: 400, code: 'DOES_NOT_FIT' });
  });
});

describe('GET /api/remedies', () => {
  it('lists the cases an officer reads and says whether he may record one', async () => {
    const page = (await office.as('legal').get('/api/remedies')).json();
    expect(page.lines.length).toBeGreaterThan(3);
    expect(page.record).toMatchObject({ verb: 'recordRemedy', allowed: true });
    expect((await office.as('handler').get('/api/remedies')).json().record).toMatchObject({ allowed: false });
  });

  it('REM-7 offers the agencies whose cases he records, to 统计 as well, who reads no applications', async () => {
    const recordFor = async (who: Who) => (await office.as(who).get('/api/remedies')).json().recordFor;
    for (const who of ['legal', 'reporter'] as const)
      expect(await recordFor(who)).toContainEqual({ name: 'county', term: '示范县人民政府' });
    expect(await recordFor('handler')).toEqual([]);
  });
});

describe('who may not', () => {
  it('SEC-3 nobody without a session, and no page but the console’s', async () => {
    expect((await office.nobody.get('/api/remedies')).statusCode).toBe(401);
    const { id } = await record();
    for (const [url, body] of [
      ['/api/remedies', newCase()],
      [`/api/remedies/${id}/acts`, { seen: 1, act: RESULT }],
    ] as const) {
      expect((await office.nobody.post(url, body)).statusCode).toBe(401);
      expect((await office.foreignPage.post(url, body)).json()).toMatchObject({ code: 'NOT_YOUR_PAGE' });
    }
  });

  it('REM-7 no post that does not record cases', async () => {
    const { id } = await record();
    for (const who of ['handler', 'signatory', 'auditor'] as const) {
      expect(await record({}, who)).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
      expect(await next(id, RESULT, who)).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
      const notice = { verb: 'recordNotice', on: '2026-04-02', procedure: 'simplified' };
      expect(await next(id, notice, who)).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    }
    for (const who of ['editor', 'securityAdmin', 'idle'] as const)
      expect((await office.as(who).get('/api/remedies')).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROOM' });
  });

  it('REM-7 to another agency cases are as if they were not there', async () => {
    const { id } = await record();
    expect((await office.as('stranger').get('/api/remedies')).json().lines).toEqual([]);
    const absent = await next('r999999', RESULT, 'stranger');
    expect(absent).toMatchObject({ status: 404 });
    expect(await next(id, RESULT, 'stranger')).toEqual(absent);
    expect(await record({}, 'stranger')).toMatchObject({ status: 404 });
  });
});
