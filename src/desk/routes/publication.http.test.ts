import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { DRAFT, draftedPublications, revised } from '../../../test/support/drafted-publications.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { PARTICULARS } from '../../../test/support/publication-play.ts';
import { portalFor, textOf, visitorOf } from '../../portal/portal.fixture.ts';
import type { Term } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');
const { drafted, view, acts, does, pass, rule, prepare } = draftedPublications(office);
const portal = () => visitorOf(portalFor(office.house));

const stepsFor = async (who: Who, id: string) =>
  (await office.as(who).get('/api/inbox'))
    .json()
    .mine.filter(({ path }: { path: string }) => path === `/publications/${id}`)
    .map(({ step }: { step: string }) => step);

const SIX: readonly (readonly [Who, string])[] = [
  ['examiner', 'examine1'],
  ['officeHead', 'examine2'],
  ['signatory', 'examine3'],
  ['proofreader', 'proofread1'],
  ['secondProofreader', 'proofread2'],
  ['thirdProofreader', 'proofread3'],
];
const passAll = async (id: string) => {
  for (const [who, step] of SIX) expect([step, (await pass(id, who, step)).status]).toEqual([step, 200]);
};

const UNREVIEWED = ['news.headlines'];
/** Public, by a rule under which nobody reviews it. */
const released = async () => {
  const { id } = await drafted({ columns: UNREVIEWED });
  expect((await does(id, 'publisher', { verb: 'publish' })).status).toBe(200);
  return id;
};
const WITHDRAW = { verb: 'withdraw', reason: 'error', explanation: '登错了' };
const REPEAL = { verb: 'repeal', how: 'repealed', on: '2026-03-05', by: '示政发〔2026〕5号' };

beforeAll(async () => {
  await prepare();
  await rule({ column: UNREVIEWED[0], preset: 'release' });
});

describe('三审三校', () => {
  it('REV-6 six people pass an edition, returned once and changed once, before it is public; stage two leaves its record like every other', async () => {
    const { id } = await drafted();
    expect((await does(id, 'publisher', { verb: 'publish' })).says).toContain('还没有送审');
    expect((await does(id, 'editor', { verb: 'submit' })).review).toMatchObject({ state: '审校中' });
    expect(await stepsFor('examiner', id)).toEqual(['一审']);
    await pass(id, 'examiner', 'examine1');
    const why = '时间写错了，请核对。';
    expect(
      (await does(id, 'officeHead', { verb: 'returnStep', step: 'examine2', to: 'author', reason: why })).review,
    ).toMatchObject({ state: '已退回拟稿人' });
    expect(await stepsFor('editor', id)).toEqual(['修改或者说明']);
    expect(await stepsFor('officeHead', id)).toEqual([]);

    const changed = await does(id, 'editor', revised({ bodyHtml: '<p>请各单位于三月十日前报名。</p>' }));
    expect(changed.review).toMatchObject({ state: '未送审' });
    await does(id, 'editor', { verb: 'submit' });
    expect(await stepsFor('officeHead', id)).toEqual([]);
    await passAll(id);
    expect((await view(id)).review).toMatchObject({ state: '审校完成' });
    expect(await stepsFor('publisher', id)).toEqual(['发布']);

    expect(textOf((await portal().get(`/documents/${id}`)).body)).not.toContain('三月十日');
    expect(await does(id, 'publisher', { verb: 'publish' })).toMatchObject({ status: 200, state: '已发布' });
    expect(textOf((await portal().get(`/documents/${id}`)).body)).toContain('三月十日前报名');
    const { trail } = await view(id);
    // Stage two left its record, and the text it was made on.
    expect(trail.map(({ what, by }) => `${by}${what}`)).toEqual(
      expect.arrayContaining(['傅主任二审退回给拟稿人', '傅主任二审通过', '钱县长三审通过', '焦三校三校通过']),
    );
    expect(trail.find(({ what }) => what.includes('退回'))).toMatchObject({ said: why, onThis: false });
  });

  it('REV-6 a reviewer does not see what is not yet his turn: a text is shown to him when it is, and not before', async () => {
    const { id } = await drafted();
    for (const [who] of SIX.filter(([who]) => who !== 'officeHead'))
      expect((await office.as(who).get(`/api/publications/${id}`)).statusCode).toBe(404);
    await does(id, 'editor', { verb: 'submit' });
    expect((await office.as('examiner').get(`/api/publications/${id}`)).statusCode).toBe(200);
    expect((await office.as('signatory').get(`/api/publications/${id}`)).statusCode).toBe(404);
    expect(await stepsFor('signatory', id)).toEqual([]);
    expect((await pass(id, 'officeHead', 'examine2')).code).toBe('REV-1');
  });

  it('REV-20 whose turn it is stands on the page, for whoever reads it', async () => {
    const { id } = await drafted();
    const turns = async (who: Who) =>
      (await view(id, who)).turns.map(({ term, who: by, mine }) => `${term} ${by} ${mine ? '我' : ''}`.trim());
    expect(await turns('editor')).toEqual(['送审 卞二、卞编辑 我']);
    expect(await turns('publisher')).toEqual(['送审 卞二、卞编辑']);
    await does(id, 'editor', { verb: 'submit' });
    const proofreaders = '焦一校、焦三校、焦二校';
    expect(await turns('examiner')).toEqual(['一审 申一审 我', `一校 ${proofreaders}`]);
    await pass(id, 'proofreader', 'proofread1');
    expect(await turns('proofreader')).toEqual(['一审 申一审', `二校 ${proofreaders}`]);
    await does(id, 'examiner', { verb: 'returnStep', step: 'examine1', to: 'author', reason: '日期不对' });
    expect(await turns('secondEditor')).toEqual(['修改或者说明 卞二、卞编辑']);
    await does(id, 'editor', { verb: 'answerReturn', answer: '日期是对的' });
    for (const [who, step] of SIX.filter(([, step]) => step !== 'proofread1')) await pass(id, who, step);
    expect(await turns('publisher')).toEqual(['发布 方发布 我']);
    await does(id, 'publisher', { verb: 'publish' });
    expect(await turns('publisher')).toEqual([]);
  });

  it('REV-2 no author approves his own text: nobody reviews or releases what he had a hand in, nor takes two steps that follow one another', async () => {
    const { id } = await drafted();
    await does(id, 'secondEditor', revised({ bodyHtml: '<p>改过的正文。</p>' }));
    await does(id, 'editor', { verb: 'submit' });
    const sameHand = { step: 'proofread2', opinion: '' };
    await pass(id, 'proofreader', 'proofread1');
    expect((await does(id, 'proofreader', { verb: 'passStep', ...sameHand })).code).toBe('REV-2');
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-editor', role: 'examiner', agency_id: 'county' })
      .execute();
    expect((await pass(id, 'editor', 'examine1')).code).toBe('REV-2');
    await db
      .deleteFrom('officer_roles')
      .where('officer_id', '=', 'officer-editor')
      .where('role', '=', 'examiner')
      .execute();
    expect((await does(id, 'editor', { verb: 'publish' })).code).toBe('NOT_YOUR_ROLE');
  });

  it('REV-3 any change of the text voids every approval; a save without a change does not, nor makes another author', async () => {
    const { id } = await drafted();
    await does(id, 'editor', { verb: 'submit' });
    await pass(id, 'examiner', 'examine1');
    const saved = await does(id, 'secondEditor', revised());
    expect(saved.review).toMatchObject({ state: '审校中' });
    expect(saved.draft!.editedBy).toBe('卞编辑');
    const changed = await does(id, 'editor', revised({ particulars: { ...PARTICULARS, title: '改了一个字的通知' } }));
    expect(changed.review).toMatchObject({ state: '未送审' });
    expect((await pass(id, 'officeHead', 'examine2')).code).toBe('REV-6');
  });

  it('REV-8 returned to a step that was taken, it goes on from there; answered without a change, where it was', async () => {
    const { id } = await drafted();
    await does(id, 'editor', { verb: 'submit' });
    await pass(id, 'examiner', 'examine1');
    await pass(id, 'officeHead', 'examine2');
    const back = { verb: 'returnStep', step: 'examine3', to: 'examine2', reason: '请再核公开属性' };
    const { review } = await does(id, 'signatory', back);
    expect(review!.tracks[0]!.steps.map(({ state }) => state)).toEqual(['passed', 'awaited', 'ahead']);
    await pass(id, 'officeHead', 'examine2');
    await does(id, 'signatory', { ...back, to: 'author', reason: '标题太长' });
    expect((await does(id, 'editor', { verb: 'answerReturn', answer: ' ' })).code).toBe('REV-8');
    const answered = await does(id, 'editor', { verb: 'answerReturn', answer: '标题与文件一致，不能改' });
    expect(answered.review!.tracks[0]!.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'awaited']);
    expect((await does(id, 'signatory', { ...back, to: 'proofread1' })).says).toContain('还没有办过');
    expect((await does(id, 'signatory', { ...back, reason: '' })).says).toContain('退回的理由');
  });

  it('REV-7 the rule that speaks most closely holds', async () => {
    expect((await rule({ column: 'news', preset: 'repost' })).statusCode).toBe(200);
    expect((await rule({ column: 'news', kind: 'meeting', preset: 'release' })).statusCode).toBe(200);
    const chain = async (change: object) => {
      const { review } = await drafted(change);
      return review!.tracks.flatMap(({ steps }) => steps.map(({ term }) => term));
    };
    expect(await chain({})).toEqual(['一审', '一校']);
    expect(await chain({ kind: 'meeting', columns: ['news.meetings'] })).toEqual([]);
    expect(await chain({ columns: ['overview.county'] })).toHaveLength(6);
    // In two columns the longer chain holds, and a department follows the county.
    expect(await chain({ columns: ['news.notices', 'overview.county'] })).toHaveLength(6);
    expect(await chain({ agencyId: 'town', columns: ['overview.county'] })).toHaveLength(6);
    const { rules } = (await rule({ column: 'news', preset: null })).json();
    expect(rules.filter(({ column }: { column: Term | null }) => column?.name !== UNREVIEWED[0])).toHaveLength(2);
    await rule({ column: 'news', kind: 'meeting', preset: null });
  });

  it('REV-9 released urgently with a reason, it is looked at afterwards by others', async () => {
    const { id } = await drafted({ bodyHtml: '<p>暴雨红色预警。</p>' });
    expect((await does(id, 'publisher', { verb: 'publishUrgently', reason: '' })).code).toBe('REV-9');
    const out = await does(id, 'publisher', { verb: 'publishUrgently', reason: '暴雨红色预警' });
    expect(out).toMatchObject({ status: 200, state: '已发布', review: { owed: true } });
    expect(textOf((await portal().get(`/documents/${id}`)).body)).toContain('暴雨红色预警');
    const left = await db
      .selectFrom('ledger_entries')
      .select('verb')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute();
    expect(left.at(-1)!.verb).toBe('releasedUrgently');
    expect(await stepsFor('examiner', id)).toEqual(['一审']);
    await passAll(id);
    expect((await view(id)).review).toBeNull();
    expect(await stepsFor('examiner', id)).toEqual([]);
  });

  it('PUB-16 editing does not take the live page down', async () => {
    const { id } = await drafted();
    await does(id, 'publisher', { verb: 'publishUrgently', reason: '今天必须发布' });
    await does(id, 'editor', revised({ bodyHtml: '<p>还没有审过的新内容。</p>', changeNote: '改内容' }));
    const page = textOf((await portal().get(`/documents/${id}`)).body);
    expect(page).toContain('三月十二日前报名');
    expect(page).not.toContain('还没有审过的新内容');
  });

  it('SEC-8 the last save does not silently win: of two editors the second is told, and nothing of either is lost', async () => {
    const { id, seen, draft } = await drafted();
    const mine = { ...revised({ bodyHtml: '<p>甲写的。</p>' }), seen, edition: draft!.hash };
    const theirs = { ...revised({ bodyHtml: '<p>乙写的。</p>' }), seen, edition: draft!.hash };
    expect((await acts(id, 'editor', mine)).status).toBe(200);
    expect(await acts(id, 'secondEditor', theirs)).toMatchObject({ status: 409, code: 'STALE' });
    expect((await view(id)).draft!.bodyHtml).toBe('<p>甲写的。</p>');
  });

  it.each<readonly [string, Who, object, object]>([
    ['takes back what a colleague has taken back', 'publisher', WITHDRAW, WITHDRAW],
    ['ends the force of what a colleague has taken back', 'publisher', WITHDRAW, REPEAL],
    ['takes back what a colleague has declared without force', 'publisher', REPEAL, WITHDRAW],
    [
      'takes back a text another than which was on the screen',
      'editor',
      revised({ changeNote: '改', columns: UNREVIEWED }),
      WITHDRAW,
    ],
  ])('SEC-8 nobody %s: a stale screen is told by whom and what, and nothing is done', async (_, who, first, then) => {
    const id = await released();
    const { seen, live } = await view(id);
    const stale = { seen, edition: live!.hash };
    expect(await does(id, who, first)).toMatchObject({ status: 200 });
    const after = await view(id);
    expect(await acts(id, 'publisher', { ...stale, ...then })).toMatchObject({
      ...{ status: 409, code: 'STALE' },
      says: expect.stringMatching(/(?:方发布|卞编辑|你)登记了“(?:撤回|废止或者宣布失效|修改)”。这一步没有办理/),
    });
    expect(await view(id)).toEqual(after);
  });

  it('SEC-8 a page that was withdrawn is not let out again from a screen that shows it public, though nobody reviews it', async () => {
    const id = await released();
    await does(id, 'editor', revised({ bodyHtml: '<p>改过的。</p>', changeNote: '改期', columns: UNREVIEWED }));
    const { seen, draft } = await view(id);
    const stale = { verb: 'publish', seen, edition: draft!.hash };
    await does(id, 'publisher', { ...WITHDRAW, edition: draft!.hash });
    expect(await acts(id, 'publisher', stale)).toMatchObject({ status: 409, code: 'STALE' });
    expect(await view(id)).toMatchObject({ state: '已撤回', verbs: expect.anything() });
    expect((await does(id, 'publisher', { verb: 'publish' })).status).toBe(200);
  });

  it('SEC-8 what is not in the hash is not written over either: columns another editor has chosen meanwhile', async () => {
    const { id, seen, draft } = await drafted();
    const columns = ['news.notices', 'news.headlines'];
    expect((await does(id, 'editor', revised({ columns }))).status).toBe(200);
    const theirs = { ...revised(), seen, edition: draft!.hash };
    expect(await acts(id, 'secondEditor', theirs)).toMatchObject({
      code: 'STALE',
      says: expect.stringContaining('你写的内容还在页面上'),
    });
    expect((await view(id)).columns.map(({ name }) => name)).toEqual(columns);
    await does(id, 'editor', { verb: 'submit' });
    const before = await view(id);
    await pass(id, 'examiner', 'examine1');
    const beside = {
      verb: 'passStep',
      step: 'proofread1',
      opinion: '',
      seen: before.seen,
      edition: before.draft!.hash,
    };
    expect((await acts(id, 'proofreader', beside)).status).toBe(200);
  });

  it('PUB-104 what is written and not saved is kept for its writer alone, until he saves it or throws it away', async () => {
    const { id, seen, draft } = await drafted();
    const ONE = { window: 'a'.repeat(32), after: null };
    const keeps = (who: Who, about: string, content: string) =>
      office.as(who).post(`/api/kept-writings/${about}`, { title: '植树', content, ...ONE });
    const found = async (who: Who, about: string) =>
      (await office.as(who).get(`/api/kept-writings/${about}`)).json().found?.content ?? null;
    for (const content of ['一', '一二']) expect((await keeps('editor', id, content)).statusCode).toBe(200);
    await keeps('secondEditor', id, '乙');
    await keeps('editor', 'new', '新');
    expect([await found('editor', id), await found('secondEditor', id), await found('secondEditor', 'new')]).toEqual([
      ...['一二', '乙', null],
    ]);
    const { writings } = (await office.as('editor').get('/api/kept-writings')).json();
    expect(writings.map(({ about }: { about: string }) => about).sort()).toEqual([id, 'new'].sort());
    // Refused, it stays; saved, it goes, and a colleague's does not.
    const changed = revised({ bodyHtml: '<p>改。</p>' });
    await acts(id, 'editor', { ...changed, seen, edition: 'another', kept: ONE });
    expect(await found('editor', id)).toBe('一二');
    expect((await acts(id, 'editor', { ...changed, seen, edition: draft!.hash, kept: ONE })).status).toBe(200);
    expect([await found('editor', id), await found('secondEditor', id)]).toEqual([null, '乙']);
    await office.as('editor').post('/api/publications', { ...DRAFT, columns: ['nowhere'], kept: ONE });
    expect(await found('editor', 'new')).toBe('新');
    await office.as('editor').post('/api/publications', { ...DRAFT, kept: ONE });
    expect(await found('editor', 'new')).toBeNull();
    await office.as('secondEditor').post(`/api/kept-writings/${id}/forget`, ONE);
    expect(await found('secondEditor', id)).toBeNull();
    expect((await keeps('examiner', 'new', 'x')).statusCode).toBe(403);
    expect((await keeps('stranger', id, 'x')).statusCode).toBe(404);
    expect((await keeps('publisher', id, 'x')).statusCode).toBe(403);
    expect((await office.nobody.get(`/api/kept-writings/${id}`)).statusCode).toBe(401);
  });

  it('PUB-111 of two windows of one officer neither writes over, nor takes away, what it has not seen of the other', async () => {
    const { id, seen, draft } = await drafted();
    const [ONE, OTHER] = ['1'.repeat(32), '2'.repeat(32)];
    const keeps = async (window: string, after: string | null, content: string) => {
      const sent = { title: '', content, window, after };
      return (await office.as('editor').post(`/api/kept-writings/${id}`, sent)).json();
    };
    const found = async () => (await office.as('editor').get(`/api/kept-writings/${id}`)).json().found;
    // Both opened on nothing; the first writes on, whether its answer arrived or not.
    await keeps(ONE!, null, '一');
    const { version } = await keeps(ONE!, null, '一二');
    const refused = await keeps(OTHER!, null, '乙');
    expect(refused).toMatchObject({ code: 'STALE', says: expect.stringContaining('另一个窗口里也写了') });
    expect(await found()).toMatchObject({ content: '一二', version });
    // The other one goes on from what it was shown: now the first is behind, and takes nothing away.
    await keeps(OTHER!, version, '乙');
    expect(await keeps(ONE!, version, '一二三')).toMatchObject({ code: 'STALE' });
    const ofOne = { window: ONE, after: version };
    await office.as('editor').post(`/api/kept-writings/${id}/forget`, ofOne);
    const changed = revised({ bodyHtml: '<p>一二三。</p>' });
    expect((await acts(id, 'editor', { ...changed, seen, edition: draft!.hash, kept: ofOne })).status).toBe(200);
    expect((await found()).content).toBe('乙');
    // Taken away by the window that kept it, it is not quietly there again.
    await office.as('editor').post(`/api/kept-writings/${id}/forget`, { window: OTHER, after: null });
    expect(await keeps(ONE!, version, '一二三四')).toMatchObject({ says: expect.stringContaining('已经保存或者丢掉') });
    expect(await found()).toBeNull();
  });

  it('SEC-8 of two clicks on one step the second is told', async () => {
    const { id } = await drafted();
    const { seen, draft } = await does(id, 'editor', { verb: 'submit' });
    const once = { verb: 'passStep', step: 'examine1', opinion: '', seen, edition: draft!.hash };
    const answers = await Promise.all([1, 2].map(() => acts(id, 'examiner', once)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await view(id)).trail.filter(({ what }) => what === '一审通过')).toHaveLength(1);
  });
});

describe('who may not', () => {
  it.each(['handler', 'reporter', 'auditor', 'examiner', 'officeHead', 'stranger', 'idle', 'securityAdmin'] as const)(
    'SEC-3 %s drafts nothing',
    async (who) => expect((await office.as(who).post('/api/publications', DRAFT)).statusCode).toBe(403),
  );

  it.each(['handler', 'legal', 'reporter', 'stranger', 'idle', 'securityAdmin', 'systemAdmin', 'liaison'] as const)(
    'SEC-3 to %s a draft does not exist',
    async (who) => {
      const { id } = await drafted();
      for (const path of ['', '/review-sheet/docx'])
        expect((await office.as(who).get(`/api/publications/${id}${path}`)).statusCode).toBe(404);
      expect((await acts(id, who, { verb: 'submit', seen: 1, edition: 'x' })).status).toBe(404);
    },
  );

  it('SEC-3 an editor lets nothing out, takes nothing back and makes no rule', async () => {
    const { id } = await drafted();
    for (const act of [
      { verb: 'publish' },
      { verb: 'publishUrgently', reason: '急' },
      { verb: 'passStep', step: 'examine1', opinion: '' },
    ])
      expect((await does(id, 'editor', act)).status).toBe(403);
    expect((await rule({}, 'editor')).statusCode).toBe(403);
    expect((await office.as('editor').get('/api/review-rules')).statusCode).toBe(403);
    expect((await rule({ agencyId: 'elsewhere' })).statusCode).toBe(403);
  });

  it.each(['handler', 'reporter', 'signatory', 'examiner', 'stranger', 'idle', 'securityAdmin'] as const)(
    'SEC-3 %s chooses nothing for a draft',
    async (who) => expect((await office.as(who).get('/api/publication-words')).statusCode).toBe(403),
  );

  it('SEC-3 a preview is not reachable from the public: nobody without a session, and no other page', async () => {
    const { id } = await drafted();
    for (const url of ['/api/publication-words', `/api/publications/${id}`, '/api/review-rules'])
      expect((await office.nobody.get(url)).statusCode).toBe(401);
    expect((await office.nobody.post('/api/publications', DRAFT)).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/publications', DRAFT)).statusCode).toBe(403);
    // Neither the preview nor the text is reachable from the public.
    expect((await portal().get(`/documents/${id}`)).statusCode).toBe(404);
  });
});
