import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { publicationPlay } from '../../../test/support/publication-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { particularsOf } from '../particulars.ts';
import { type SearchFilters, search } from './search.ts';

const { db } = await testDatabase();
const play = await publicationPlay(db, ['county', 'school']);
const TODAY = civil('2024-12-01');
const find = (typed: string, filters: SearchFilters = {}, number = 1, size = 20) =>
  search(db, typed, filters, { number, size }, TODAY);
const titles = async (typed: string, filters: SearchFilters = {}) =>
  (await find(typed, filters)).hits.map(({ line }) => line.title);
const write = (title: string, text = '正文。', more: Parameters<typeof play.publish>[0] = {}) =>
  play.publish({ bodyHtml: `<p>${text}</p>`, ...more, particulars: { ...more.particulars, title } });

describe('search', () => {
  it('PUB-20 finds a name no dictionary knows, in the text, typed in any form', async () => {
    await write('春耕现场会', '参加会议的有<strong>额尔</strong>敦巴图、斯琴。');
    expect(await titles('额尔敦巴图')).toEqual(['春耕现场会']);
    expect(await titles('額爾敦巴圖')).toEqual(['春耕现场会']);
    expect(await titles('巴图')).toEqual(['春耕现场会']);
    const [hit] = (await find('巴图')).hits;
    expect(hit!.passage.filter((piece) => piece.hit).map(({ text }) => text)).toEqual(['巴图']);
  });

  it('PUB-20 工程 is found in 在建工程, wherever a dictionary would cut', async () => {
    await write('在建工程消防设计审查', '研究在建工程项目。');
    expect(await titles('工程')).toContain('在建工程消防设计审查');
    expect(await titles('建工')).toContain('在建工程消防设计审查');
  });

  it('PUB-20 finds a phrase as it was typed and not its pairs apart', async () => {
    await write('甲', '退耕还林和还林草工程');
    await write('乙', '退耕还林草工程');
    expect(await titles('还林草工')).toEqual(expect.arrayContaining(['甲', '乙']));
    expect(await titles('退耕还林草')).toEqual(['乙']);
  });

  it('PUB-20 finds single characters and asks for every word', async () => {
    await write('鲵', '发现大鲵一尾');
    await write('其他', '发现一尾');
    expect(await titles('鲵')).toEqual(['鲵']);
    expect((await titles('大鲵 发现')).length).toBe(1);
    expect(await titles('大鲵 没有')).toEqual([]);
  });

  it('puts what the title says before what only the text says', async () => {
    await write('马铃薯良种补贴公告');
    await write('全县工作要点', '马铃薯良种');
    await write('良种马铃薯');
    expect(await titles('马铃薯良种')).toEqual(['马铃薯良种补贴公告', '全县工作要点']);
    expect((await titles('马铃薯 良种')).at(-1)).toBe('全县工作要点');
  });

  it.each([
    '县政发[2024]18号',
    '县政发〔2024〕第18号',
    '縣政發（２０２４）１８號',
    '县政发2024年18号文件',
    '县政发〔2024〕018号',
    '关于县政发〔2024〕18号',
  ])('PUB-22 %s leads to the document of that number first', async (typed) => {
    const docNo = '县政发〔2024〕18号';
    const found = await find(docNo);
    if (found.hits.length === 0) {
      const policy = { topic: '农业', genre: '通知', docNo };
      await write('本件', '正文', { kind: 'policy', columns: ['catalogue.policy.other'], particulars: policy });
      await write('引用它的新闻', `根据${docNo}的要求`);
    }
    const { hits } = await find(typed);
    expect(hits[0]).toMatchObject({ exact: true, line: { title: '本件' } });
  });

  it('PUB-22 an index number leads to its document', async () => {
    const { indexNo, id } = await write('有索引号');
    expect((await find(indexNo!)).hits).toMatchObject([{ exact: true, line: { id } }]);
  });

  it('narrows by agency, year and kind, and counts each', async () => {
    play.on('2023-05-01');
    await write('去年的马术比赛');
    play.on('2024-05-01');
    await write('马术比赛公告', '正文', { kind: 'notice', columns: ['news.notices'], agencyId: 'school' });
    await write('马术比赛闭幕');
    const { facets, total } = await find('马术比赛');
    expect(total).toBe(3);
    expect(facets).toEqual({
      agencies: [
        { value: 'county', count: 2 },
        { value: 'school', count: 1 },
      ],
      years: [
        { value: 2024, count: 2 },
        { value: 2023, count: 1 },
      ],
      kinds: [
        { value: 'news', count: 2 },
        { value: 'notice', count: 1 },
      ],
    });
    expect(await titles('马术', { agencyIds: ['school'] })).toEqual(['马术比赛公告']);
    expect(await titles('马术', { agencyIds: [] })).toEqual([]);
    expect(await titles('马术', { year: 2023 })).toEqual(['去年的马术比赛']);
    expect(await titles('马术', { kind: 'news', year: 2024 })).toEqual(['马术比赛闭幕']);
  });

  it.each(["'", '\\', "公开' | 'a", ':*', '&', ' ', '<script>'])('answers %j without fault', async (typed) =>
    expect((await find(typed)).hits).toEqual([]),
  );

  it('follows a new edition, and forgets what was withdrawn', async () => {
    const { id } = await write('旧称謷');
    const particulars = particularsOf({ title: '新称斝', issuer: '县政府办公室', writtenOn: civil('2024-05-01') });
    const revision = {
      verb: 'revise',
      documentId: id,
      particulars,
      bodyHtml: '<p>文</p>',
      changeNote: '改名',
    } as const;
    await play.act(play.editor, revision);
    expect(await titles('斝')).toEqual([]);
    await play.act(play.publisher, { verb: 'publish', documentId: id });
    expect([await titles('謷'), await titles('斝')]).toEqual([[], ['新称斝']]);
    await play.act(play.publisher, { verb: 'withdraw', documentId: id, reason: 'error', explanation: '误发' });
    expect(await titles('斝')).toEqual([]);
  });

  it('a draft is not found', async () => {
    await play.draft({ particulars: { title: '未发布之馧' } });
    expect(await titles('馧')).toEqual([]);
  });
});

/** Copies of a published document, each some hours older than the one before, as fast as SQL makes them. */
async function copy(model: string, count: number, hours: number): Promise<void> {
  const at = sql`published_at - i * ${`${hours} hours`}::interval`;
  const i = sql`generate_series(1, ${count}::int) i`;
  await sql`
    insert into documents select (jsonb_populate_record(d, jsonb_build_object(
      'id', d.id || '-' || i, 'index_no', d.index_no || '-' || i, 'published_at', ${at}))).*
    from documents d, ${i} where d.id = ${model}`.execute(db);
  await sql`
    insert into editions select (jsonb_populate_record(e, jsonb_build_object('document_id', e.document_id || '-' || i))).*
    from editions e, ${i} where e.document_id = ${model}`.execute(db);
  await sql`
    insert into search select (jsonb_populate_record(s, jsonb_build_object(
      'document_id', s.document_id || '-' || i, 'year', extract(year from ${at}), 'published_at', ${at},
      'grams', replace(replace(s.grams::text, 'year:2024', 'year:' || extract(year from ${at})),
        'month:2024-' || to_char(s.published_at, 'MM'), 'month:' || to_char(${at}, 'YYYY-MM'))))).*
    from search s, ${i} where s.document_id = ${model}`.execute(db);
}

describe('more than a thousand', () => {
  it('PUB-25 are shown newest first, uncounted, phrases as typed, every page another', async () => {
    play.on('2024-07-01');
    const { id } = await write('草原监测', '沙地云杉林区');
    const { id: apart } = await write('不是', '沙地云，地云杉');
    await copy(id, 1_200, 8);
    await copy(apart, 300, 5);
    const first = await find('沙地云杉');
    expect(first).toMatchObject({ total: null, facets: null });
    const newest = Array.from({ length: 20 }, (_, i) => (i === 0 ? id : `${id}-${i}`));
    expect(first.hits.map(({ line }) => line.id)).toEqual(newest);
    const pages = await Promise.all(Array.from({ length: 12 }, (_, i) => find('沙地云杉', {}, i + 1, 100)));
    const ids = pages.flatMap(({ hits }) => hits.map(({ line }) => line.id));
    expect(ids).toEqual([id, ...Array.from({ length: 1_199 }, (_, i) => `${id}-${i + 1}`)]);
  });

  it('PUB-25 a phrase that only older texts of a year hold is found behind a thousand in which its pairs stand apart', async () => {
    play.on('2024-12-20');
    const { id: apart } = await write('不是', '红柳滩，柳滩渠');
    await copy(apart, 1_100, 1);
    play.on('2024-10-01');
    const { id } = await write('水渠', '红柳滩渠');
    await copy(id, 30, 1);
    const pages = await Promise.all([1, 2].map((n) => find('红柳滩渠', {}, n, 20)));
    expect(pages.map(({ hits }) => hits.length)).toEqual([20, 11]);
  });

  it('PUB-25 become few within a year', async () =>
    expect((await find('沙地云杉', { year: 2023 }, 1, 1)).total).toBe(654));
});
