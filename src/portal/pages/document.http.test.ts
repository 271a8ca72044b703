import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { civil } from '../../statute/civil-date.ts';
import { elementsOf, HOSTILE, type PortalPlay, portalPlay, SITE, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
});

const page = async (id: string) => play.visitor.get(`/documents/${id}`);

describe('a document', () => {
  it('PRT-7 tells machines the seven tags of an article, those of its column, and schema.org', async () => {
    const id = await play.show({
      columns: ['catalogue.policy'],
      particulars: { title: '关于河道保洁的通知', keywords: ['河道', '保洁'], summary: '河道由各镇保洁。' },
    });
    const { body } = await page(id);
    const tag = (name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(body)?.[1];
    expect(tag('ArticleTitle')).toBe('关于河道保洁的通知');
    expect(tag('PubDate')).toMatch(/^2024-03-01 10:\d\d$/);
    expect(tag('ContentSource')).toBe('县政府办公室');
    expect(tag('Keywords')).toBe('河道，保洁');
    expect(tag('Description')).toBe('河道由各镇保洁。');
    expect(tag('Url')).toBe(`${SITE.url}/documents/${id}`);
    expect(tag('ColumnName')).toBe('政策文件');
    expect(tag('ColumnType')).toBe('信息公开，政策文件');
    const linked = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)![1]!);
    expect(linked).toMatchObject({ '@type': 'DigitalDocument', name: '关于河道保洁的通知', inLanguage: 'zh-CN' });
  });

  it('shows its particulars, its text and what it belongs to', async () => {
    const policy = await play.show({
      kind: 'normative',
      columns: ['catalogue.policy.normative'],
      particulars: {
        title: '河道保洁办法',
        docNo: '示政规〔2024〕3号',
        topic: '水利',
        genre: '通知',
        effectiveOn: civil('2024-03-01'),
        expiresOn: civil('2029-02-28'),
      },
    });
    const about = await play.show({
      kind: 'interpretation',
      columns: ['catalogue.interpretation'],
      relations: [{ kind: 'interprets', to: policy }],
      particulars: { title: '一图读懂河道保洁办法' },
    });
    const read = textOf((await page(policy)).body);
    expect(read).toContain('示政规〔2024〕3号');
    expect(read).toContain('有效');
    expect(read).toContain('一图读懂河道保洁办法');
    expect((await page(about)).body).toContain(`href="/documents/${policy}"`);
  });

  it('PRT-6 keeps the live edition while the next is edited; then the new one stands with what was changed', async () => {
    const particulars = particularsOf({ title: '第一版', issuer: '县政府办公室', writtenOn: civil('2024-03-01') });
    const id = await play.show({ particulars });
    const next = { ...particulars, title: '第二版' };
    await page(id);
    await play.tell({
      verb: 'revise',
      documentId: id,
      particulars: next,
      bodyHtml: '<p>新。</p>',
      changeNote: '更正了日期',
    });
    expect((await page(id)).body).toContain('第一版');
    await play.tell({ verb: 'publish', documentId: id });
    const { body } = await page(id);
    expect(body).toContain('第二版');
    expect(body).not.toContain('第一版');
    expect(textOf(body)).toContain('更正了日期');
  });

  it('says above the text that a document is no longer in force, from which day and by what', async () => {
    const id = await play.show({
      kind: 'normative',
      columns: ['catalogue.policy.normative'],
      particulars: {
        title: '旧办法',
        docNo: '示政规〔2024〕4号',
        topic: '水利',
        genre: '通知',
        effectiveOn: civil('2024-03-01'),
      },
    });
    expect((await page(id)).body).not.toContain('已废止');
    await play.tell({
      verb: 'repeal',
      documentId: id,
      how: 'repealed',
      on: civil('2024-03-02'),
      by: '示政发〔2024〕9号',
    });
    play.on('2024-03-05');
    expect(textOf((await page(id)).body)).toContain('已废止：自2024年3月2日起，依据示政发〔2024〕9号。');
  });

  it('keeps tables and headings of a text, and shows what was typed as text', async () => {
    const id = await play.show({
      bodyHtml: `<h2>附表</h2><table><tr><td colspan="2">合计</td></tr></table><p onclick="x()">甲</p><script>alert(1)</script>`,
      particulars: { title: HOSTILE, summary: HOSTILE, issuer: HOSTILE, keywords: [HOSTILE] },
    });
    for (const path of [`/documents/${id}`, '/', '/columns/news.headlines', '/search?q=alert']) {
      const { body } = await play.visitor.get(path);
      expect(elementsOf(body).filter((tag) => /^<(script(?! type| src="" defer)|img|textarea)|\son/.test(tag))).toEqual(
        [],
      );
    }
    const { body } = await page(id);
    expect(body).toContain('<td colspan="2">合计</td>');
    expect(body).toContain('<h1 class="document-title">&#34;&#39;>&lt;script>alert(1)&lt;/script>');
  });
});

describe('who may not', () => {
  it('PRT-5 nobody reads a draft, nor learns that there is one', async () => {
    const { id } = await play.draft({ particulars: { title: '还在起草' } });
    const [draft, unknown] = [await page(id), await page('no-such-document')];
    expect([draft.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(draft.body.replaceAll(id, '')).toBe(unknown.body.replaceAll('no-such-document', ''));
  });

  it('PRT-5 nobody reads what was withdrawn: the address says so and why, without text, explanation or name', async () => {
    const id = await play.show({ bodyHtml: '<p>不该上网的正文。</p>', particulars: { title: '误发的信息' } });
    const related = await play.show({ relations: [{ kind: 'amends', to: id }], particulars: { title: '提到它的' } });
    expect((await page(id)).statusCode).toBe(200);
    expect((await page(related)).body).toContain('误发的信息');
    await play.tell({ verb: 'withdraw', documentId: id, reason: 'error', explanation: '内部说明' });
    const gone = await page(id);
    expect(gone.statusCode).toBe(410);
    expect(textOf(gone.body)).toContain('该信息因内容有误已撤回，更正后将重新发布。');
    for (const path of [
      `/documents/${id}`,
      `/documents/${related}`,
      '/',
      '/columns/news.headlines',
      '/search?q=误发的信息',
      '/figures/2024/items',
    ])
      expect([path, /不该上网|内部说明|>误发的信息</.test((await play.visitor.get(path)).body)]).toEqual([path, false]);
  });

  it('a merged document leads to the one it went into', async () => {
    const [kept, merged] = [await play.show(), await play.show()];
    await play.tell({ verb: 'withdraw', documentId: merged, reason: 'merged', explanation: '重复', mergedInto: kept });
    expect((await page(merged)).body).toContain(`href="/documents/${kept}"`);
  });
});
