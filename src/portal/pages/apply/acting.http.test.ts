/** 代理申请和共同申请: who stands behind one application, sealed with it, and how often it counts. Portal and desk over one office. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { openDesk } from '../../../../test/support/open-desk.ts';
import { KEYS } from '../../../../test/support/request-desk.ts';
import { openFileStore } from '../../../platform/files/file-store.ts';
import { drawnUp } from '../../../requests/letters/draw-up.ts';
import { applicantTraces } from '../../../requests/store/applicant-traces.ts';
import { openApplicant } from '../../../requests/store/applicants.ts';
import { findLetter } from '../../../requests/store/letters.ts';
import { loadRequestFile } from '../../../requests/store/request-files.ts';
import {
  type Answer,
  hiddenField,
  portalFor,
  provenBy,
  textOf,
  type Visitor,
  visitorOf,
} from '../../portal.fixture.ts';
import { ANSWERS, lookOver } from './applying.fixture.ts';

const { db } = await testDatabase();
const files = openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-acting-')), KEYS);
const office = await openDesk(db, { files });
let visitor: Visitor;
beforeEach(() => {
  office.on('2026-03-04');
  visitor = visitorOf(portalFor(office.house, { files }));
});

type Answers = Readonly<Record<string, string>>;
const AGENT = {
  ...ANSWERS,
  acting: 'agent',
  agentName: '李代办',
  agentIdentity: '律师执业证 11101202010999999',
  agentPhone: '13700001111',
};
const TOGETHER = { ...ANSWERS, acting: 'together', others: '赵一宁\n钱二宁；赵一宁\n\n王小明' };
const PDF = { name: '委托书.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };

async function withMandate(answers: Answers): Promise<Answers> {
  const page = await visitor.post('/apply', { ...answers, at: 'review', do: 'change.files' });
  expect(textOf(page.body)).toContain('授权委托书（代理的必须交）');
  const token = hiddenField(page.body, 'token');
  const next = await visitor.upload('/apply/files', { ...answers, at: 'files', token, mandate: PDF, do: 'next' });
  return { ...answers, files: hiddenField(next.body, 'files') };
}
async function send(answers: Answers): Promise<Answer> {
  const review = await lookOver(visitor, answers);
  return visitor.post('/apply', { ...answers, do: 'send', ...(await provenBy(review.body)) });
}
async function registered(answers: Answers) {
  const receipt = await send(answers);
  expect(receipt.statusCode).toBe(201);
  const number = /code-big"[^>]*>\s*(\d+)/.exec(receipt.body)![1]!;
  return db.selectFrom('info_requests').selectAll().where('query_number', '=', number).executeTakeFirstOrThrow();
}
const identityOf = async (id: string, who: 'handler' | 'signatory' | 'stranger' = 'handler') =>
  office.as(who).post(`/api/requests/${id}/identity`, { reason: 'contact' });
const maskedOf = async (id: string) =>
  (await db.selectFrom('applicants').select('masked_name').where('request_id', '=', id).executeTakeFirstOrThrow())
    .masked_name;

/** 登记回执 with the name filled in. */
const receiptOf = async (id: string) =>
  JSON.stringify(drawnUp((await findLetter(db, id, 1, 'receipt'))!.paper, await openApplicant(db, id, KEYS)));

describe('an agent', () => {
  it('REQ-108 names himself and brings the mandate; the file is the applicant’s, and its letters are written to him', async () => {
    const row = await registered(await withMandate(AGENT));
    expect(row).toMatchObject({ applicant_kind: 'natural', state: 'inProcess' });
    expect((await identityOf(row.id)).json()).toMatchObject({
      name: '王小明',
      agent: '李代办，律师执业证 11101202010999999，13700001111',
      together: '',
    });
    expect(await maskedOf(row.id)).toBe('王**');
    const listed = (await office.as('handler').get(`/api/requests/${row.id}/files`)).json();
    expect(listed).toMatchObject([{ name: '委托书.pdf', purpose: '授权委托书', byApplicant: true }]);
    expect(await receiptOf(row.id)).toContain('王小明');
    expect(await receiptOf(row.id)).not.toContain('李代办');
  });

  it('REQ-108 without the mandate, a name, a card or a telephone is told so, and nothing is registered', async () => {
    const none = await visitor.post('/apply', { ...AGENT, at: 'files', do: 'next' });
    expect([none.statusCode, hiddenField(none.body, 'at')]).toEqual([422, 'files']);
    expect(textOf(none.body)).toContain('没有交授权委托书。请选择申请人签名或者盖章的授权委托书。');
    const answers = await withMandate(AGENT);
    for (const [field, says] of [
      ['agentName', '没有填写代理人的姓名'],
      ['agentIdentity', '没有填写代理人的身份证明'],
      ['agentPhone', '没有填写代理人的电话'],
    ] as const) {
      const page = await visitor.post('/apply', { ...answers, [field]: ' ', at: 'review', do: 'send' });
      expect([field, page.statusCode, hiddenField(page.body, 'at')]).toEqual([field, 422, 'applicant']);
      expect(textOf(page.body)).toContain(says);
      expect(page.body).toContain(`id="${field}-error"`);
      expect(hiddenField(page.body, 'files')).toBe(answers.files);
    }
  });

  it('REQ-108 who turned back to himself has no agent', async () => {
    const row = await registered({ ...(await withMandate(AGENT)), acting: 'self' });
    expect((await identityOf(row.id)).json()).toMatchObject({ name: '王小明', agent: '' });
  });
});

describe('several together', () => {
  it('REQ-109 are one application of one kind, with whoever stands for them and each other name once', async () => {
    const count = async () =>
      (await db.selectFrom('info_requests').select('id').where('applicant_kind', '=', 'natural').execute()).length;
    const before = await count();
    const row = await registered(TOGETHER);
    expect(await count()).toBe(before + 1);
    expect(row).toMatchObject({ applicant_kind: 'natural', received_on: '2026-03-04' });
    expect((await identityOf(row.id)).json()).toMatchObject({ name: '王小明', together: '赵一宁、钱二宁', agent: '' });
    expect(await maskedOf(row.id)).toBe('王**等3名申请人');
    expect(await receiptOf(row.id)).toContain('王小明等3名申请人');
    const list = (await office.as('signatory').get('/api/requests')).body;
    expect([list.includes('王**等3名申请人'), /赵一宁|钱二宁/.test(list)]).toEqual([true, false]);
  });

  it('REQ-109 with nobody else, or more than a few dozen, are told so', async () => {
    for (const [others, says] of [
      [' \n王小明', '没有填写共同申请的其他人'],
      [Array.from({ length: 31 }, (_, n) => `第${n}人`).join('\n'), '共同申请的其他人超过 30 名'],
    ] as const) {
      const page = await visitor.post('/apply', { ...TOGETHER, others, at: 'review', do: 'send' });
      expect([page.statusCode, hiddenField(page.body, 'at')]).toEqual([422, 'applicant']);
      expect(textOf(page.body)).toContain(says);
    }
  });
});

it('REQ-112 agent and others are looked for in what is to be published, as the applicant is', async () => {
  const [agent, together] = [await registered(await withMandate(AGENT)), await registered(TOGETHER)];
  const found = async (id: string, words: string) => applicantTraces(db, (await loadRequestFile(db, id))!, words, KEYS);
  expect(await found(agent.id, '由李代办代为申请')).toEqual(['代理人']);
  expect(await found(agent.id, '执业证11101202010999999，电话137-0000-1111')).toEqual(['证件号码', '联系电话']);
  expect(await found(together.id, '王某与钱二宁')).toEqual(['共同申请人']);
  expect(await found(together.id, '柳湾桥的审查意见')).toEqual([]);
});

describe('who may not', () => {
  it('REQ-108 read who stands behind it: sealed in every table, not in the ledger, for those alone who may know him', async () => {
    const [agent, together] = [await registered(await withMandate(AGENT)), await registered(TOGETHER)];
    for (const table of ['info_requests', 'applicants', 'request_facts', 'ledger_entries', 'request_files'] as const) {
      const rows = await db
        .selectFrom(table as 'applicants')
        .selectAll()
        .execute();
      expect([table, /李代办|赵一宁|钱二宁|13700001111/.test(JSON.stringify(rows))]).toEqual([table, false]);
    }
    for (const { id } of [agent, together])
      for (const who of ['signatory', 'stranger'] as const)
        expect([403, 404]).toContain((await identityOf(id, who)).statusCode);
    const [mandate] = (await office.as('handler').get(`/api/requests/${agent.id}/files`)).json();
    for (const who of ['signatory', 'auditor', 'stranger'] as const)
      expect([403, 404]).toContain(
        (await office.as(who).get(`/api/requests/${agent.id}/files/${mandate.id}`)).statusCode,
      );
    expect(
      (await visitor.post('/apply', { ...ANSWERS, acting: 'constructor', at: 'review', do: 'send' })).statusCode,
    ).toBe(422);
  });
});
