import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { unzip } from '../../platform/papers/unzip.ts';
import { drawDetachedPage } from '../../portal/draw-detached-page.ts';
import { portalFor, SITE, visitorOf } from '../../portal/portal.fixture.ts';
import { ownLinksIn } from '../../publications/neighbourhood.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { PublicationView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db, {
  config: { trustedProxy: [], publicUrl: 'https://www.example.gov.cn' },
  drawPage: (page) => drawDetachedPage(page, { db, site: SITE, demo: false, today: civilDateAt(office.house.now()) }),
});
office.on('2026-03-10');
const { as } = office;

const draft = async (change: object = {}, bodyHtml = '<p>正文。</p>'): Promise<PublicationView> =>
  (
    await as('editor').post('/api/publications', {
      ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml },
      particulars: { ...PARTICULARS, ...change },
    })
  ).json();
const act = async ({ id, seen, draft: now, live }: PublicationView, sent: object) =>
  as('publisher').post(`/api/publications/${id}/acts`, { seen, edition: (now ?? live)!.hash, ...sent });
async function published(title: string, docNo = ''): Promise<PublicationView> {
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
  const done = await act(await draft({ title, docNo }), { verb: 'publish' });
  expect(done.statusCode).toBe(200);
  return done.json();
}
const told = ({ checks }: PublicationView, where: string) =>
  checks.filter((check) => check.where === where && check.severity === 'warning').map(({ says }) => says);

it('PUB-75 names each link that leads nowhere on this site, by path or whole address; others it leaves', async () => {
  const { id } = await published('在的一条');
  const gone = await published('撤回的一条');
  await act(gone, { verb: 'withdraw', reason: 'error', explanation: '登错了' });
  const hidden = await draft({ title: '没有发布的' });
  const link = (to: string, words: string) => `<a href="${to}">${words}</a>`;
  const view = await draft(
    { title: '带链接的' },
    `<p>${[
      link(`/documents/${id}`, '好的'),
      link(`https://www.example.gov.cn/documents/${gone.id}`, '撤回的'),
      link(`/documents/${hidden.id}.pdf`, '没有发布的'),
      link('/columns/special.nowhere', '没有的栏目'),
      link('/columns/news.notices', '有的栏目'),
      link('https://elsewhere.example/documents/1', '别的网站'),
    ].join('')}</p>`,
  );
  const says = told(view, 'bodyHtml').join();
  for (const words of ['撤回的', '没有发布的', '没有的栏目']) expect(says).toContain(`“${words}”打不开`);
  for (const words of ['好的', '有的栏目', '别的网站']) expect(says).not.toContain(`“${words}”`);
  // Nobody is stopped: the other half of a pair goes out a minute later.
  expect((await act(view, { verb: 'publish' })).statusCode).toBe(200);
  expect(ownLinksIn('<a href="/documents/1/pictures/x">图</a><a href="/documentsx/2">乙</a>', null)).toHaveLength(1);
});

it('PUB-76 tells what is public under the same number, and under the same title of the agency; not itself', async () => {
  const first = await published('关于植树的通知', '示政发〔2026〕7号');
  expect(told(await draft({ title: '另一个标题', docNo: '示政发〔2026〕7号' }), 'docNo')[0]).toContain(
    '《关于植树的通知》',
  );
  expect(told(await draft({ title: '关于植树的通知' }), 'title')[0]).toContain('2026-03-10 发布过');
  expect(told(await draft({ title: '关于植树的补充通知' }), 'title')).toEqual([]);
  const { live, seen } = first;
  const again = await as('editor').post(`/api/publications/${first.id}/acts`, {
    ...{
      verb: 'revise',
      seen,
      edition: live!.hash,
      changeNote: '改了一个字',
      columns: ['news.notices'],
      relations: [],
    },
    ...{ bodyHtml: '<p>改。</p>', particulars: live!.particulars },
  });
  expect(again.statusCode).toBe(200);
  const revised: PublicationView = again.json();
  expect([told(revised, 'title'), told(revised, 'docNo')]).toEqual([[], []]);
});

it('PUB-76 of 政务动态 the same title is told only where the text is near too: a brief of every week is not', async () => {
  const brief = (week: number, done: string) =>
    `<p>本周（第${week}周）${done}</p><p>下周继续做好各项工作。报送：县政府办公室。</p>`;
  const work = (week: number, done: string) => {
    const particulars = { ...PARTICULARS, title: '一周工作简报' };
    const sent = { agencyId: 'county', kind: 'news', columns: ['news.headlines'], relations: [], particulars };
    return as('editor').post('/api/publications', { ...sent, bodyHtml: brief(week, done) });
  };
  const PLANTED = '全县植树三千二百亩，成活率百分之九十一；组织干部下乡二百人次，检查苗木质量四十批；召开调度会一次。';
  const first: PublicationView = (await work(9, PLANTED)).json();
  expect((await act(first, { verb: 'publish' })).statusCode).toBe(200);
  const next =
    '修缮乡村道路十七公里，验收桥涵五座；受理群众来电八十件，办结七十六件；举办农机培训班两期，参加一百一十人。';
  expect(told((await work(10, next)).json(), 'title')).toEqual([]);
  expect(told((await work(9, PLANTED.replace('一次', '两次'))).json(), 'title')[0]).toContain('《一周工作简报》');
});

it('PRT-5 PUB-96 what the desk shows of a draft is at no address of the portal: preview reachable from the public', async () => {
  const secret = '还没有发布的正文，只在工作台里看得到';
  const { id, draft: edition } = await draft({ title: '预览用的草稿' }, `<p>${secret}</p>`);
  expect((await as('editor').get(`/api/publications/${id}`)).body).toContain(secret);
  const preview = `/api/publications/${id}/preview`;
  for (const look of ['standard', 'senior']) {
    const { body, headers } = await as('editor').get(`${preview}?look=${look}`);
    expect(body).toContain(secret);
    expect(body).toContain('<strong>预览，尚未公开</strong>');
    expect(body.includes('<html lang="zh-CN" class="senior">')).toBe(look === 'senior');
    // The portal's own page, whole; nothing of it runs, and no other site may frame it.
    expect(body).toContain('<h1 class="document-title">预览用的草稿</h1>');
    expect(body).toContain('href="https://www.example.gov.cn/search"');
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")|<link rel="(canonical|stylesheet)"/);
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'.*frame-ancestors 'self'; sandbox (?!.*allow-scripts)/,
    );
    expect(headers['cache-control']).toBe('no-store');
  }
  // Its Word and PDF are made for who may read it, and of no document beside it.
  const paper = await as('editor').get(`${preview}/docx`);
  expect([
    paper.statusCode,
    unzip(paper.rawPayload, { entries: 100, bytes: 10_000_000 })!.get('word/document.xml')!.toString(),
  ]).toEqual([...[200, expect.stringContaining(secret)]]);
  const { body: page } = await as('editor').get(preview);
  expect(page).toContain(`href="${preview}/docx"`);
  expect(page).not.toContain(`/documents/${id}.docx`);
  for (const who of ['examiner', 'stranger'] as const)
    expect((await as(who).get(`${preview}/pdf`)).statusCode).toBe(404);
  expect((await office.nobody.get(`${preview}/pdf`)).statusCode).toBe(401);
  const visitor = visitorOf(portalFor(office.house));
  const cookie = await office.cookieOf('editor');
  for (const path of [
    `/documents/${id}`,
    `/documents/${id}?edition=${edition!.hash}`,
    `/documents/${id}?preview=1`,
    `/documents/${id}.pdf`,
    `/documents/${id}.docx`,
    `/api/publications/${id}`,
    preview,
    `${preview}?look=senior`,
    `/publications/${id}`,
    `/publications/${id}/preview`,
    `/preview/${id}`,
  ])
    for (const headers of [{}, { cookie }]) {
      const { statusCode, body } = await visitor.get(path, headers);
      expect([path, statusCode, body.includes(secret)]).toEqual([path, 404, false]);
    }
  for (const path of ['/', '/search?q=还没有发布的正文', '/columns/news.notices', '/feeds/all.rss', '/sitemap-1.xml'])
    expect([path, (await visitor.get(path)).body.includes(secret)]).toEqual([path, false]);
  expect((await office.nobody.get(`/api/publications/${id}`)).statusCode).toBe(401);
  expect((await office.nobody.get(preview)).statusCode).toBe(401);
  // [REV-6] Nor to whom it has not come yet.
  for (const who of ['examiner', 'proofreader', 'handler', 'stranger', 'idle', 'systemAdmin'] as const)
    expect([who, (await as(who).get(preview)).statusCode]).toEqual([who, 404]);
  expect(
    (await as('editor').get(`/api/publications/${(await published('已经公开的')).id}/preview`)).json(),
  ).toMatchObject({
    code: 'NOTHING_TO_COME',
  });
});
