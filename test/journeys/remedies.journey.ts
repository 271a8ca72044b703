/** 复议、诉讼 through both faces over HTTP: a reply that was revoked and made anew in time, and a suit through two instances. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RemedyView } from '../../src/desk/contract.ts';
import { entriesOf } from '../../src/ledger/store.ts';
import { unzip } from '../../src/platform/papers/unzip.ts';
import { countTable3 } from '../../src/requests/store/figures.ts';
import { countTable4, findRemedy } from '../../src/requests/store/remedies.ts';
import { DEFAULT_SETTINGS } from '../../src/statute/settings.ts';
import { applicationOffice } from '../support/application-office.ts';
import { testDatabase } from '../support/database.ts';
import type { Who } from '../support/open-desk.ts';

const { db } = await testDatabase();
const { office, applyOnline, fileOf, act, answer, groundsFor, tracked } = await applicationOffice(db);
const NEW_TEXT = '重新检索以后，予以公开。';

let cases = 0;
async function caseAbout(requestId: string, kind: string, filedOn: string): Promise<RemedyView> {
  cases += 1;
  office.on(filedOn);
  const response = await office.as('legal').post('/api/remedies', {
    agencyId: 'county',
    requestId,
    kind,
    caseNumber: `示案〔2026〕${cases}号`,
    body: kind === 'review' ? '示范市人民政府' : '示范市中级人民法院',
    filedOn,
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

async function step(id: string, today: string, sent: object, who: Who = 'legal'): Promise<RemedyView> {
  office.on(today);
  const seen = (await findRemedy(db, id))!.facts.length;
  const response = await office.as(who).post(`/api/remedies/${id}/acts`, { seen, act: sent });
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json();
}

const inboxOf = async (who: Who) => (await office.as(who).get('/api/inbox')).json();
const rowOf = ({ mine }: { mine: { key: string }[] }, id: string) => mine.find(({ key }) => key === `remedies/${id}`);
const table3 = () => countTable3(db, ['county'], 2026);
const table4 = () => countTable4(db, ['county'], 2026, DEFAULT_SETTINGS.table4Basis);

describe('given a refusal that is taken to reconsideration', () => {
  it('REM-15 revoked and ordered anew: answered in five workdays, made anew on the same file, served in time, not counted again', async () => {
    const held = await applyOnline('2026-03-02');
    await answer(held.id, '2026-03-16', 'internalAffairs', 'electronic');
    const counted = await table3();

    const { id } = await caseAbout(held.id, 'review', '2026-03-30');
    expect(rowOf(await inboxOf('legal'), id)).toMatchObject({ step: '登记收到通知' });
    const noticed = await step(id, '2026-04-01', { verb: 'recordNotice', on: '2026-04-01', procedure: 'simplified' });
    // 清明 2026-04-04—04-06: five workdays from 04-01 end on 04-09.
    expect(noticed.clocks.find(({ whose }) => whose === 'ours')).toMatchObject({ due: '2026-04-09', light: 'yellow' });
    expect(rowOf(await inboxOf('legal'), id)).toMatchObject({ step: '登记提交答复和证据', dueOn: '2026-04-09' });
    office.on('2026-04-08');
    expect(rowOf(await inboxOf('officeHead'), id)).toMatchObject({ light: 'red' });
    await step(id, '2026-04-08', { verb: 'recordAnswer', on: '2026-04-08', evidence: '复议机关签收回执' });
    expect(rowOf(await inboxOf('legal'), id)).toBeUndefined();

    const decided = await step(id, '2026-04-28', {
      verb: 'recordResult',
      closedOn: '2026-04-24',
      receivedOn: '2026-04-27',
      conclusion: 'reviewRevoked',
      orders: true,
    });
    // 劳动节 2026-05-01—05-05, 05-09 worked: twenty workdays from 04-27 end on 05-27.
    expect(decided.newReply).toMatchObject({ own: false, due: '2026-05-27', startedOn: null });
    expect(rowOf(await inboxOf('handler'), id)).toMatchObject({ step: '重新答复', dueOn: '2026-05-27' });
    expect((await table4()).review).toEqual([0, 1, 0, 0]);

    const before = await fileOf(held.id);
    expect(before).toMatchObject({ line: { state: '已归档' }, next: { verb: 'redoReply' } });
    expect(before.mayRedo.map(({ name }) => name)).toEqual([id]);
    await act(held.id, '2026-04-29', 'redoReply', { remedyId: id, why: '没有区分处理' });
    const open = await fileOf(held.id);
    expect(open).toMatchObject({
      line: { state: '重新答复中', dueOn: '2026-05-27', light: 'green' },
      next: { verb: 'draftReply' },
    });
    expect((await tracked(held)).read).toContain('最迟2026年5月27日送出新的答复');

    await act(held.id, '2026-05-11', 'draftReply', {
      outcome: 'granted',
      grounds: groundsFor('granted'),
      text: NEW_TEXT,
    });
    expect((await tracked(held)).read).not.toContain(NEW_TEXT);
    await act(held.id, '2026-05-12', 'legalCheck', { why: '' }, 'legal');
    await act(held.id, '2026-05-12', 'secrecyCheck', { why: '' }, 'secrecyReviewer');
    await act(held.id, '2026-05-13', 'sign', {}, 'signatory');
    expect((await tracked(held)).read).not.toContain(NEW_TEXT);
    const served = await act(held.id, '2026-05-14', 'serve', {
      method: 'electronic',
      arrival: 'trackPage',
      evidence: '发送成功记录',
    });
    expect(served.history.flatMap(({ letters }) => letters.map(({ number }) => number))).toEqual(
      expect.arrayContaining(['示政公开答〔2026〕1号', '示政公开答〔2026〕2号']),
    );
    expect(served.remedies[0]!.newReply).toMatchObject({ servedOn: '2026-05-14', late: false, light: 'done' });
    const { read } = await tracked(held);
    expect(read).toContain(NEW_TEXT);
    const kept = await db.selectFrom('request_letters').select('paper').where('request_id', '=', held.id).execute();
    expect(JSON.stringify(kept.at(-1))).toContain('现重新作出答复');
    expect(await table3()).toEqual(counted);
    expect((await table4()).review).toEqual([0, 1, 0, 0]);
    await act(held.id, '2026-05-15', 'archive', {});
  });

  it('REM-19 corrected by the agency itself while it is heard: telling the body is next', async () => {
    const held = await applyOnline('2026-03-02');
    await answer(held.id, '2026-03-16', 'internalAffairs', 'electronic');
    const { id } = await caseAbout(held.id, 'review', '2026-03-30');
    await step(id, '2026-03-31', { verb: 'recordNotice', on: '2026-03-31', procedure: 'simplified' });
    await act(held.id, '2026-04-01', 'redoReply', { remedyId: id, why: '可以公开' }, 'legal');
    await act(held.id, '2026-04-02', 'draftReply', {
      outcome: 'granted',
      grounds: groundsFor('granted'),
      text: NEW_TEXT,
    });
    await act(held.id, '2026-04-02', 'legalCheck', { why: '' }, 'legal');
    await act(held.id, '2026-04-02', 'secrecyCheck', { why: '' }, 'secrecyReviewer');
    await act(held.id, '2026-04-02', 'sign', {}, 'signatory');
    const early = { verb: 'tellBody', on: '2026-04-02', evidence: '函' };
    await expect(step(id, '2026-04-02', early)).rejects.toThrow('REM-16');
    await act(held.id, '2026-04-03', 'serve', { method: 'electronic', arrival: 'trackPage', evidence: '发送成功记录' });
    expect(rowOf(await inboxOf('legal'), id)).toMatchObject({ step: '登记告知自行纠正', light: 'red' });
    await step(id, '2026-04-03', { ...early, on: '2026-04-03' });
    expect(rowOf(await inboxOf('legal'), id)).toMatchObject({ step: '登记提交答复和证据' });
  });
});

describe('given a suit', () => {
  it('REM-13, REM-19 first and second instance: fifteen days to answer, to appeal, one case in 表四', async () => {
    const held = await applyOnline('2026-03-02');
    await answer(held.id, '2026-03-16', 'notHeld', 'electronic');
    const { id } = await caseAbout(held.id, 'directLitigation', '2026-04-01');
    const noticed = await step(id, '2026-04-17', { verb: 'recordNotice', on: '2026-04-17', procedure: 'ordinary' });
    // Fifteen days end in the holiday and roll to 05-06.
    expect(noticed.clocks.find(({ whose }) => whose === 'ours')).toMatchObject({ due: '2026-05-06' });
    expect((await inboxOf('legal')).mine.find(({ key }: { key: string }) => key === `remedies/${id}`)).toMatchObject({
      dueOn: '2026-05-06',
    });
    await step(id, '2026-05-06', { verb: 'recordAnswer', on: '2026-05-06', evidence: '法院签收' });
    const judged = await step(id, '2026-07-02', {
      verb: 'recordResult',
      closedOn: '2026-07-01',
      receivedOn: '2026-07-02',
      conclusion: 'claimRejected',
    });
    expect(judged.clocks.find(({ term }) => term === '上诉期')).toMatchObject({ due: '2026-07-17', doneOn: null });
    expect((await table4()).directLitigation).toEqual([1, 0, 0, 0]);
    const appealed = await step(id, '2026-07-16', {
      verb: 'recordNextInstance',
      stage: 'secondInstance',
      on: '2026-07-15',
    });
    expect(appealed.clocks.find(({ term }) => term === '二审审结')).toMatchObject({ due: '2026-10-15' });
    expect((await table4()).directLitigation).toEqual([0, 0, 0, 1]);
    const final = await step(id, '2026-09-10', {
      verb: 'recordResult',
      closedOn: '2026-09-08',
      receivedOn: '2026-09-10',
      conclusion: 'revoked',
      orders: true,
      replyBy: '2026-09-30',
    });
    expect(final.instances).toMatchObject([
      { stage: '一审', result: '结果维持' },
      { stage: '二审', result: '结果纠正' },
    ]);
    expect(final.newReply).toMatchObject({ due: '2026-09-30' });
    expect((await table4()).directLitigation).toEqual([0, 1, 0, 0]);
  });
});

describe('given a case about a refusal for the sake of a third party', () => {
  it('REM-17, REM-18 evidence goes out complete, with the third party apart and nothing of ours alone', async () => {
    const held = await applyOnline('2026-03-02');
    await act(held.id, '2026-03-04', 'consultThirdParty', { name: '某某商贸有限公司', about: '合同价格' });
    await act(held.id, '2026-03-05', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-03-09', 'recordThirdPartyAnswer', {
      consultation: 2,
      opinion: 'disagrees',
      why: '商业秘密',
    });
    await act(held.id, '2026-03-09', 'addNote', { text: '内部备注不外传' });
    await answer(held.id, '2026-03-16', 'thirdPartyRights', 'electronic');
    const { id } = await caseAbout(held.id, 'review', '2026-03-30');
    const take = (who: Who) => office.as(who).post(`/api/remedies/${id}/evidence`, {});
    const response = await take('legal');
    expect(response.statusCode).toBe(200);
    const files = unzip(response.rawPayload, { bytes: 50_000_000, entries: 200 })!;
    const names = [...files.keys()];
    expect(names.map((name) => name.replace(/\d\d /, ''))).toEqual(
      expect.arrayContaining([
        '证据目录.pdf',
        '证据目录.docx',
        '证据/政府信息公开申请登记情况.pdf',
        '证据/政府信息公开申请登记回执.pdf',
        '不供查阅/政府信息公开征求第三方意见书.pdf',
        '证据/政府信息不予公开答复书.pdf',
        '证据/办理经过.pdf',
        '证据/答复期限.pdf',
        '证据/作出答复的依据.pdf',
        '证据/留痕.json',
        'SHA256SUMS',
      ]),
    );
    for (const line of files.get('SHA256SUMS')!.toString().trim().split('\n')) {
      const [sum, name] = [line.slice(0, 64), line.slice(66)];
      expect(createHash('sha256').update(files.get(name)!).digest('hex')).toBe(sum);
    }
    const docx = unzip(files.get('证据目录.docx')!, { bytes: 5_000_000, entries: 50 })!;
    const list = docx.get('word/document.xml')!.toString();
    expect(list).toContain('（不供查阅）');
    expect(list).not.toContain('某某商贸');
    expect(files.get(names.find((name) => name.endsWith('留痕.json'))!)!.toString()).not.toMatch(/某某商贸|不外传/);

    const looked = await entriesOf(db, 'requests', held.id);
    expect(looked.at(-1)).toMatchObject({ actorId: 'officer-legal' });
    for (const who of ['handler', 'signatory', 'auditor', 'reporter', 'stranger', 'idle'] as const)
      expect([403, 404]).toContain((await take(who)).statusCode);
    expect((await office.nobody.post(`/api/remedies/${id}/evidence`, {})).statusCode).toBe(401);
    expect((await office.foreignPage.post(`/api/remedies/${id}/evidence`, {})).json()).toMatchObject({
      code: 'NOT_YOUR_PAGE',
    });
    expect((await office.as('legal').post('/api/remedies/nothing/evidence', {})).statusCode).toBe(404);
  });
});
