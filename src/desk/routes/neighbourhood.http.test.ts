import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { portalFor, visitorOf } from '../../portal/portal.fixture.ts';
import { ownLinksIn } from '../../publications/neighbourhood.ts';
import type { PublicationView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db, { config: { trustedProxy: [], publicUrl: 'https://www.example.gov.cn' } });
office.on('2026-03-10');
const { as } = office;

const draft = async (change: object = {}, bodyHtml = '<p>正文。</p>'): Promise<PublicationView> =>
  (
    await as('editor').post('/api/publications', {
      ...{ agencyId: 'county', kind: 'notice', columns: ['news.notices'], relations: [], bodyHtml },
      particulars: { ...PARTICULARS, ...change },
    })
  ).json();
const act = async ({ id, draft: now, live }: PublicationView, sent: object) =>
  as('publisher').post(`/api/publications/${id}/acts`, { edition: (now ?? live)!.hash, ...sent });
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
  await act(gone, { verb: 'withdraw', reason: 'error', explanation: '登错了', edition: undefined });
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
  const { live } = first;
  const again = await as('editor').post(`/api/publications/${first.id}/acts`, {
    ...{ verb: 'revise', edition: live!.hash, changeNote: '改了一个字', columns: ['news.notices'], relations: [] },
    ...{ bodyHtml: '<p>改。</p>', particulars: live!.particulars },
  });
  expect(again.statusCode).toBe(200);
  const revised: PublicationView = again.json();
  expect([told(revised, 'title'), told(revised, 'docNo')]).toEqual([[], []]);
});

it('PRT-5 what the desk shows of a draft is at no address of the portal: preview reachable from the public', async () => {
  const secret = '还没有发布的正文，只在工作台里看得到';
  const { id, draft: edition } = await draft({ title: '预览用的草稿' }, `<p>${secret}</p>`);
  expect((await as('editor').get(`/api/publications/${id}`)).body).toContain(secret);
  const visitor = visitorOf(portalFor(office.house));
  const cookie = await office.cookieOf('editor');
  for (const path of [
    `/documents/${id}`,
    `/documents/${id}?edition=${edition!.hash}`,
    `/documents/${id}?preview=1`,
    `/documents/${id}.pdf`,
    `/documents/${id}.docx`,
    `/api/publications/${id}`,
    `/publications/${id}`,
    `/preview/${id}`,
  ])
    for (const headers of [{}, { cookie }]) {
      const { statusCode, body } = await visitor.get(path, headers);
      expect([path, statusCode, body.includes(secret)]).toEqual([path, 404, false]);
    }
  for (const path of ['/', '/search?q=还没有发布的正文', '/columns/news.notices', '/feeds/all.rss', '/sitemap-1.xml'])
    expect([path, (await visitor.get(path)).body.includes(secret)]).toEqual([path, false]);
  expect((await office.nobody.get(`/api/publications/${id}`)).statusCode).toBe(401);
});
