import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { queueDigests } from '../../requests/store/due-digest.ts';
import { countTable3 } from '../../requests/store/figures.ts';
import type { CorrectionFileView, CorrectionPage } from '../contract/personal-corrections.ts';
import type { InboxView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');
const { as } = office;
const URL = '/api/personal-corrections';

let made = 0;
const form = (change: object = {}) => {
  made += 1;
  return {
    submission: made.toString(16).padStart(32, '0'),
    agencyId: 'county',
    on: '2026-03-04',
    channel: 'counter',
    applicantKind: 'natural',
    applicant: REGISTER.applicant,
    record: '农村低保审批表',
    wrong: '家庭人口登记为3人，应当是4人',
    proof: '户口簿复印件',
    ...change,
  };
};
const registered = async (change: object = {}): Promise<CorrectionFileView> =>
  (await as('handler').post(URL, form(change))).json();
const act = async (id: string, seen: number, verb: string, particulars: object = {}, who: Who = 'handler') => {
  const sent = { seen, act: { verb, on: '2026-03-04', ...particulars } };
  const response = await as(who).post(`${URL}/${id}/acts`, sent);
  return { status: response.statusCode, ...response.json() };
};
const DECIDED = { outcome: 'transferred', why: '户籍由公安机关登记', to: '示范县公安局' };
const HANDED = { method: 'direct', receiver: 'self', evidence: '送达回证' };

describe('更正本人信息申请', () => {
  it('REQ-121 the digest of the day tells of those that are due within five workdays and of those that are late, until they are answered', async () => {
    const received = { on: '2026-03-04' };
    const { line } = await registered(received);
    await registered(received);
    const told = async (day: string) => {
      office.on(day);
      await queueDigests(office.house);
      const rows = await db.selectFrom('outbox').select(['id', 'body']).where('id', 'like', `due:${day}:%`).execute();
      return (['handler', 'officeHead'] as const).map(
        (who) => (rows.find(({ id }) => id.endsWith(`:officer-${who}`))?.body as { particulars: object })?.particulars,
      );
    };
    // Due on 1 April.
    expect(await told('2026-03-24')).toEqual([undefined, undefined]);
    expect(await told('2026-03-25')).toEqual([{ correctionsSoon: 2 }, undefined]);
    expect(await told('2026-04-01')).toEqual([{ correctionsSoon: 2 }, undefined]);
    office.on('2026-03-04');
    await act(line.id, 1, 'decideCorrection', DECIDED, 'officeHead');
    await act(line.id, 2, 'serveCorrection', HANDED);
    expect(await told('2026-04-02')).toEqual([{ correctionsLate: 1 }, { correctionsLate: 1 }]);
    office.on('2026-03-04');
  });

  it('REQ-120 REQ-125 registered, decided, sent and archived; the name only where it is sealed, looked at for a reason', async () => {
    const { line } = await registered();
    expect(line).toMatchObject({ maskedName: '张**', dueOn: '2026-04-01', state: '办理中' });
    expect(line.number).toMatch(/^示政更正申〔2026〕\d+号$/);
    const decided = await act(line.id, 1, 'decideCorrection', DECIDED, 'officeHead');
    expect(decided.history.at(-1).letters.map(({ term }: { term: string }) => term)).toEqual([
      '更正答复书',
      '更正申请转送函',
    ]);
    await act(line.id, 2, 'serveCorrection', HANDED);
    const archived = await act(line.id, 3, 'archiveCorrection');
    expect(archived).toMatchObject({ status: 200, line: { state: '已归档' } });
    expect(decided.settled).toBeNull();
    expect(archived.settled.map(({ term }: { term: string }) => term)).toEqual([
      '处理结果',
      '作出决定',
      '送出答复',
      '申请人收到答复',
      '归档',
    ]);
    const stored = await Promise.all(
      (
        [
          'personal_corrections',
          'personal_correction_facts',
          'personal_correction_letters',
          'personal_correction_applicants',
          'ledger_entries',
        ] as const
      ).map((table) => db.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(stored)).not.toMatch(/张小满|110101199001011237|13800000000/);
    const opened = await as('handler').post(`${URL}/${line.id}/identity`, { reason: 'contact' });
    expect(opened.json()).toEqual(REGISTER.applicant);
    const entries = await db.selectFrom('ledger_entries').select('verb').where('subject', '=', line.id).execute();
    expect(entries.map(({ verb }) => verb)).toEqual([
      'registeredCorrection',
      'decidedCorrection',
      'servedCorrection',
      'archivedCorrection',
      'openedIdentity',
    ]);
  });

  it('REQ-123 the letters come as PDF and Word, and only those that were issued', async () => {
    const { line } = await registered();
    await act(line.id, 1, 'decideCorrection', DECIDED, 'officeHead');
    const pdf = await as('handler').post(`${URL}/${line.id}/letters/2/answer/pdf`, {});
    expect(pdf.rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await as('auditor').post(`${URL}/${line.id}/letters/2/transfer/docx`, {})).statusCode).toBe(200);
    expect((await as('handler').post(`${URL}/${line.id}/letters/1/answer/pdf`, {})).statusCode).toBe(404);
  });

  it('REQ-126 counted by itself, and in no figure of 表三', async () => {
    const before = await countTable3(db, ['county'], 2026);
    const page = async (who: Who = 'handler'): Promise<CorrectionPage> => (await as(who).get(URL)).json();
    const { figures: was } = await page();
    const { line } = await registered();
    await act(line.id, 1, 'decideCorrection', { outcome: 'corrected', why: '属实' }, 'officeHead');
    await act(line.id, 2, 'serveCorrection', HANDED);
    const { figures } = await page();
    const count = (of: CorrectionPage['figures'], name: string) => of.find(({ term }) => term === name)!.count;
    expect(count(figures, '本年收到')).toBe(count(was, '本年收到') + 1);
    expect(count(figures, '予以更正')).toBe(count(was, '予以更正') + 1);
    expect(await countTable3(db, ['county'], 2026)).toEqual(before);
    expect((await page('stranger')).lines).toEqual([]);
  });

  it('REQ-121 waits in the inbox for whoever decides, not for who registered it', async () => {
    const { line } = await registered();
    const mine = async (who: Who) => {
      const inbox: InboxView = (await as(who).get('/api/inbox')).json();
      return inbox.mine.some(({ key }) => key === `personal-corrections/${line.id}`);
    };
    expect([await mine('officeHead'), await mine('signatory'), await mine('handler')]).toEqual([true, true, false]);
  });

  it('SEC-8 sent twice it registers once; two acts at once, one is done', async () => {
    const sent = form();
    const [one, two] = await Promise.all([as('handler').post(URL, sent), as('handler').post(URL, sent)]);
    expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409]);
    const id = sent.submission;
    const both = await Promise.all([
      act(id, 1, 'decideCorrection', DECIDED, 'officeHead'),
      act(id, 1, 'decideCorrection', { ...DECIDED, outcome: 'directed' }, 'signatory'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('who may not', () => {
  it.each(['editor', 'reporter', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const)(
    'REQ-120 %s reads and registers nothing',
    async (who) => {
      const { line } = await registered();
      for (const url of [URL, `${URL}/${line.id}`]) expect((await as(who).get(url)).statusCode).toBe(403);
      expect((await as(who).post(URL, form())).statusCode).toBe(403);
      expect((await act(line.id, 1, 'archiveCorrection', {}, who)).status).toBe(403);
    },
  );

  it('REQ-120 to another agency it does not exist; a reader does nothing and learns no name', async () => {
    const { line } = await registered();
    expect((await as('stranger').get(`${URL}/${line.id}`)).statusCode).toBe(404);
    expect((await act(line.id, 1, 'decideCorrection', DECIDED, 'stranger')).status).toBe(404);
    for (const who of ['handler', 'legal', 'auditor'] as const)
      expect((await act(line.id, 1, 'decideCorrection', DECIDED, who)).status).toBe(403);
    for (const who of ['signatory', 'auditor'] as const)
      expect((await as(who).post(`${URL}/${line.id}/identity`, { reason: 'contact' })).statusCode).toBe(403);
    expect((await as('stranger').post(`${URL}/${line.id}/identity`, { reason: 'contact' })).statusCode).toBe(404);
    expect((await as('stranger').post(`${URL}/${line.id}/letters/1/answer/pdf`, {})).statusCode).toBe(404);
    expect((await as('signatory').post(URL, form())).statusCode).toBe(403);
  });

  it('SEC-3 nobody without a session, no page but the console’s', async () => {
    expect((await office.nobody.get(URL)).statusCode).toBe(401);
    expect((await office.nobody.post(URL, form())).statusCode).toBe(401);
    expect((await office.foreignPage.post(URL, form())).statusCode).toBe(403);
  });
});
