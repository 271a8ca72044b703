import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE } from '../../../test/support/publication-play.ts';
import type { Notice } from '../../people/notice.ts';
import { TELL } from '../../perform.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';
import { releaseScheduled } from '../../publications/store/scheduled.ts';
import type { PublicationView } from '../contract.ts';
import { NOTICE_KINDS } from '../exchange/notice-kinds.ts';

const { db } = await testDatabase();
const office = await openDesk(db);

const PARTICULARS = {
  ...{ title: '关于公布春季招聘日程的通知', issuer: '示范县人民政府办公室', docNo: '', writtenOn: '2026-03-03' },
  ...{ topic: '', genre: '', summary: '', keywords: [], effectiveOn: '', expiresOn: '' },
  ...{ openMode: 'proactive', openModeReason: '' },
};
const DRAFT = {
  agencyId: 'county',
  kind: 'notice',
  columns: ['news.notices'],
  particulars: PARTICULARS,
  bodyHtml: '<p>三月二十日起报名。</p>',
  relations: [],
};
const view = async (id: string, who: Who = 'publisher'): Promise<PublicationView> =>
  (await office.as(who).get(`/api/publications/${id}`)).json();
const does = async (id: string, who: Who, act: object) => {
  const { seen, draft, live } = await view(id);
  const sent = { seen, edition: (draft ?? live)!.hash, ...act };
  const response = await office.as(who).post(`/api/publications/${id}/acts`, sent);
  return { ...response.json(), status: response.statusCode };
};
/** Drafted and through its review, on 4 March at ten. */
async function approved(change: object = {}): Promise<string> {
  office.on('2026-03-04');
  const { id } = (await office.as('editor').post('/api/publications', { ...DRAFT, ...change })).json();
  await does(id, 'editor', { verb: 'submit' });
  await does(id, 'examiner', { verb: 'passStep', step: 'examine1', opinion: '' });
  await does(id, 'proofreader', { verb: 'passStep', step: 'proofread1', opinion: '' });
  return id;
}
const AT_TEN_ON_THE_9TH = { verb: 'schedule', on: '2026-03-09', time: '09:30' };
const scheduled = async (change: object = {}) => {
  const id = await approved(change);
  expect(await does(id, 'publisher', AT_TEN_ON_THE_9TH)).toMatchObject({ status: 200, state: '未发布' });
  return id;
};
const sweepOn = (day: string) => {
  office.on(day);
  return releaseScheduled(office.house);
};
/** What of it waits to be told. */
const told = async (id: string) =>
  (await db.selectFrom('outbox').select('body').where('work', '=', TELL).execute())
    .map(({ body }) => body as unknown as Notice)
    .filter(({ subject }) => subject === id);
const isPublic = async (id: string) =>
  (await visitorOf(portalFor(office.house)).get(`/documents/${id}`)).statusCode === 200;
const rule = (preset: string) =>
  office.as('officeHead').post('/api/review-rules', { agencyId: 'county', column: null, kind: null, preset });

beforeAll(async () => {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
  office.on('2026-03-04');
  expect((await rule('repost')).statusCode).toBe(200);
});

describe('定时发布', () => {
  it('PUB-50 goes out on its day and not before, once, at the time the system writes, on the word of who set it', async () => {
    const id = await scheduled();
    const before = await view(id);
    expect(before.schedule).toEqual({ from: '2026-03-09T01:30:00.000Z', by: '方发布', missed: null });
    expect(before.trail[0]).toMatchObject({ what: '定时发布，2026-03-09 09:30', by: '方发布' });
    expect(before.turns).toEqual([]);
    expect(await sweepOn('2026-03-06')).toEqual([]);
    expect(await isPublic(id)).toBe(false);
    expect(await sweepOn('2026-03-09')).toEqual([id]);
    expect(await isPublic(id)).toBe(true);
    expect(await sweepOn('2026-03-09')).toEqual([]);
    const { live, publishedOn, schedule } = await view(id);
    expect([publishedOn, schedule]).toEqual(['2026-03-09', null]);
    expect(live!.publishedAt).toBe(office.house.now().toISOString());
    const [last] = await db
      .selectFrom('ledger_entries')
      .select(['verb', 'actor_id'])
      .where('subject', '=', id)
      .orderBy('seq', 'desc')
      .execute();
    expect(last).toMatchObject({ verb: 'published', actor_id: 'system' });
  });

  it('PUB-50 a scheduled release is not skipped when the worker is off: what was missed goes out when it is back', async () => {
    const id = await scheduled();
    expect(await sweepOn('2026-03-12')).toEqual([id]);
  });

  it('PUB-50 taken back it stays, and set anew the later word holds', async () => {
    const id = await scheduled();
    expect((await does(id, 'publisher', { verb: 'unschedule' })).schedule).toBeNull();
    expect(await sweepOn('2026-03-09')).toEqual([]);
    expect((await does(id, 'publisher', { verb: 'unschedule' })).code).toBe('STALE');
    await does(id, 'publisher', { ...AT_TEN_ON_THE_9TH, on: '2026-03-10' });
    await does(id, 'publisher', { ...AT_TEN_ON_THE_9TH, on: '2026-03-11' });
    expect(await sweepOn('2026-03-10')).toEqual([]);
    expect(await sweepOn('2026-03-11')).toEqual([id]);
  });

  it('PUB-51 is not set for the past, nor beyond the period of the law, nor before the review is through', async () => {
    const id = await approved();
    expect((await does(id, 'publisher', { ...AT_TEN_ON_THE_9TH, on: '2026-03-04' })).code).toBe('PUB-51');
    const last = { ...AT_TEN_ON_THE_9TH, on: '2026-03-31' };
    expect((await does(id, 'publisher', { ...last, on: '2026-04-01' })).says).toContain('2026年3月31日');
    expect((await does(id, 'publisher', last)).status).toBe(200);
    await does(id, 'publisher', { verb: 'unschedule' });
    const { id: fresh } = (await office.as('editor').post('/api/publications', DRAFT)).json();
    expect((await does(fresh, 'publisher', AT_TEN_ON_THE_9TH)).code).toBe('REV-6');
    expect((await does(fresh, 'publisher', { ...AT_TEN_ON_THE_9TH, time: '25:00' })).status).toBe(400);
  });

  it('PUB-52, PUB-102 a scheduled edition changed after approval is not released, and that its moment is lost is said', async () => {
    const id = await scheduled();
    const change = {
      verb: 'revise',
      ...{ particulars: PARTICULARS, relations: [], columns: DRAFT.columns, changeNote: '' },
      bodyHtml: '<p>三月二十一日起报名。</p>',
    };
    expect((await does(id, 'editor', change)).schedule).toBeNull();
    expect(await sweepOn('2026-03-09')).toEqual([]);
    expect(await isPublic(id)).toBe(false);
    // [PUB-102] Said, to whoever opens it and in the record; the old text does not bring the moment back.
    const { lostSchedule, trail } = await view(id);
    expect(lostSchedule).toEqual({ from: '2026-03-09T01:30:00.000Z', by: '卞编辑' });
    expect(trail[0]).toMatchObject({ what: '取消定时', by: '卞编辑', onThis: false });
    expect(trail[0]!.said).toContain('原来设定的发布时间作废');
    expect((await does(id, 'editor', { ...change, bodyHtml: DRAFT.bodyHtml })).schedule).toBeNull();
    await does(id, 'editor', change);
    // Reviewed again it still waits for a person: the moment was set for another text.
    await does(id, 'editor', { verb: 'submit' });
    await does(id, 'examiner', { verb: 'passStep', step: 'examine1', opinion: '' });
    await does(id, 'proofreader', { verb: 'passStep', step: 'proofread1', opinion: '' });
    expect(await sweepOn('2026-03-10')).toEqual([]);
    expect((await view(id)).turns).toMatchObject([{ verb: 'publish', mine: true }]);
    await does(id, 'publisher', { ...AT_TEN_ON_THE_9TH, on: '2026-03-11' });
    expect((await view(id)).lostSchedule).toBeNull();
  });

  it('PUB-110 that a moment was lost, missed or kept late is told in words that name no title, and waits for whoever acts next', async () => {
    const id = await scheduled();
    const change = { particulars: PARTICULARS, relations: [], columns: DRAFT.columns, changeNote: '' };
    const inboxOf = async (who: Who) =>
      (await office.as(who).get('/api/inbox')).json().mine.filter(({ path }: { path: string }) => path.endsWith(id));
    expect(await inboxOf('editor')).toEqual([]);
    await does(id, 'editor', { verb: 'revise', ...change, bodyHtml: '<p>三月二十二日起报名。</p>' });
    expect(await inboxOf('editor')).toMatchObject([{ step: '送审', state: '改了稿件，定时已作废' }]);
    const late = await scheduled();
    expect(await sweepOn('2026-03-12')).toContain(late);
    expect(await told(late)).toMatchObject([{ kind: 'scheduleLate', particulars: { from: '2026-03-09 09:30' } }]);
    const [lost] = await told(id);
    expect(lost).toMatchObject({
      kind: 'scheduleLost',
      to: { roles: ['publisher'], except: ['officer-editor'] },
    });
    const says = NOTICE_KINDS.scheduleLost!.says(lost!.particulars);
    expect(says).toContain('定于 2026-03-09 09:30 发布的一条信息改了稿件，定时作废');
    expect(says).not.toContain(PARTICULARS.title);
  });

  it('PUB-100 that a moment was missed, or taken back, is no look at a text that was withdrawn', async () => {
    const id = await approved();
    await does(id, 'publisher', { verb: 'publish' });
    const change = { particulars: PARTICULARS, relations: [], columns: DRAFT.columns, changeNote: '改日期' };
    await does(id, 'editor', { verb: 'revise', ...change, bodyHtml: '<p>三月二十三日起报名。</p>' });
    await does(id, 'editor', { verb: 'submit' });
    await does(id, 'examiner', { verb: 'passStep', step: 'examine1', opinion: '' });
    await does(id, 'proofreader', { verb: 'passStep', step: 'proofread1', opinion: '' });
    expect((await does(id, 'publisher', AT_TEN_ON_THE_9TH)).status).toBe(200);
    office.on('2026-03-05');
    expect((await does(id, 'publisher', { verb: 'withdraw', reason: 'error', explanation: '日期有误' })).status).toBe(
      200,
    );
    for (const day of ['2026-03-09', '2026-03-10']) expect(await sweepOn(day)).toEqual([]);
    expect((await does(id, 'publisher', { verb: 'publish' })).code).toBe('PUB-100');
    expect((await does(id, 'publisher', { verb: 'unschedule' })).status).toBe(200);
    expect((await does(id, 'publisher', { verb: 'publish' })).code).toBe('PUB-100');
  });

  it('PUB-112 a column that was closed meanwhile takes in nothing new: the publisher is told before he presses, and the moment is missed', async () => {
    const columns = [...DRAFT.columns, 'special.spring'];
    const column = (act: object) => office.as('publisher').post('/api/site/acts', { key: 'special.spring', ...act });
    office.on('2026-03-04');
    const opened = await column({ verb: 'openColumn', name: '春季招聘', purpose: '' });
    expect(opened.statusCode).toBe(200);
    const before = await scheduled({ columns });
    expect(await sweepOn('2026-03-09')).toContain(before);
    const id = await scheduled({ columns });
    await column({ verb: 'closeColumn' });
    expect(await sweepOn('2026-03-09')).toEqual([]);
    const { schedule, verbs } = await view(id);
    expect(schedule!.missed).toContain('已经关闭的专栏');
    expect(verbs.find(({ verb }) => verb === 'publish')).toMatchObject({ allowed: false, why: schedule!.missed });
    expect((await does(id, 'publisher', { verb: 'publish' })).code).toBe('PUB-112');
    // What stood in it before may be corrected there.
    const change = { particulars: PARTICULARS, relations: [], columns, changeNote: '改日期' };
    const corrected = { verb: 'revise', ...change, bodyHtml: '<p>三月二十四日起报名。</p>' };
    expect((await does(before, 'editor', corrected)).status).toBe(200);
    const away = { verb: 'revise', ...change, columns: DRAFT.columns, changeNote: '', bodyHtml: DRAFT.bodyHtml };
    expect((await does(id, 'editor', away)).status).toBe(200);
    expect(await sweepOn('2026-03-09')).toEqual([id]);
  });

  it('PUB-52 what the rule of review now asks for holds it back, and the page says why', async () => {
    const id = await scheduled();
    const other = await scheduled();
    await rule('three');
    expect(await sweepOn('2026-03-09')).toEqual([]);
    expect((await view(id)).schedule!.missed).toContain('审校没有完成，还差“二审”');
    // [PUB-110] Into the record once, and told once, however often the sweep comes by.
    expect(await sweepOn('2026-03-09')).toEqual([]);
    const { trail } = await view(id);
    expect(trail.filter(({ what }) => what === '到时没有发布')).toMatchObject([
      { by: '系统', said: expect.stringContaining('还差“二审”') },
    ]);
    expect((await told(id)).map(({ kind }) => kind)).toEqual(['scheduleMissed']);
    await rule('repost');
    expect((await sweepOn('2026-03-09')).toSorted()).toEqual([id, other].toSorted());
  });
});

describe('who may not', () => {
  it.each(['editor', 'examiner', 'officeHead', 'auditor', 'stranger', 'idle'] as const)(
    'SEC-3 %s sets no moment and takes none back',
    async (who) => {
      const id = await scheduled();
      for (const act of [AT_TEN_ON_THE_9TH, { verb: 'unschedule' }])
        expect([403, 404]).toContain((await does(id, who, act)).status);
      await does(id, 'publisher', { verb: 'unschedule' });
    },
  );

  it('SEC-3 nobody calls for the release of what is due, and no author sets the moment of his own text', async () => {
    const id = await scheduled();
    expect((await does(id, 'publisher', { verb: 'releaseDue' })).status).toBe(400);
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-editor', role: 'publisher', agency_id: 'county' })
      .execute();
    expect((await does(id, 'editor', AT_TEN_ON_THE_9TH)).code).toBe('PUB-14');
  });
});
