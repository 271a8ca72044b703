/** One table for all who read Word: the check of hidden words, the reading of a draft, the reading of a report. */
import { describe, expect, it } from 'vitest';
import { para, run, wordFile } from '../../../../test/support/word-file.ts';
import { docxHtml } from '../docx-html.ts';
import { fileContent } from '../file-content.ts';
import { wordBody } from './word-body.ts';

const style = (id: string, look: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}">${more}<w:rPr>${look}</w:rPr></w:style>`;
const named = (id: string) => `<w:rStyle w:val="${id}"/>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (cells: string, properties = '', row = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr><w:trPr>${row}</w:trPr>${cells}</w:tr></w:tbl>`;
const box = (content: string, properties = '') =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:drawing><wp:inline><w:txbxContent>${content}</w:txbxContent></wp:inline></w:drawing></w:r></w:p>`;
const HIDING = style('Gone', '<w:vanish/>');
const BASED = `${HIDING}${style('p', '', '<w:basedOn w:val="Gone"/>')}`;
const WHITE = '<w:color w:val="FFFFFF"/>';
const DARK = '<w:shd w:val="clear" w:fill="1F4E79"/>';
const GRID = '<w:style w:type="table" w:styleId="Grid"><w:tblPr/></w:style>';
const TINTED =
  '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>';
const words = (look = '', paragraph = '') => para(run('张三', look), paragraph);

type Case = readonly [name: string, why: string | null, body: string, sheet?: string];

/** Why the words are not seen; null where they are. */
const CASES: readonly Case[] = [
  ['as they are', null, words()],
  ['hidden', 'vanish', words('<w:vanish/>')],
  ['hidden, in so many words', 'vanish', words('<w:vanish w:val="true"></w:vanish>')],
  ['not hidden after all', null, words('<w:vanish w:val="0"/>')],
  ['hidden only on the web', null, words('<w:webHidden/>')],
  ['hidden before a revision of the look', null, words('<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')],
  [
    'hidden before a revision of the paragraph',
    null,
    words('', '<w:pPrChange><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:pPrChange>'),
    HIDING,
  ],
  ['whose paragraph has a hidden mark', null, words('', '<w:rPr><w:vanish/></w:rPr>')],
  ['filled with nothing', 'vanish', words('<w14:textFill><w14:noFill/></w14:textFill>')],
  ['in a style that hides', 'vanish', words('', '<w:pStyle w:val="Gone"/>'), HIDING],
  ['in a style based on one that hides', 'vanish', words('', '<w:pStyle w:val="p"/>'), BASED],
  ['in a style of letters that hides', 'vanish', words(named('Gone')), HIDING],
  ['shown in a paragraph that hides', null, words('<w:vanish w:val="0"/>', '<w:pStyle w:val="Gone"/>'), HIDING],
  ['in another style', null, words('', '<w:pStyle w:val="q"/>'), HIDING + style('q', '<w:b/>')],
  [
    'in the style of every paragraph',
    'vanish',
    words('', '<w:pStyle w:val="none"/>'),
    HIDING.replace('<w:style ', '<w:style w:default="1" '),
  ],
  [
    'by the defaults of the document',
    'vanish',
    words(),
    '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>',
  ],
  ['in a style that goes round', null, words('', '<w:pStyle w:val="a"/>'), style('a', '', '<w:basedOn w:val="a"/>')],
  ['under a black marker', 'blacked', words('<w:highlight w:val="black"/>')],
  ['white under a black marker', null, words(`<w:highlight w:val="black"/>${WHITE}`)],
  ['under a yellow marker', null, words('<w:highlight w:val="yellow"/>')],
  ['yellow under a yellow marker', 'blacked', words('<w:highlight w:val="yellow"/><w:color w:val="FFFF00"/>')],
  ['black on black', 'blacked', words('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')],
  ['nearly black on black', 'blacked', words('<w:color w:val="101010"/><w:shd w:val="clear" w:fill="000000"/>')],
  [
    'black under a solid pattern',
    'blacked',
    words('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/>'),
  ],
  ['on a black shade, which Word writes in white', null, words('<w:color w:val="auto"/><w:shd w:fill="000000"/>')],
  [
    'in the colour of the shade of the paragraph',
    'blacked',
    words('<w:color w:val="FF0000"/>', '<w:shd w:fill="FF0000"/>'),
  ],
  ['white on paper', 'white', words(WHITE)],
  ['white by the style', 'white', words('', '<w:pStyle w:val="w"/>'), style('w', WHITE)],
  ['white on a dark shade', null, words(`${WHITE}${DARK}`)],
  ['white in a dark paragraph', null, words(WHITE, DARK)],
  ['white in a cell of no colour', 'white', table(cell(words(WHITE)))],
  ['white in a dark cell', null, table(cell(words(WHITE), DARK))],
  [
    'white in a cell whose table has lines alone',
    'white',
    table(cell(words(WHITE)), '<w:tblStyle w:val="Grid"/>'),
    GRID,
  ],
  ['white in a table whose style has colours', null, table(cell(words(WHITE)), '<w:tblStyle w:val="Dark"/>'), TINTED],
  ['white in a table whose style nobody knows', null, table(cell(words(WHITE)), '<w:tblStyle w:val="x"/>')],
  ['white in a box', null, box(words(WHITE))],
  ['in a box in hidden words', 'vanish', box(words(), '<w:vanish/>')],
  [
    'in a drawing that is not shown',
    'vanish',
    box(words()).replace('<wp:inline>', '<wp:inline><wp:docPr hidden="1"/>'),
  ],
  [
    'after a box in their run',
    'vanish',
    para(
      `<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>${para(run(''))}</w:txbxContent></w:pict><w:t>张三</w:t></w:r>`,
    ),
  ],
  ['a point high', 'tiny', words('<w:sz w:val="2"/>')],
  ['squeezed to a line', 'tiny', words('<w:w w:val="1"/>')],
  ['in a hidden row', 'row', table(cell(words()), '', '<w:hidden/>')],
  ['in a row that is not hidden', null, table(cell(words()), '', '<w:hidden w:val="0"/>')],
];

describe('FIL-14, FIL-21, PUB-42, PUB-101, ANR-61 words', () => {
  it.each(CASES.map(([name, why, body, sheet = '']) => ({ name, why, body, sheet })))(
    '$name: $why',
    async ({ why, body, sheet }) => {
      const file = wordFile(`${para(run('看得见'))}${body}`, { 'word/styles.xml': `<w:styles>${sheet}</w:styles>` });
      const shown = sheet.includes('rPrDefault') || sheet.includes('w:default') ? '' : '看得见';
      const content = await fileContent('docx', file);
      expect(content.form === 'office' && [...content.unseen]).toEqual(why === null ? [] : [why]);
      const draft = wordBody(file);
      if (typeof draft === 'string') throw new Error(draft);
      expect(draft.html.replace(/<[^>]*>/g, '')).toBe(why === null ? '看得见张三' : shown);
      expect(draft.traces.hidden > 0).toBe(why !== null);
      expect(docxHtml(file)!.replace(/<[^>]*>/g, '')).toBe(why === null ? '看得见张三' : shown);
    },
  );

  it('by whatever prefix the names of Word go, and in notes and headers', async () => {
    const hidden = words('<w:vanish/>').replaceAll('w:', 'x:');
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/header1.xml']) {
      const content = await fileContent('docx', wordFile('', { [part]: hidden }));
      expect(content.form === 'office' && [...content.unseen]).toEqual(['vanish']);
    }
  });
});
