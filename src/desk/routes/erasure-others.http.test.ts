/** 到期清除 of who asked for a correction and who wrote a letter. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { verifyLedger } from '../../ledger/store.ts';
import { isFault } from '../../ledger/verify.ts';
import { portalFor, provenBy, visitorOf } from '../../portal/portal.fixture.ts';
import type { ErasureView } from '../contract/erasure.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const NUMBER = '13912345678';

let made = 0;
/** Registered, decided, handed over and archived on 4 March 2021. */
async function archivedCorrection(agencyId = 'county'): Promise<string> {
  office.on('2021-03-04');
  made += 1;
  const on = '2021-03-04';
  const { line } = (
    await as('handler').post('/api/personal-corrections', {
      submission: made.toString(16).padStart(32, '0'),
      ...{ agencyId, on, channel: 'counter', applicantKind: 'natural', applicant: REGISTER.applicant },
      ...{ record: '低保审批表', wrong: '人口3人应为4人', proof: '户口簿' },
    })
  ).json();
  const acts: [Who, object][] = [
    ['officeHead', { verb: 'decideCorrection', outcome: 'corrected', why: '属实' }],
    ['handler', { verb: 'serveCorrection', method: 'direct', receiver: 'self', evidence: '回证' }],
    ['handler', { verb: 'archiveCorrection' }],
  ];
  for (const [i, [who, act]] of acts.entries()) {
    const done = await as(who).post(`/api/personal-corrections/${line.id}/acts`, { seen: i + 1, act: { on, ...act } });
    if (done.statusCode !== 200) throw new Error(done.body);
  }
  return line.id;
}

/** Written and not accepted on 4 March 2021: settled. */
async function refusedLetter() {
  office.on('2021-03-04');
  made += 1;
  let codes = made * 10;
  const newCode = () => {
    codes += 1;
    return `CCCC-CCCC-${codes + 2222}`;
  };
  const visitor = visitorOf(portalFor(office.house, { newCode }));
  const form = {
    ...{ agency: 'county', kind: 'consultation', title: '路灯', body: `第${made}封，电话${NUMBER}`, publish: 'yes' },
    ...{ name: '王小明', phone: NUMBER, email: '', do: 'send' },
    ...(await provenBy((await visitor.get('/letters/write')).body)),
  };
  const { body } = await visitor.post('/letters/write', form);
  const [number, code] = [...body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  const { id } = await db
    .selectFrom('citizen_letters')
    .select('id')
    .where('query_number', '=', number!)
    .executeTakeFirstOrThrow();
  const refused = await as('handler').post(`/api/citizen-letters/${id}/acts`, {
    seen: 1,
    act: { verb: 'refuse', reason: REFUSAL, where: `没有实质内容，已电话${NUMBER}说明` },
  });
  if (refused.statusCode !== 200) throw new Error(refused.body);
  return { id, number: number!, code: code!, visitor };
}
const REFUSAL = 'noSubstance';

const view = async (who: Who = 'officeHead'): Promise<ErasureView> => (await as(who).get('/api/erasure')).json();
const due = async (kind: string) =>
  (await view()).agencies.filter((one) => one.kind.name === kind).flatMap((one) => one.due.map(({ fileId }) => fileId));
const confirm = async (kind: string, fileIds: readonly string[], who: Who = 'officeHead', agencyId = 'county') => {
  const response = await as(who).post('/api/erasure', { agencyId, kind, fileIds });
  return { status: response.statusCode, code: response.json().code };
};
const rowsNaming = async (table: string, text: string) =>
  (await sql`select from ${sql.table(table)} t where t::text like ${`%${text}%`}`.execute(db)).rows.length;

describe('更正申请', () => {
  it('SEC-25 SEC-27 is due the day after its last; confirmed, nobody can be named any more, and what was done stays', async () => {
    const id = await archivedCorrection();
    office.on('2026-03-04');
    expect(await due('personalCorrection')).not.toContain(id);
    office.on('2026-03-05');
    expect(await due('personalCorrection')).toContain(id);
    expect(await confirm('personalCorrection', [id])).toMatchObject({ status: 200 });
    expect(await due('personalCorrection')).not.toContain(id);
    const file = (await as('handler').get(`/api/personal-corrections/${id}`)).json();
    expect([file.line.maskedName, file.line.state, file.history.length]).toEqual(['（已删除）', '已归档', 4]);
    const opened = await as('handler').post(`/api/personal-corrections/${id}/identity`, { reason: 'check' });
    expect(opened.statusCode).toBeGreaterThanOrEqual(400);
    expect(await rowsNaming('personal_correction_applicants', id)).toBe(0);
    const { confirmed } = await view();
    expect(confirmed[0]).toMatchObject({ number: file.line.number, by: '傅主任' });
    expect(confirmed[0]!.erasedAt).not.toBeNull();
  });

  it('SEC-25 one that is not archived is never due', async () => {
    office.on('2021-03-04');
    const open = await archivedCorrection();
    await sql`update personal_corrections set state = 'served' where id = ${open}`.execute(db);
    office.on('2040-01-01');
    expect(await due('personalCorrection')).not.toContain(open);
  });
});

describe('来信', () => {
  it('SEC-25 SEC-27 who wrote is gone, the code opens nothing, and the numbers in his words are covered', async () => {
    const { id, number, code, visitor } = await refusedLetter();
    office.on('2026-03-05');
    expect(await due('citizenLetter')).toContain(id);
    expect(await rowsNaming('citizen_letters', NUMBER)).toBe(1);
    expect(await confirm('citizenLetter', [id])).toMatchObject({ status: 200 });
    for (const table of ['citizen_letters', 'citizen_letter_facts', 'citizen_letter_writers', 'other_erasures'])
      expect(await rowsNaming(table, NUMBER)).toBe(0);
    expect((await visitor.post('/letters/track', { number, code })).statusCode).toBe(404);
    expect((await as('handler').get(`/api/citizen-letters/${id}`)).json().line.maskedName).toBe('（已删除）');
    expect(isFault(await verifyLedger(db))).toBe(false);
  });
});

describe('a list that has changed, and who may not', () => {
  let id = '';
  beforeAll(async () => {
    id = await archivedCorrection();
    office.on('2026-03-05');
  });

  it('SEC-26 one that is not due, unknown or of another agency stops them all; none is refused', async () => {
    const town = await archivedCorrection('town');
    office.on('2026-03-05');
    for (const list of [[id, 'unknown'], [id, town], []])
      expect(await confirm('personalCorrection', list)).toMatchObject({ status: 409, code: 'SEC-26' });
    expect(await confirm('citizenLetter', [id])).toMatchObject({ code: 'SEC-26' });
    expect(await due('personalCorrection')).toContain(id);
  });

  it.each(['handler', 'signatory', 'auditor', 'systemAdmin', 'idle'] as const)('SEC-26 not %s', async (who) => {
    expect(await confirm('personalCorrection', [id], who)).toMatchObject({ status: 403 });
    expect(await due('personalCorrection')).toContain(id);
  });

  it('SEC-26 two at once erase once', async () => {
    const both = await Promise.all([1, 2].map(() => confirm('personalCorrection', [id])));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rowsNaming('other_erasures', id)).toBe(1);
  });
});
