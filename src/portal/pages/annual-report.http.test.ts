import Value from 'typebox/value';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { SOUND, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import { SECTIONS } from '../../annual-report/form.ts';
import { readReport } from '../../annual-report/read/read-report.ts';
import { elementsOf, HOSTILE, type PortalPlay, portalFor, portalPlay, textOf, visitorOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
  await play.keepReport();
});

const get = (path: string) => play.visitor.get(`/annual-reports/${path}`);

describe('the report of a year', () => {
  it('PRT-10 our own page, read as anybody would read it, gives back the same report', async () => {
    expect(readReport(Buffer.from((await get('2024')).body))).toEqual(SOUND);
  });

  it('PRT-10 ANR-35 the same as JSON in the published schema, and as CSV; both give back the same report', async () => {
    const answer = await get('2024.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers.link).toBe('</annual-reports/schema.json>; rel="describedby"');
    expect(answer.json().table3.rows['3.4.1']).toEqual([6, 1, 0, 0, 0, 0, 7]);
    expect(Object.keys(answer.json()).slice(0, 6)).toEqual(['unit', 'year', 'format', 'table2', 'table3', 'table4']);
    const schema = await get('schema.json');
    expect([schema.statusCode, schema.headers['content-type']]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ]);
    expect(Value.Check(schema.json(), answer.json())).toBe(true);
    for (const kind of ['json', 'csv'])
      expect(readReport(Buffer.from((await get(`2024.${kind}`)).body))).toEqual(SOUND);
  });

  it.each([
    ['docx', 'wordprocessingml'],
    ['pdf', 'application/pdf'],
    ['xlsx', 'spreadsheetml'],
    ['csv', 'text/csv'],
  ])('PRT-10 ANR-35 the same as .%s with a name that says what it is', async (kind, type) => {
    const answer = await get(`2024.${kind}`);
    expect(answer.headers['content-type']).toContain(type);
    const name = encodeURIComponent(`青禾县人民政府2024年政府信息公开工作年度报告.${kind}`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="2024.${kind}"; filename*=UTF-8''${name}`);
    expect(textOf((await get('2024')).body)).toContain(kind.toUpperCase());
  });

  it('ANR-35 a file in the official layout is made once for each version, however many ask', async () => {
    let made = 0;
    const portal = portalFor(play.house, {
      paperFile: async (kind, { title }) => {
        made += 1;
        return Buffer.from(`${kind} ${title.slice(0, 7)}`);
      },
    });
    const visitor = visitorOf(portal);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.get('/annual-reports/2024.pdf')));
    expect([made, ...answers.map(({ body }) => body)]).toEqual([1, ...Array(3).fill('pdf 青禾县人民政府')]);
    await play.keepReport({ ...SOUND, unit: '青禾县' }, { version: 2, correction: '机关名称' });
    expect((await visitor.get('/annual-reports/2024.pdf')).body).toBe('pdf 青禾县2024');
    await play.keepReport(SOUND, { version: 3, correction: '机关名称' });
  });

  it('ANR-1 has the six parts in order, each table below its own, every figure where the form prints it', async () => {
    const { body } = await get('2024');
    const at = SECTIONS.map((heading) => body.indexOf(`<h2>${heading}</h2>`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(body.match(/<table class="official/g)).toHaveLength(3);
    expect(body).toContain('rowspan="8"');
    expect(body).toContain('<td colspan="3" class="right">96.4275</td>');
  });

  it('ANR-56 draws the outcomes and the remedies with their names, every figure in words and in a table, without script', async () => {
    const { body } = await get('2024');
    const [first] = body.match(/<svg[\s\S]*?<\/svg>/g)!.filter((svg) => svg.includes('chart-outcomes'));
    expect(first).toContain('aria-labelledby="chart-outcomes" aria-describedby="chart-outcomes-told"');
    expect(first).toContain('<title id="chart-outcomes">申请的办理结果</title>');
    expect(first).toContain(
      '<desc id="chart-outcomes-told">予以公开 13 件，无法提供 8 件，部分公开 5 件，不予公开 4 件，不予处理 3 件，其他处理 2 件。</desc>',
    );
    expect(textOf(body)).toContain('无法提供8 件');
    expect(body).toContain('<title id="chart-remedy-results">2024 年行政复议、行政诉讼的结果</title>');
    expect(body).not.toContain('<title id="chart-received">');
  });

  it('ANR-5 a correction replaces the version before it and says what was corrected', async () => {
    await play.keepReport({ ...SOUND, year: 2023 });
    await play.keepReport(
      { ...withRow('2', [4, 0, 0, 0, 0, 0, 4]), year: 2023 },
      { version: 2, correction: '上年结转应为 4 件。' },
    );
    const { body } = await get('2023');
    expect(textOf(body)).toContain('更正说明：上年结转应为 4 件。');
    for (const kind of ['docx', 'pdf', 'xlsx'])
      expect((await get(`2023.${kind}`)).body).toContain('更正说明：上年结转应为 4 件。');
    expect((await get('2023.json')).json().table3.rows['2'][0]).toBe(4);
    expect(textOf((await get('2024')).body)).toContain('2023 年 33 件，2024 年 33 件。2023 年332024 年33看表格');
    expect(textOf(body)).not.toContain('每年新收申请');
    const list = await play.visitor.get('/annual-reports');
    expect(list.body.match(/href="\/annual-reports\/2023"/g)).toHaveLength(1);
    expect(textOf(list.body)).toContain('每年新收申请');
  });
});

describe('who may not', () => {
  it('PRT-5 nobody reads a report that is not published, in any format', async () => {
    await play.keepReport({ ...SOUND, year: 2022 }, { state: 'frozen', publishedAt: null, publishedBy: null });
    for (const path of ['2022', ...['json', 'docx', 'pdf', 'xlsx', 'csv'].map((kind) => `2022.${kind}`)])
      expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
    expect((await play.visitor.get('/annual-reports')).body).not.toContain('/annual-reports/2022');
  });

  it('PRT-5 while a correction is drawn up, the published version stands', async () => {
    await play.keepReport({ ...SOUND, year: 2021 });
    const draft = { version: 2, state: 'draft', frozen: null, publishedAt: null, correction: '拟更正' } as const;
    await play.keepReport({ ...SOUND, year: 2021 }, draft);
    const { body, statusCode } = await get('2021');
    expect([statusCode, body.includes('拟更正')]).toEqual([200, false]);
  });

  it('PRT-5 the report of another agency does not pass for the county’s', async () => {
    await play.keepReport({ ...SOUND, year: 2020, unit: '某镇' }, { agencyId: 'town' });
    expect((await get('2020')).statusCode).toBe(404);
  });

  it('no year that is none, in any format', async () => {
    for (const year of ['0000', '1999', '99999', '2024x', 'x', '2024.exe', '-2024', '２０２４'])
      expect([year, (await get(encodeURIComponent(year))).statusCode]).toEqual([year, 404]);
  });

  it('nobody writes markup through the text of a report', async () => {
    await play.keepReport(
      { ...SOUND, year: 2019, unit: HOSTILE, narrative: [{ heading: HOSTILE, text: HOSTILE }] },
      { correction: HOSTILE },
    );
    for (const path of ['/annual-reports/2019', '/annual-reports']) {
      const tags = elementsOf((await play.visitor.get(path)).body);
      expect(tags.filter((tag) => /^<(script|img)|\son\w+=/.test(tag))).toEqual([]);
    }
  });

  it('PRT-6 a published report is seen at once', async () => {
    expect((await get('2018')).statusCode).toBe(404);
    const before = await get('2024');
    await play.keepReport({ ...SOUND, unit: '改了名的县' }, { version: 4, correction: '机关名称' });
    const after = await get('2024');
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(after.body).toContain('改了名的县');
  });
});
