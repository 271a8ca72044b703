import { describe, expect, it } from 'vitest';
import { OPENING_COLUMNS, type OpeningForm, readOpeningForm } from './opening-form.ts';

const FORM: OpeningForm = {
  title: '示范县公共租赁住房管理办法',
  kind: '行政规范性文件',
  docNo: '示政发〔2023〕7号',
  issuer: '示范县人民政府',
  writtenOn: '2023年5月4日',
  publishedOn: '2023/5/8',
  effectiveOn: '2023-06-01',
  expiresOn: '',
  countedFrom: '',
  column: '',
  topic: '综合政务',
  genre: '办法',
  indexNo: '',
  text: '第一条\n\n第二条 <b>',
};
const faultsOf = (change: Partial<OpeningForm>) =>
  readOpeningForm({ ...FORM, ...change }, 'county').faults.map(({ key }) => key);

describe('结转的文件', () => {
  it('PUB-19 one line becomes the act that enters it; a normative document finds its column by itself', () => {
    expect(readOpeningForm(FORM, 'county').command).toEqual({
      verb: 'openWithBalance',
      agencyId: 'county',
      kind: 'normative',
      columns: ['catalogue.policy.normative'],
      publishedOn: '2023-05-08',
      bodyHtml: '<p>第一条</p><p>第二条 &lt;b&gt;</p>',
      particulars: expect.objectContaining({ writtenOn: '2023-05-04', effectiveOn: '2023-06-01', expiresOn: null }),
    });
  });

  it('PUB-116 what the form at the desk would not take is told field by field', () => {
    expect(faultsOf({ title: '题'.repeat(201), topic: '综'.repeat(51) })).toEqual(['title', 'topic']);
    expect(faultsOf({ title: '题'.repeat(200) })).toEqual([]);
  });

  it('PUB-19 kinds and columns are known by name as well', () => {
    const { command } = readOpeningForm({ ...FORM, kind: 'notice', column: '通知公告', indexNo: ' 旧-1 ' }, 'county');
    expect(command).toMatchObject({ kind: 'notice', columns: ['news.notices'], indexNo: '旧-1' });
  });

  it('PUB-19 every fault is told at once, each with what to do', () => {
    expect(faultsOf({ title: ' ', writtenOn: '去年', kind: '批示' })).toEqual(
      ['title', 'writtenOn', 'kind'].sort(order),
    );
    expect(faultsOf({ kind: 'notice' })).toEqual(['column']);
    expect(faultsOf({ column: '花边新闻' })).toEqual(['column']);
    expect(faultsOf({ expiresOn: '2023-02-30' })).toEqual(['expiresOn']);
    for (const { key, must } of OPENING_COLUMNS) expect(faultsOf({ [key]: '' }).includes(key)).toBe(must);
  });
});

const told = ['title', 'kind', 'column', 'writtenOn'];
function order(a: string, b: string): number {
  return told.indexOf(a) - told.indexOf(b);
}
