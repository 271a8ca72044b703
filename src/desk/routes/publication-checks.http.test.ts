import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { DRAFT, draftedPublications, revised } from '../../../test/support/drafted-publications.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { PARTICULARS } from '../../../test/support/publication-play.ts';
import { unzip } from '../../platform/papers/unzip.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
office.on('2026-03-04');
const { drafted, view, does, pass, rule, prepare } = draftedPublications(office);
const portal = () => visitorOf(portalFor(office.house));

beforeAll(prepare);

describe('what the checks find', () => {
  it('REV-10 an identity number stops the release on the server, however urgent', async () => {
    const { id, checks } = await drafted({ bodyHtml: '<table><tr><td>110101199003071233</td></tr></table>' });
    expect(checks).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        where: 'bodyHtml',
        place: '正文',
        says: expect.stringContaining('身份证'),
      }),
    );
    const urgent = await does(id, 'publisher', { verb: 'publishUrgently', reason: '急' });
    expect(urgent).toMatchObject({ status: 409, code: 'REV-10' });
    expect((await portal().get(`/documents/${id}`)).statusCode).toBe(404);
  });

  it('REV-13 a finding is let stand by somebody else, with his reason on file', async () => {
    const particulars = { ...PARTICULARS, title: '关于禁毒宣传的通知' };
    const { id, checks } = await drafted({ bodyHtml: '<p>禁毒宣传：大麻的危害。</p>', particulars });
    const { finding } = checks.find(({ says }) => says.includes('大麻'))!;
    const stand = { verb: 'clearFinding', finding, reason: '禁毒宣传' };
    expect((await does(id, 'editor', stand)).code).toBe('NOT_YOUR_ROLE');
    expect((await does(id, 'publisher', { ...stand, reason: '' })).code).toBe('REV-13');
    expect((await does(id, 'publisher', stand)).checks).toEqual([]);
    expect((await view(id)).trail[0]).toMatchObject({ what: '判定保留', said: '禁毒宣传', by: '方发布' });
    expect((await does(id, 'publisher', stand)).code).toBe('STALE');
  });

  it('REV-25, REV-26 a telephone holds the release until somebody has decided, and not he alone lets it out', async () => {
    const { id, checks } = await drafted({ bodyHtml: '<p>联系人王某，13812345678。</p>' });
    const urgent = { verb: 'publishUrgently', reason: '紧急公告' } as const;
    expect(await does(id, 'publisher', urgent)).toMatchObject({ status: 409, code: 'REV-25' });
    const { finding } = checks.find(({ says }) => says.includes('手机号码'))!;
    const stand = { verb: 'clearFinding', finding, reason: '单位公布的联系电话' };
    expect((await does(id, 'publisher', { ...stand, reason: '。' })).code).toBe('REV-13');
    expect((await does(id, 'publisher', stand)).checks).toEqual([]);
    expect(await does(id, 'publisher', urgent)).toMatchObject({ status: 409, code: 'REV-26' });
    await does(id, 'editor', { verb: 'submit' });
    await pass(id, 'examiner', 'examine1');
    expect((await does(id, 'publisher', urgent)).code).toBeUndefined();
  });

  it('REV-27 a doubtful word passes no step and no release unseen: named by whoever goes on, left with a reason, and on file', async () => {
    const { id, checks } = await drafted({ bodyHtml: '<p>补贴打入本人帐户。</p>' });
    expect(checks.map(({ says }) => says)).toContain('有易错词“帐户”：“补贴打入本人帐户。”');
    const { finding } = checks.find(({ says }) => says.includes('帐户'))!;
    await does(id, 'editor', { verb: 'submit' });
    const step = { verb: 'passStep', step: 'examine1', opinion: '' };
    expect(await does(id, 'examiner', { ...step, opinion: '同意' })).toMatchObject({
      ...{ status: 409, code: 'REV-27', says: expect.stringContaining('还有 1 处没有判定：有易错词“帐户”') },
    });
    const leaving = [finding];
    expect(await does(id, 'examiner', { ...step, leaving })).toMatchObject({ code: 'REV-27' });
    const passed = await does(id, 'examiner', { ...step, leaving, opinion: '原件如此，请二审定' });
    expect(passed.trail[0]!.said).toMatch(/^原件如此，请二审定（留着没有判定 1 处：有易错词“帐户”/);
    await rule({ preset: 'release' });
    expect(await does(id, 'publisher', { verb: 'publish' })).toMatchObject({ status: 409, code: 'REV-27' });
    const set = { verb: 'schedule', on: '2026-03-09', time: '09:30' };
    expect(await does(id, 'publisher', set)).toMatchObject({ status: 409, code: 'REV-27' });
    expect(await does(id, 'publisher', { ...set, leaving })).toMatchObject({ status: 200 });
    expect(await does(id, 'publisher', { verb: 'publish', leaving })).toMatchObject({ status: 200, state: '已发布' });
    await rule();
  });

  it('REV-20 what would be refused once it is pressed is greyed before, with what to do', async () => {
    const why = async (id: string, verb: string, who: Who = 'publisher') =>
      (await view(id, who)).verbs.find((one) => one.verb === verb)!.why;
    const { id } = await drafted({ columns: [] });
    expect(await why(id, 'submit', 'editor')).toContain('没有选择主栏目');
    await rule({ preset: 'release' });
    const { id: leaking } = await drafted({ bodyHtml: '<p>联系人王某，13812345678。</p>' });
    expect(await why(leaking, 'publish')).toContain('还有 1 处请核对的没有处理');
    const { finding } = (await view(leaking)).checks[0]!;
    await does(leaking, 'publisher', { verb: 'clearFinding', finding, reason: '单位公布的联系电话' });
    expect(await why(leaking, 'publish')).toContain('有 1 处是你判定保留的');
    expect(await why(leaking, 'schedule')).toContain('有 1 处是你判定保留的');
    await rule();
    expect(await why((await drafted()).id, 'submit', 'editor')).toBeNull();
  });

  it('PUB-47 what is not to be public says why, from the first draft on', async () => {
    const hidden = { ...PARTICULARS, openMode: 'onRequest' };
    const said = (await office.as('editor').post('/api/publications', { ...DRAFT, particulars: hidden })).json();
    expect(said).toMatchObject({ code: 'PUB-47', basis: '国办发〔2016〕80号' });
    const { id } = await drafted({ particulars: { ...hidden, openModeReason: '涉及第三方商业秘密' } });
    expect((await does(id, 'editor', revised({ particulars: hidden }))).code).toBe('PUB-47');
    expect((await view(id)).draft!.openMode).toBe('依申请公开');
  });

  it('PUB-8 what an old row holds is cleaned before an officer sees it', async () => {
    const { id } = await drafted();
    const bodyHtml = '<p onclick="x()">甲</p><script>y()</script>';
    await db.updateTable('editions').set({ body_html: bodyHtml }).where('document_id', '=', id).execute();
    expect((await view(id)).draft!.bodyHtml).toBe('<p>甲</p>');
  });

  it('PUB-48 a revision of a gazette keeps its year and number', async () => {
    const issue = { year: 2026, number: 3 };
    const { id } = await drafted({ kind: 'gazette', columns: ['catalogue.gazette'] });
    const row = await db.selectFrom('editions').selectAll().where('document_id', '=', id).executeTakeFirstOrThrow();
    const particulars = { ...row.particulars, issue };
    await db.updateTable('editions').set({ particulars }).where('document_id', '=', id).execute();
    await does(id, 'editor', revised({ bodyHtml: '<p>目录</p>' }));
    const kept = await db.selectFrom('editions').selectAll().where('document_id', '=', id).executeTakeFirstOrThrow();
    expect(kept.particulars.issue).toEqual(issue);
  });

  it('REV-6 what the form lacks is told before anybody reviews it', async () => {
    const { id } = await drafted({ kind: 'policy', columns: ['catalogue.policy.other'] });
    expect((await does(id, 'editor', { verb: 'submit' })).says).toContain('发文字号');
  });
});

describe('the sheet of the review', () => {
  it.each(['docx', 'xlsx'])('REV-14 as %s it names who, when, and on which text', async (format) => {
    const { id } = await drafted();
    await does(id, 'editor', { verb: 'submit' });
    await pass(id, 'examiner', 'examine1');
    const sheet = await office.as('editor').get(`/api/publications/${id}/review-sheet/${format}`);
    expect(sheet.statusCode).toBe(200);
    const parts = unzip(sheet.rawPayload, { entries: 100, bytes: 10_000_000 })!;
    const text = [...parts.values()].map(String).join('');
    for (const told of ['申一审', '一审通过', '2026-03-04 10:00', (await view(id)).draft!.hash])
      expect(text).toContain(told);
  });
});
