import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from '../../../test/support/publication-play.ts';
import { portalFor, textOf, visitorOf } from '../../portal/portal.fixture.ts';
import type { Paper } from '../../statute/paper.ts';
import type { GazetteView, PublicationView } from '../contract.ts';
import type { IssueSent } from '../publications/gazette-schemas.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
let papers: Paper[] = [];
const visitor = () => {
  papers = [];
  const paperFile = async (_: string, paper: Paper) => {
    papers.push(paper);
    return Buffer.from('%PDF');
  };
  return visitorOf(portalFor(office.house, { paperFile }));
};

const act = async (id: string, who: Who, sent: object) => {
  const { seen, draft, live }: PublicationView = (await as(who).get(`/api/publications/${id}`)).json();
  return as(who).post(`/api/publications/${id}/acts`, { seen, edition: (draft ?? live)!.hash, ...sent });
};
async function published(title: string, docNo: string): Promise<string> {
  const { id }: PublicationView = (
    await as('editor').post('/api/publications', {
      ...{ agencyId: 'county', kind: 'policy', columns: ['catalogue.policy.other'], relations: [] },
      bodyHtml: `<p>${title}的正文。</p>`,
      particulars: { ...PARTICULARS, title, docNo, topic: '综合政务', genre: '通知' },
    })
  ).json();
  expect((await act(id, 'publisher', { verb: 'publish' })).statusCode).toBe(200);
  return id;
}
const gazette = async (who: Who = 'editor'): Promise<GazetteView> => (await as(who).get('/api/gazette')).json();
const issue = (change: Partial<IssueSent> = {}): IssueSent => ({
  ...{ agencyId: 'county', year: 2026, number: 1, cover: '卷首', changeNote: '', sections: [] },
  ...change,
});
const compile = (change: Partial<IssueSent>, who: Who = 'editor') => as(who).post('/api/gazette', issue(change));
const section = (...documentIds: string[]) => [{ heading: '县政府文件', documentIds }];

let [first, second] = ['', ''];
beforeAll(async () => {
  office.on('2026-03-10');
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
  await db.updateTable('agencies').set({ kind: 'township' }).where('id', '=', 'town').execute();
  first = await published('关于甲事的通知', '示政发〔2026〕1号');
  second = await published('关于乙事的通知', '示政发〔2026〕2号');
});

describe('编公报', () => {
  it('PUB-72 the county compiles, a township does not; a number is taken once, whoever is first', async () => {
    expect((await compile({ agencyId: 'town', sections: section(first) })).json()).toMatchObject({ code: 'PUB-72' });
    const both = await Promise.all([compile({ sections: section(first) }), compile({ sections: section(second) })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)!.json().says).toContain('2026 年第 1 期已经有了');
    expect(await gazette()).toMatchObject({ next: 2, issues: [{ name: '2026年第1期', isPublic: false }] });
  });

  it('PUB-73 prints what is public, each once, under a heading; asked again when it goes out', async () => {
    for (const sections of [
      [],
      section(),
      section('nothing'),
      section(first, first),
      [{ heading: ' ', documentIds: [first] }],
    ])
      expect((await compile({ number: 9, sections })).json()).toMatchObject({ code: 'PUB-73' });
    const third = await published('关于丙事的通知', '示政发〔2026〕3号');
    const view: GazetteView = (await compile({ number: 8, sections: section(third) })).json();
    const { id } = view.issues.find(({ number }) => number === 8)!;
    await act(third, 'publisher', { verb: 'withdraw', reason: 'error', explanation: '登错了' });
    expect((await act(id, 'publisher', { verb: 'publish' })).json()).toMatchObject({ code: 'PUB-73' });
  });

  it('PUB-74 another table of contents is another edition: who began with the older one is told', async () => {
    const { issues } = await gazette();
    const { id: documentId, edition } = issues.find(({ number }) => number === 1)!;
    const sections = [...section(second), { heading: '其他', documentIds: [first] }];
    expect((await compile({ documentId, edition, sections })).statusCode).toBe(200);
    expect((await compile({ documentId, edition, sections: section(first) })).json()).toMatchObject({ code: 'STALE' });
    const now = (await gazette()).issues.find(({ number }) => number === 1)!;
    expect(now.edition).not.toBe(edition);
    expect(now.sections.map(({ documents }) => documents[0]!.title)).toEqual(['关于乙事的通知', '关于甲事的通知']);
    // Printed already: no more offered; nor what has lost its force before anybody printed it.
    expect((await gazette()).waiting).toEqual([]);
    const late = await published('关于丁事的通知', '示政发〔2026〕4号');
    expect((await gazette()).waiting).toMatchObject([{ id: late }]);
    await act(late, 'publisher', {
      verb: 'repeal',
      how: 'repealed',
      on: '2026-03-10',
      by: '示政发〔2026〕5号',
    });
    expect((await gazette()).waiting).toEqual([]);
  });
});

describe('公报阅读版', () => {
  it('PRT-94 nothing of an issue in work; published, with contents in order, neighbours and the whole as a PDF', async () => {
    expect((await visitor().get('/gazette/2026/1')).statusCode).toBe(404);
    expect(textOf((await visitor().get('/gazette')).body)).toContain('还没有发布公报');
    const { id } = (await gazette()).issues.find(({ number }) => number === 1)!;
    expect((await act(id, 'publisher', { verb: 'publish' })).statusCode).toBe(200);
    const fourth = await published('关于丁事的通知', '示政发〔2026〕4号');
    const view: GazetteView = (await compile({ number: 2, sections: section(fourth) })).json();
    await act(view.issues.find(({ number }) => number === 2)!.id, 'publisher', { verb: 'publish' });
    const reader = visitor();
    const shown = (await reader.get('/gazette/2026/1')).body;
    expect(textOf(shown)).toMatch(/县政府文件[\s\S]*乙事[\s\S]*其他[\s\S]*甲事/);
    expect(shown).toContain('href="/gazette/2026/2"');
    expect((await reader.get('/gazette/2026/2')).body).toContain('href="/gazette/2026/1"');
    expect((await reader.get(`/documents/${first}`)).body).toContain('刊登于');
    expect(textOf((await reader.get('/search?q=丁事')).body)).toContain('公报2026年第2期');
    const pdf = await reader.get('/gazette/2026/1.pdf');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const words = papers[0]!.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
    expect(papers[0]!.letterhead).toMatchObject({ number: '2026年第1期' });
    expect(words).toMatch(
      /关于乙事的通知（示政发〔2026〕2号）[\s\S]*关于乙事的通知的正文。[\s\S]*关于甲事的通知的正文。/,
    );
    for (const path of ['/gazette/2026/3', '/gazette/2026/3.pdf', '/gazette/2026/01', '/gazette/x/1'])
      expect([path, (await reader.get(path)).statusCode]).toEqual([path, 404]);
  });

  it('PRT-94 what is withdrawn afterwards leaves the issue and its PDF', async () => {
    await act(first, 'publisher', { verb: 'withdraw', reason: 'error', explanation: '登错了' });
    const reader = visitor();
    expect(textOf((await reader.get('/gazette/2026/1')).body)).not.toContain('甲事');
    await reader.get('/gazette/2026/1.pdf');
    expect(JSON.stringify(papers[0])).not.toContain('甲事');
  });
});

describe('who may not', () => {
  it('compile one: a publisher, a stranger, who is not signed in; read it: who has no part in publishing', async () => {
    for (const who of ['publisher', 'auditor', 'handler', 'stranger'] as const)
      expect([who, (await compile({ number: 5, sections: section(second) }, who)).statusCode]).toEqual([who, 403]);
    expect((await as('stranger').get('/api/gazette')).statusCode).toBe(403);
    expect((await office.nobody.get('/api/gazette')).statusCode).toBe(401);
    expect((await gazette('publisher')).mayNot).toContain('部门和乡镇不办');
  });
});
