import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import type { RequestFileView, TriageAidsView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;

const fileOf = async (id: string, who: Who = 'handler'): Promise<RequestFileView> =>
  (await as(who).get(`/api/requests/${id}`)).json();
const registered = async () => {
  office.on('2026-03-04');
  return (await office.register()).request.id;
};

describe('POST /api/requests/:id/identity', () => {
  const open = async (id: string, who: Who, reason = 'contact') => {
    const response = await as(who).post(`/api/requests/${id}/identity`, { reason });
    return { status: response.statusCode, ...response.json() };
  };

  it('REQ-55 opens the identity for a reason, and the ledger remembers who asked and why', async () => {
    const id = await registered();
    expect(await open(id, 'handler')).toEqual({
      status: 200,
      name: '张小满',
      identity: '居民身份证 110101199001011237',
      phone: '13800000000',
      email: '',
      address: '示范县民主路1号',
      representative: '',
      agent: '',
      together: '',
    });
    const entry = await db
      .selectFrom('ledger_entries')
      .select(['verb', 'actor_id', 'basis'])
      .where('subject', '=', id)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      verb: 'openedIdentity',
      actor_id: 'officer-handler',
      basis: '《个人信息保护法》第五十一条（联系申请人、核对申请内容）',
    });
  });

  it('REQ-55 an identity that was erased is said to be', async () => {
    const id = await registered();
    await db.deleteFrom('applicants').where('request_id', '=', id).execute();
    expect(await open(id, 'handler')).toMatchObject({ status: 404, code: 'NO_SUCH_IDENTITY' });
  });

  it('REQ-55 signatory and auditor see the file, but not who applied', async () => {
    const id = await registered();
    for (const who of ['signatory', 'auditor'] as const) {
      expect((await fileOf(id, who)).mayOpenIdentity).toBe(false);
      expect(await open(id, who)).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    }
  });

  it('SEC-7 no reason, or one of one’s own, opens nothing', async () => {
    const id = await registered();
    expect(await open(id, 'handler', '想看看')).toMatchObject({ status: 400, code: 'DOES_NOT_FIT' });
  });
});

describe('GET /api/requests/:id/aids', () => {
  const somebody = (name: string) => ({ ...REGISTER.applicant, name, identity: `护照 ${name}` });

  it('REQ-105 the like of the same agency with its outcome, the same person’s, and no other agency’s', async () => {
    office.on('2026-03-04');
    const of = async (wanted: string, name: string, agencyId = 'county') =>
      (await office.register({ wanted, applicant: somebody(name), agencyId, on: civil('2026-03-04') })).request.id;
    const like = await of('青龙桥加固工程的施工合同', '李一');
    const elsewhere = await of('青龙桥加固工程的施工合同', '李一', 'town');
    const open = await of('青龙桥加固工程的施工图', '李二');
    const own = await of('水库移民补助标准', '李三');
    for (const id of [like, elsewhere, own]) await office.reply(id, '2026-03-04');
    const id = await of('申请公开青龙桥加固工程施工合同', '李三');
    const aids = async (who: Who) => as(who).get(`/api/requests/${id}/aids`);
    const { same, similar, published }: TriageAidsView = (await aids('handler')).json();
    expect(similar.map((line) => [line.id, line.outcome])).toEqual([[like, '予以公开']]);
    expect(same.map((line) => line.id)).toEqual([own]);
    expect(published).toEqual([]);
    expect(JSON.stringify([same, similar])).not.toMatch(/李一|李三|13800000000/);
    expect([open, elsewhere].some((other) => JSON.stringify([same, similar]).includes(other))).toBe(false);
    for (const who of ['stranger', 'otherLiaison', 'liaison', 'editor', 'reporter', 'idle'] as const)
      expect([403, 404]).toContain((await aids(who)).statusCode);
    expect((await office.nobody.get(`/api/requests/${id}/aids`)).statusCode).toBe(401);
    expect((await as('handler').get('/api/requests/nowhere/aids')).statusCode).toBe(404);
  });
});
