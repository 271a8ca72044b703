import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { DAY, deputedOffice } from '../../../test/support/deputed-office.ts';
import type { Who } from '../../../test/support/open-desk.ts';
import { DRAFT, REGISTER } from '../../../test/support/request-play.ts';
import { NO_CHANNELS } from '../../exchange/channel.ts';
import { tell } from '../../exchange/store/tell.ts';
import { entriesOf } from '../../ledger/store.ts';
import type { Notice } from '../../people/notice.ts';
import { saveOfficer } from '../../people/store/officers.ts';
import { actorOf } from '../../people/store.ts';
import { TELL } from '../../perform.ts';
import { takeDue } from '../../platform/outbox/outbox.ts';
import { civil } from '../../statute/civil-date.ts';
import type { InboxView } from '../contract.ts';

const { db } = await testDatabase();
const { office, lent, act, registered, rowOf, verbOf, set } = await deputedOffice(db);
const { as } = office;

describe('四眼按人', () => {
  it('REV-15 who drafted does not approve it as a deputy', async () => {
    const id = await registered();
    await lent('officeHead', 'handler', 'officeHead');
    await lent('legal', 'handler', 'legal');
    await act(id, 'handler', 'draftReply', DRAFT);
    expect(await act(id, 'handler', 'skipReview', { why: '期限将满' })).toMatchObject({ status: 409, code: 'REV-5' });
    expect(await act(id, 'handler', 'legalCheck', { why: '' })).toMatchObject({ status: 409, code: 'REV-2' });
    expect(await verbOf(id, 'handler', 'legalCheck')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('这一稿是你写的'),
    });
    expect(await rowOf(id, 'handler')).toMatchObject({ mine: false });
  });

  it('REV-15 the principal does not approve what was drafted in his name, nor does another who stands in for him', async () => {
    const id = await registered();
    await lent('officeHead', 'idle', 'officeHead');
    await act(id, 'idle', 'draftReply', DRAFT);
    expect(await act(id, 'officeHead', 'skipReview', { why: '期限将满' })).toMatchObject({
      ...{ status: 409, code: 'REV-5', says: expect.stringContaining('这一稿是你的代理人写的') },
    });
    await lent('officeHead', 'handler', 'officeHead');
    expect(await act(id, 'handler', 'skipReview', { why: '期限将满' })).toMatchObject({ status: 409, code: 'REV-5' });
  });

  it('REV-15 two steps that follow one another are not taken by one person under two names', async () => {
    const id = await registered();
    await lent('secrecyReviewer', 'legal', 'secrecyReviewer');
    await lent('signatory', 'secrecyReviewer', 'signatory');
    await act(id, 'handler', 'draftReply', DRAFT);
    await act(id, 'legal', 'legalCheck', { why: '' });
    expect(await act(id, 'legal', 'secrecyCheck', { why: '' })).toMatchObject({ status: 409, code: 'REV-2' });
    await act(id, 'secrecyReviewer', 'secrecyCheck', { why: '' });
    expect(await act(id, 'secrecyReviewer', 'sign')).toMatchObject({ status: 409, code: 'REV-2' });
    expect(await act(id, 'signatory', 'sign')).toMatchObject({ status: 200 });
  });

  it('SEC-34 where one name is barred, that of another principal is tried', async () => {
    const id = await registered();
    await lent('officeHead', 'idle', 'officeHead');
    await set({ rights: (['legal', 'officeHead'] as const).map((role) => ({ role, agencyId: 'county' })) });
    await lent('legal', 'idle', 'officeHead', 'legal');
    await act(id, 'officeHead', 'draftReply', DRAFT);
    expect(await act(id, 'idle', 'skipReview', { why: '期限将满' })).toMatchObject({ status: 200 });
    expect((await entriesOf(db, 'requests', id)).at(-1)).toMatchObject({ actorId: 'officer-idle/officer-legal' });
  });

  it('REV-15 nobody lets out what he edited, nor what was edited in his name', async () => {
    const written = async (who: Who) => {
      const response = await as(who).post('/api/publications', DOCUMENT);
      expect(response.statusCode).toBe(200);
      const { id, seen, draft } = response.json();
      return { id, seen, edition: draft.hash, editedBy: draft.editedBy };
    };
    const publish = async (who: Who, { id, seen, edition }: { id: string; seen: number; edition: string }) =>
      (await as(who).post(`/api/publications/${id}/acts`, { verb: 'publish', seen, edition })).json();
    await lent('publisher', 'editor', 'publisher');
    const own = await written('editor');
    expect(await publish('editor', own)).toMatchObject({ status: 409, code: 'PUB-14' });
    const seen = (await as('editor').get(`/api/publications/${own.id}`)).json();
    expect(seen.verbs.find(({ verb }: { verb: string }) => verb === 'publish')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('有你编辑的内容'),
    });
    await lent('editor', 'idle', 'editor');
    await lent('publisher', 'idle', 'publisher');
    const forEditor = await written('idle');
    expect(forEditor.editedBy).toBe('闲人（代卞编辑）');
    expect(await publish('editor', forEditor)).toMatchObject({ status: 409, code: 'PUB-14' });
    expect(await publish('idle', forEditor)).toMatchObject({ status: 409, code: 'PUB-14' });
    expect(await publish('publisher', forEditor)).toMatchObject({ state: '已发布' });
  });

  it('REV-15 what was released urgently in his name is not looked at afterwards by the principal', async () => {
    const rule = { agencyId: 'county', column: null, kind: null };
    await as('officeHead').post('/api/review-rules', { ...rule, preset: 'repost' });
    const { id, draft } = (await as('editor').post('/api/publications', DOCUMENT)).json();
    await lent('publisher', 'idle', 'publisher');
    await lent('examiner', 'publisher', 'examiner');
    const does = async (who: Who, particulars: object) => {
      const { seen } = (await as('editor').get(`/api/publications/${id}`)).json();
      return (await as(who).post(`/api/publications/${id}/acts`, { seen, edition: draft.hash, ...particulars })).json();
    };
    await does('editor', { verb: 'submit' });
    expect(await does('idle', { verb: 'publishUrgently', reason: '暴雨红色预警' })).toMatchObject({ state: '已发布' });
    const look = { verb: 'passStep', step: 'examine1', opinion: '' };
    expect(await does('publisher', look)).toMatchObject({ status: 409, code: 'REV-9' });
    expect((await does('examiner', look)).trail[0]).toMatchObject({ by: '申一审' });
    await as('officeHead').post('/api/review-rules', { ...rule, preset: null });
  });

  it('REV-15 the draft for everybody that a deputy has made from a reply is his and the principal’s', async () => {
    const id = await registered();
    await act(id, 'handler', 'draftReply', DRAFT);
    await act(id, 'legal', 'legalCheck', { why: '' });
    await act(id, 'secrecyReviewer', 'secrecyCheck', { why: '' });
    await act(id, 'signatory', 'sign');
    await act(id, 'handler', 'serve', { method: 'direct', receiver: 'self', evidence: '回执' });
    await lent('officeHead', 'idle', 'officeHead');
    const adopted = {
      adopt: true,
      why: '公众关注',
      title: '批准文件',
      writtenOn: '2025-12-01',
      text: '批准改造民主路。',
    };
    const done = await act(id, 'idle', 'decideProactive', adopted);
    expect([done.status, done.says]).toEqual([200, undefined]);
    const { edited_by } = await db
      .selectFrom('editions')
      .select('edited_by')
      .where(sql`particulars ->> 'title'`, '=', adopted.title)
      .executeTakeFirstOrThrow();
    expect(edited_by).toBe('officer-idle/officer-officeHead');
  });
});

describe('更正申请', () => {
  it('REQ-120 SEC-36 what a deputy registered waits for neither him nor the principal to decide, but for whoever stands behind no part of it', async () => {
    await lent('officeHead', 'idle', 'officeHead');
    const form = {
      ...{ submission: '0'.repeat(32), agencyId: 'county', on: DAY, channel: 'counter', applicantKind: 'natural' },
      ...{ applicant: REGISTER.applicant, record: '低保审批表', wrong: '3人应为4人', proof: '户口簿' },
    };
    const { line } = (await as('idle').post('/api/personal-corrections', form)).json();
    const waitsFor = async (who: Who) => {
      const { mine } = (await as(who).get('/api/inbox')).json<InboxView>();
      return mine.some(({ key }) => key === `personal-corrections/${line.id}`);
    };
    expect([await waitsFor('idle'), await waitsFor('officeHead'), await waitsFor('signatory')]).toEqual([
      false,
      false,
      true,
    ]);
    const decided = { seen: 1, act: { verb: 'decideCorrection', on: DAY, outcome: 'corrected', why: '属实' } };
    const url = `/api/personal-corrections/${line.id}/acts`;
    expect((await as('officeHead').post(url, decided)).json()).toMatchObject({ code: 'REQ-120' });
    expect((await as('signatory').post(url, decided)).statusCode).toBe(200);
  });
});

describe('借用审核人员', () => {
  it('REV-16 an officer of the county who is given a post of the town reviews there, and nowhere else', async () => {
    const [town, county] = [(await office.register({ agencyId: 'town' })).request.id, await registered()];
    for (const id of [town, county]) await act(id, 'handler', 'draftReply', DRAFT);
    const given = await as('securityAdmin').post('/api/people/officers/officer-idle/acts', {
      ...{ verb: 'giveRoles', rights: [{ role: 'legal', agencyId: 'town' }] },
    });
    expect(given.statusCode).toBe(200);
    expect(await rowOf(town, 'idle')).toMatchObject({ mine: true, actingFor: null, step: '通过合法性审核' });
    expect(await act(town, 'idle', 'legalCheck', { why: '' })).toMatchObject({ status: 200 });
    expect((await act(county, 'idle', 'legalCheck', { why: '' })).status).toBe(404);
    // A post that is borrowed can be lent like any other, and reaches no further.
    await db.transaction().execute((tx) => saveOfficer(tx, { ...IDLE, rights: [] }));
    await set({ rights: [{ role: 'legal', agencyId: 'town' }] });
    await lent('legal', 'idle', 'legal');
    expect((await actorOf(db, 'officer-idle', civil(DAY)))!.reach).toEqual({ legal: ['town'] });
  });
});

const IDLE = { id: 'officer-idle', agencyId: 'county', name: '闲人', signInName: 'idle', active: true } as const;

const DOCUMENT = {
  agencyId: 'county',
  kind: 'notice',
  columns: ['news.notices'],
  particulars: {
    ...{ title: '关于开展春季植树活动的通知', issuer: '示范县人民政府办公室', docNo: '', writtenOn: '2026-03-03' },
    ...{ topic: '', genre: '', summary: '', keywords: [], effectiveOn: '', expiresOn: '' },
    ...{ openMode: 'proactive', openModeReason: '' },
  },
  bodyHtml: '<p>请各单位报名。</p>',
  relations: [],
};

describe('待办和告知', () => {
  it('SEC-36 what waits for who is absent waits for the deputy, labelled, and is not hidden from either', async () => {
    const id = await registered();
    await lent('legal', 'idle', 'legal');
    await act(id, 'handler', 'draftReply', DRAFT);
    expect(await rowOf(id, 'idle')).toMatchObject({ mine: true, actingFor: '法小正' });
    expect(await rowOf(id, 'legal')).toMatchObject({ mine: true, actingFor: null });
    expect(await rowOf(id, 'handler')).toMatchObject({ mine: false, behind: '法小正、闲人（代法小正）' });
  });

  it('SEC-36 a notice goes to the deputies of the day, and to none who is barred from the step', async () => {
    await lent('legal', 'idle', 'legal');
    await lent('legal', 'handler', 'legal');
    const id = await registered();
    await takeDue(db, office.house.now(), 100);
    await act(id, 'handler', 'draftReply', DRAFT);
    const [piece] = (await takeDue(db, office.house.now(), 100)).filter(
      ({ work, body }) => work === TELL && (body as Notice).kind === 'legalAwaited',
    );
    await tell({ db, now: office.house.now, channels: NO_CHANNELS }, piece!);
    const told = await db.selectFrom('officer_notices').select('officer_id').where('subject', '=', id).execute();
    expect(told.map(({ officer_id }) => officer_id).sort()).toEqual(['officer-idle', 'officer-legal']);
  });
});
