/** Every kind of page against the HTML standard, by a validator from npm; a rule that is off says why. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { SOUND } from '../annual-report/check/sound-report.fixture.ts';
import { addAgency } from '../people/store.ts';
import { particularsOf } from '../publications/particulars.ts';
import { civil } from '../statute/civil-date.ts';
import { HOSTILE, type PortalPlay, portalPlay } from './portal.fixture.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: {
      // For files from other sites; ours are our own, and their addresses carry the hash of their text.
      'require-sri': 'off',
      // The summary of what is wrong stands before the title of the question, where a reader begins.
      'heading-level': ['error', { minInitialRank: 'h2' }],
    },
  }),
);

const { db } = await testDatabase();
let play: PortalPlay;
let id: string;

beforeAll(async () => {
  play = await portalPlay(db);
  id = await play.show({
    particulars: particularsOf({
      title: '关于示例的通知',
      summary: '摘要',
      keywords: ['示例', '通知'],
      docNo: '示政发〔2026〕1号',
      issuer: '示例县人民政府',
      writtenOn: civil('2024-03-01'),
    }),
    bodyHtml:
      '<h2>一、总则</h2><p>第一段。</p><ol start="3"><li>甲<ul><li>乙</li></ul></li></ol>' +
      '<table><caption>表</caption><thead><tr><th scope="col">列</th><th scope="col">数</th></tr></thead>' +
      '<tbody><tr><td rowspan="2">一</td><td>1</td></tr><tr><td>2</td></tr></tbody></table>' +
      '<p>见<a href="https://www.example.gov.cn/">本站</a>。</p>',
  } as never);
  await play.keepReport();
  const department = { id: 'civil', parentId: 'county', name: '示例县民政局', kind: 'department' } as const;
  await db.transaction().execute((tx) => addAgency(tx, { ...department, creditCode: null, contact: {} }));
  await play.keepReport(SOUND, { id: 'report-of-civil', agencyId: 'civil' });
});

function faultsIn(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}

const PAGES = [
  '/',
  '/columns/news.headlines',
  '/search',
  '/search?q=%E7%A4%BA%E4%BE%8B',
  `/search?q=${encodeURIComponent(HOSTILE)}`,
  '/catalogue',
  '/guide',
  '/figures/2024/items',
  '/decisions/licensing',
  '/letters',
  '/letters/write',
  '/mistakes/report',
  '/mistakes/track',
  '/fee',
  '/fee?tariff=items&count=35',
  '/deadline',
  '/deadline?receivedOn=2026-03-02',
  '/apply',
  '/apply/complaint',
  '/apply/consultation',
  '/track',
  '/annual-reports',
  '/annual-reports/2024',
  '/annual-reports/compare',
  '/check-report',
  '/agencies',
  '/agencies/county',
  '/agencies/civil',
  '/agencies/civil/annual-reports/2024',
  '/feeds',
  '/sitemap',
  '/nothing-here',
];

describe('PRT-80 every page is valid HTML', () => {
  it.each(PAGES)('%s', async (path) => expect(faultsIn((await play.visitor.get(path)).body)).toEqual([]));

  it('a document with headings, lists, merged cells and links', async () =>
    expect(faultsIn((await play.visitor.get(`/documents/${id}`)).body)).toEqual([]));

  it('in 适老版 and large letters', async () =>
    expect(faultsIn((await play.visitor.get('/', { cookie: 'reading=senior.large' })).body)).toEqual([]));

  it.each([
    ['/apply', { at: 'wanted', do: 'next', wanted: '' }],
    ['/apply', { at: 'wanted', do: 'next', wanted: HOSTILE }],
    ['/apply', { at: 'agency', do: 'next', wanted: '道路改造' }],
    ['/apply', { at: 'kind', do: 'next', wanted: '道路改造', agency: 'county', formWanted: 'electronic', kind: '' }],
    [
      '/apply',
      {
        at: 'applicant',
        do: 'next',
        wanted: '道路改造',
        agency: 'county',
        formWanted: 'electronic',
        kind: 'natural',
        name: HOSTILE,
      },
    ],
    [
      '/apply',
      {
        at: 'applicant',
        do: 'next',
        wanted: '道路改造',
        agency: 'county',
        formWanted: 'electronic',
        kind: 'business',
        name: '',
      },
    ],
    ['/track', { number: '', code: '' }],
    ['/track', { number: HOSTILE, code: HOSTILE }],
  ])('%s returned with what was typed: %j', async (path, form) =>
    expect(faultsIn((await play.visitor.post(path, form as never)).body)).toEqual([]),
  );
});
