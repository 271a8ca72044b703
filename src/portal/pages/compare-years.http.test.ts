import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { SOUND, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import type { Paper } from '../../statute/paper.ts';
import { elementsOf, HOSTILE, type PortalPlay, portalPlay, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
const papers: Paper[] = [];
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db, {
    paperFile: async (kind, paper) => {
      papers.push(paper);
      return Buffer.from(kind);
    },
  });
});

const get = (path = '') => play.visitor.get(`/annual-reports/compare${path}`);

describe('the years of the county', () => {
  it('ANR-38 one year is nothing to compare, and the list of years leads nowhere', async () => {
    await play.keepReport();
    expect(textOf((await get()).body)).toContain('公布两年以上的年度报告后');
    expect((await get('.xlsx')).statusCode).toBe(404);
    expect((await play.visitor.get('/annual-reports')).body).not.toContain('/annual-reports/compare');
  });

  it('ANR-38 draws and tabulates every published year, says what changed and what cannot be compared', async () => {
    await play.keepReport({ ...withRow('1', [20, 0, 0, 0, 0, 0, 20]), year: 2023 });
    const { '3.6.1': _, '3.6.2': __, '3.6.3': ___, ...rows } = SOUND.table3.rows;
    const trial = { ...SOUND.table3, rows: { ...rows, '3.6': [2, 0, 0, 0, 0, 0, 2] } };
    await play.keepReport({ ...SOUND, year: 2020, format: '2019-trial', table2: null, table3: trial });
    const { body } = await get();
    const text = textOf(body);
    expect(body).toContain(
      '<th scope="row">本年新收（件）</th><td class="right">33</td><td class="right">20</td><td class="right">33</td><td class="right">+13</td>',
    );
    expect(text).toContain('行政许可处理决定（件）格式没有82418241持平');
    expect(text).toContain('对外公开总数量');
    expect(body).toContain('>2020 年 33 件，2023 年 20 件，2024 年 33 件。</desc>');
    expect(body).toContain('>2020 年 予以公开 13 件、部分公开 5 件、');
    expect(body.match(/<rect class="part-\d"/g)).toHaveLength(3 * 6);
    for (const path of ['/annual-reports', '/annual-reports/2024'])
      expect((await play.visitor.get(path)).body).toContain('href="/annual-reports/compare"');
  });

  it('ANR-38 the same as a sheet, made once until a report is published', async () => {
    papers.length = 0;
    const answers = await Promise.all([get('.xlsx'), get('.xlsx')]);
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [200, 'xlsx'],
      [200, 'xlsx'],
    ]);
    expect(answers[0]!.headers['content-type']).toContain('spreadsheetml');
    expect(papers).toHaveLength(1);
    await play.keepReport({ ...SOUND, year: 2022 });
    await get('.xlsx');
    expect(JSON.stringify(papers[1])).toContain('2022 年');
    expect(textOf((await get()).body)).toContain('2022 年');
  });
});

describe('who may not', () => {
  it('PRT-5 nobody compares a year that is not published, nor another agency’s', async () => {
    await play.keepReport({ ...SOUND, year: 2021 }, { state: 'frozen', publishedAt: null, publishedBy: null });
    await play.keepReport({ ...SOUND, year: 2019, unit: '某镇' }, { agencyId: 'town' });
    const { body } = await get();
    expect(body).toContain('class="right">2022 年</th>');
    for (const hidden of ['class="right">2021 年</th>', '2019 年', '某镇']) expect(body).not.toContain(hidden);
  });

  it('nobody writes markup through the name of an agency', async () => {
    await play.keepReport({ ...SOUND, year: 2018, unit: HOSTILE });
    const tags = elementsOf((await get()).body);
    expect(tags.filter((tag) => /^<(script|img)|\son\w+=/.test(tag))).toEqual([]);
  });

  it('no other kind of file is made', async () => {
    for (const kind of ['.pdf', '.exe', '.json']) expect((await get(kind)).statusCode).toBe(404);
  });
});
