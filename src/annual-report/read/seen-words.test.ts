/** What a person does not see is no figure, the number of a note is none, and what was not found is named. */
import { expect, it } from 'vitest';
import { printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { webPage } from '../../../test/support/report-layouts/web-layouts.ts';
import { zipOf } from '../../../test/support/zip.ts';
import { docxHtml } from '../../platform/papers/docx-html.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from './read-report.ts';

const printed = printReport(seeded(900));
const PAGE = webPage(printed);
const read = (page: string) => {
  const report = readReport(new TextEncoder().encode(page));
  if (isRefusal(report)) throw new Error(report.says);
  return report;
};
/** Every figure with something behind it. */
const behind = (extra: string, page = PAGE) => page.replace(/(<td[^>]*>)(\d+)<\/td>/g, `$1$2${extra}</td>`);
const RULES_ELSEWHERE = PAGE.replace('</head>', '<link rel="stylesheet" href="a.css"></head>');
const styled = (css: string) => PAGE.replace('</head>', `<style>${css}</style></head>`);

it.each([
  ['a class of the page', behind('<i class="x">9</i>', styled('.x{display:none}'))],
  [
    'one of several classes, in a list of selectors',
    behind('<i class="a x">9</i>', styled('p, i.x {visibility:hidden}')),
  ],
  ['letters of no size', behind('<span style="font-size:0">9</span>')],
  ['white on white', behind('<font color="#FFFFFF">9</font>')],
  [
    'white on the white of its cell in a dark row',
    behind('<b style="color:#fff">9</b>', PAGE.replace(/<td/g, '<td style="background:#fff"')),
  ],
  ['no colour at all', behind('<i style="color:transparent">9</i>')],
  ['far outside the page', behind('<i style="position:absolute;left:-9999px">9</i>')],
  ['the number of a note, raised', behind('<span style="vertical-align:super">3</span>')],
  [
    'the number of a note, raised by a class',
    behind('<em class="n">3</em>', styled('.n{vertical-align:4px;font-size:60%}')),
  ],
  ['an older table that is not shown', PAGE.replace('<body>', `<body><div style="display:none">${behind('7')}</div>`)],
])('ANR-61 figures stand as they are seen beside %s', (_, page) => {
  expect(score(printed.figures, read(page))).toMatchObject({ wrong: [], undecided: 0 });
});

it.each([
  [
    'white, where styles from elsewhere may darken the ground',
    behind('<b style="color:#fff">9</b>', PAGE.replace('<head>', '<head><link rel="stylesheet" href="a.css">')),
  ],
  ['hidden by a rule for some screens', behind('<i class="x">9</i>', styled('@media print { .x {display:none} }'))],
  ['hidden by a rule of several parts', behind('<i class="x">9</i>', styled('.on .x {display:none}'))],
  ['smaller than the figure before it', behind('<font size="1">4</font>')],
  ['before the figure, raised', PAGE.replace(/(<td[^>]*>)(\d+)<\/td>/g, '$1<sup>1</sup>$2</td>')],
])('ANR-61 figures are undecided, never wrong, beside one that is %s', (_, page) => {
  const { wrong, undecided } = score(printed.figures, read(page));
  expect([wrong, undecided > 100]).toEqual([[], true]);
});

it('ANR-61 white figures on a dark ground are read', () => {
  const page = PAGE.replace(/<td([^>]*)>(\d+)<\/td>/g, '<td$1 style="background:#1a4f8b;color:#fff">$2</td>');
  expect(score(printed.figures, read(page))).toMatchObject({ wrong: [], undecided: 0 });
});

it('ANR-61 a table that is a picture, and a row that was not found, are undecided', () => {
  const pictured = read(
    PAGE.replace(/<table[^>]*><tr><td[^>]*>（本列数据[\s\S]*?<\/table>/, '<p><img src="a.png"></p>'),
  );
  expect(pictured.undecided).toContain('/table3/rows/3.1/0');
  const unknown = read(PAGE.replace(/<tr>(?:(?!<\/tr>)[\s\S])*重复\s?申请[\s\S]*?<\/tr>/, ''));
  expect(unknown.undecided.filter((where) => where.startsWith('/table3/rows/3.5.2/'))).toHaveLength(7);
});

const run = (properties: string, words: string) => `<w:r><w:rPr>${properties}</w:rPr>${words}</w:r>`;
const t = (words: string) => `<w:t>${words}</w:t>`;
it.each([
  [
    'a raised number',
    run('', t('12')) + run('<w:position w:val="6"/><w:sz w:val="12"/>', t('3')),
    '12<sup><span style="font-size:6pt">3</span></sup>',
  ],
  ['hidden letters', run('', t('12')) + run('<w:vanish/>', t('3')), '12'],
  [
    'figures struck out, which nothing hides',
    run('', t('12')) + run('<w:strike/><w:dstrike w:val="false"/><w:vanish w:val="0"/>', t('3')),
    '12',
  ],
  ['hidden letters in another style', run('', t('12')) + run('<w:rStyle w:val="Bold"/><w:vanish/>', t('3')), '12'],
  ['a hidden sign', run('<w:vanish/>', '<w:sym w:font="Symbol" w:char="F034"/>') + run('', t('12')), '12'],
  [
    'letters that were hidden before a revision',
    run('<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>', t('12')),
    '12',
  ],
  ['letters hidden by their style', run('', t('12')) + run('<w:rStyle w:val="Gone"/>', t('3')), '12'],
  ['white letters', run('', t('12')) + run('<w:color w:val="FFFFFF"/>', t('3')), '12'],
  [
    'white letters on a dark ground',
    run('<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>', t('3')),
    '<span style="color:#FFFFFF;background:#1F4E79">3</span>',
  ],
  ['digits of the font Symbol', run('', '<w:sym w:font="Symbol" w:char="F034"/>'), '4'],
  ['a picture of another font', run('', '<w:sym w:font="Wingdings" w:char="F034"/>'), '\ufffd'],
])('ANR-61 Word: %s', (_, runs, html) => {
  const cell = `<w:tbl><w:tr><w:tc><w:p>${runs}</w:p></w:tc></w:tr></w:tbl>`;
  const style = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>';
  const file = zipOf([
    { name: 'word/document.xml', content: `<w:document><w:body>${cell}</w:body></w:document>` },
    { name: 'word/styles.xml', content: `<w:styles>${style}</w:styles>` },
  ]);
  expect(docxHtml(file)?.replace('<img>', '')).toContain(`<td colspan="1" rowspan="1"><p>${html}</p></td>`);
});

it.each([
  ['white on white', (figure: string) => `<td style="color:#fff">${figure}</td>`],
  ['hidden in its place', (figure: string) => `<td style="visibility:hidden">${figure}</td>`],
  ['not shown', (figure: string) => `<td><i style="display:none">${figure}</i></td>`],
  ['struck out', (figure: string) => `<td><s>${figure}</s></td>`],
  ['no more than the number of a note', () => '<td><sup>1</sup></td>'],
])('ANR-61 a cell whose only figure is %s is open and not blank', (_, cell) => {
  const page = PAGE.replace(/<td([^>]*)>([\d.]+)<\/td>/g, (_, spans, figure) =>
    cell(figure).replace('<td', `<td${spans}`),
  );
  const { wrong, right } = score(printed.figures, read(page));
  expect([wrong, right]).toEqual([[], 0]);
});

it.each([
  ['a rule for some elements hides', behind('<i>9</i>', styled('td i:first-of-type{display:none}'))],
  ['a style prints behind the figure', PAGE.replace('</head>', '<style>td::after{content:"9"}</style></head>')],
  [
    'a class named as notes are, whose rules stand elsewhere, may raise',
    behind('<i class="note">9</i>', RULES_ELSEWHERE),
  ],
])('ANR-61 a digit that %s leaves its figure open', (_, page) => {
  const { wrong, undecided } = score(printed.figures, read(page));
  expect(wrong).toEqual([]);
  expect(undecided).toBeGreaterThan(150);
});

it('ANR-61 a merged 0 is nothing each only where its row adds up', () => {
  const { label } = printed.table3.find(({ code }) => code === '3.5.1')!;
  const row = (cells: string) => {
    const [before, after] = PAGE.split(`${label}</td>`) as [string, string];
    return `${before}${label}</td>${cells}${after.slice(after.indexOf('</tr>'))}`;
  };
  const cells = (page: string) => {
    const { table3, undecided } = read(page);
    return undecided.some((pointer) => pointer.includes('/3.5.1/')) ? 'open' : table3.rows['3.5.1'];
  };
  const merged = '<td>5</td><td colspan="3">0</td><td>1</td><td>0</td>';
  expect(cells(row(`${merged}<td>6</td>`))).toEqual([5, 0, 0, 0, 1, 0, 6]);
  expect(cells(row(`${merged}<td>9</td>`))).toBe('open');
});
