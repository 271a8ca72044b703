import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { SOUND } from '../../annual-report/check/sound-report.fixture.ts';
import { readReport } from '../../annual-report/read/read-report.ts';
import { addAgency } from '../../people/store.ts';
import { HOSTILE, type PortalPlay, portalPlay, SITE, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
const OF_CIVIL = '/agencies/civil/annual-reports';
const KINDS = ['json', 'docx', 'pdf', 'xlsx', 'csv'];
const REPORT = { ...SOUND, unit: '青禾县民政局' };
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
  const unit = { parentId: 'county', kind: 'department', creditCode: null, contact: {} } as const;
  await db.transaction().execute(async (tx) => {
    await addAgency(tx, { ...unit, id: 'civil', name: '青禾县民政局' });
    await addAgency(tx, { ...unit, id: 'hostile', name: HOSTILE });
  });
});

const get = (path: string) => play.visitor.get(path);
const keep = (year: number, agencyId: string, more = {}) =>
  play.keepReport({ ...REPORT, year }, { id: `${agencyId}-${year}`, agencyId, ...more });

it('PRT-126 what a department publishes is on its own page, in every list and in the map at once, with its downloads', async () => {
  // Kept before it is published: what is seen after was dropped by the news.
  const lists = ['/annual-reports', '/agencies/civil', '/sitemap-pages.xml'];
  for (const path of [...lists, `${OF_CIVIL}/2024`]) expect((await get(path)).body).not.toContain(`${OF_CIVIL}/2024`);
  await keep(2024, 'civil');
  for (const path of lists)
    expect([path, (await get(path)).body]).toEqual([path, expect.stringContaining(`${OF_CIVIL}/2024`)]);
  expect(textOf((await get('/annual-reports')).body)).toContain('各部门、乡镇的年度报告青禾县民政局');
  const { body, statusCode } = await get(`${OF_CIVIL}/2024`);
  expect(statusCode).toBe(200);
  expect(body).toContain(`<link rel="canonical" href="${SITE.url}${OF_CIVIL}/2024"`);
  expect(body).toContain('href="/agencies/civil"');
  expect(readReport(Buffer.from(body))).toEqual(REPORT);
  for (const kind of KINDS) {
    expect(body).toContain(`href="${OF_CIVIL}/2024.${kind}"`);
    expect((await get(`${OF_CIVIL}/2024.${kind}`)).statusCode).toBe(200);
  }
  expect((await get(`${OF_CIVIL}/2024.json`)).json().unit).toBe('青禾县民政局');
});

it('PRT-126 PRT-5 nobody reads one that is frozen and not published, in any format, nor finds it in a list', async () => {
  await keep(2022, 'civil', { state: 'frozen', publishedAt: null, publishedBy: null });
  for (const path of ['2022', ...KINDS.map((kind) => `2022.${kind}`), '2021', 'x', '99999'])
    expect([path, (await get(`${OF_CIVIL}/${path}`)).statusCode]).toEqual([path, 404]);
  for (const path of ['/annual-reports', '/agencies/civil', '/sitemap-pages.xml'])
    expect((await get(path)).body).not.toContain(`${OF_CIVIL}/2022`);
});

it('PRT-126 the county’s own keeps its one address; an agency outside the county, and none at all, have none here', async () => {
  await play.keepReport();
  await keep(2024, 'town');
  for (const id of ['county', 'town', 'nowhere'])
    expect([id, (await get(`/agencies/${id}/annual-reports/2024`)).statusCode]).toEqual([id, 404]);
  expect((await get('/agencies/county')).body).toContain('href="/annual-reports/2024"');
  expect((await get('/sitemap-pages.xml')).body).toContain(`${SITE.url}/annual-reports/2024<`);
  expect(textOf((await get('/annual-reports/2024')).body)).toContain('青禾县人民政府2024年');
});

it('PRT-126 nobody writes markup through the name of an agency', async () => {
  await keep(2024, 'hostile');
  for (const path of ['/annual-reports', '/agencies/hostile/annual-reports/2024'])
    expect((await get(path)).body).not.toMatch(/<(script>|img)/);
});
