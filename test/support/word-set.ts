/**
 * 稿件一组 [PUB-69]: Word files of different make with words of our own. Two were saved by LibreOffice and lie in `test/word-set/`; the others are made
 * here, by the `docx` library or part by part as WPS, Word and small programs write them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { field, hand, td } from './word-by-hand.ts';
import { line, para, run } from './word-file.ts';
import { WORD_SET_FURTHER } from './word-set-further.ts';

const FOLDER = join(process.cwd(), 'test', 'word-set');

const saved = (name: string) => async () => readFileSync(join(FOLDER, `${name}.docx`));
type Children = ConstructorParameters<typeof Document>[0]['sections'][number]['children'];
const made = (children: Children, more: Partial<ConstructorParameters<typeof Document>[0]> = {}) =>
  Packer.toBuffer(new Document({ ...more, sections: [{ children }] }));
const text = (words: string) => new Paragraph({ children: [new TextRun(words)] });
const cell = (words: string, more: object = {}) => new TableCell({ ...more, children: [text(words)] });
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const WORD_SET: Readonly<Record<string, () => Promise<Buffer>>> = {
  'libreoffice-notice': saved('libreoffice-notice'),
  'libreoffice-notes': saved('libreoffice-notes'),
  'library-merged-table': () =>
    made([
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('收费标准')] }),
      new Table({
        rows: [
          new TableRow({ tableHeader: true, children: [cell('类别', { columnSpan: 2 }), cell('金额')] }),
          new TableRow({
            children: [cell('甲类', { verticalMerge: VerticalMergeType.RESTART }), cell('一'), cell('10元')],
          }),
          new TableRow({
            children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('二'), cell('20元')],
          }),
        ],
      }),
    ]),
  'library-nested-lists': () =>
    made([
      ...(
        [
          ['材料', 0],
          ['身份证', 1],
          ['复印件', 2],
          ['申请表', 1],
          ['时限', 0],
        ] as const
      ).map(([words, level]) => new Paragraph({ bullet: { level }, children: [new TextRun(words)] })),
      text('以上。'),
    ]),
  'library-numbered-headings': () =>
    made(
      ['总则', '适用', '罚则'].map(
        (words, n) =>
          new Paragraph({
            heading: n === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1,
            numbering: { reference: 'chapters', level: n === 1 ? 1 : 0 },
            children: [new TextRun(words)],
          }),
      ),
      {
        numbering: {
          config: [
            {
              reference: 'chapters',
              levels: [
                { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1章　' },
                { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
              ],
            },
          ],
        },
      },
    ),
  'library-footnotes': () =>
    made(
      [
        new Paragraph({
          children: [new TextRun('本办法所称困难家庭'), new FootnoteReferenceRun(1), new TextRun('由乡镇认定。')],
        }),
      ],
      {
        footnotes: { 1: { children: [text('指人均收入低于当地标准的家庭。')] } },
      },
    ),
  'library-links-alignment': () =>
    made([
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: '公告', bold: true })] }),
      new Paragraph({
        children: [
          new TextRun('详见'),
          new ExternalHyperlink({ link: 'https://www.gov.cn/', children: [new TextRun('中国政府网')] }),
          new ExternalHyperlink({ link: 'file:///C:/a.docx', children: [new TextRun('底稿')] }),
        ],
      }),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun('2026年3月4日')] }),
    ]),
  'library-picture': () =>
    made([
      new Paragraph({
        children: [
          new TextRun('示意图：'),
          new ImageRun({
            type: 'png',
            data: PIXEL,
            transformation: { width: 20, height: 20 },
            altText: { name: '图', title: '图', description: '办理流程示意' },
          }),
        ],
      }),
    ]),
  'library-header-footer': async () =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [text('页眉：示例县')] }) },
            footers: { default: new Footer({ children: [text('第1页')] }) },
            children: [text('正文只有一句。')],
          },
        ],
      }),
    ),
  'library-contents': () =>
    made([
      new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' }),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('目录之后')] }),
    ]),
  'word-red-head': hand(
    line('示例县人民政府文件', '<w:jc w:val="center"/>') +
      line('示政发〔2026〕3号', '<w:jc w:val="center"/>') +
      para('<w:r><w:pict><v:line from="0,0" to="400,0" strokecolor="red"/></w:pict></w:r>') +
      line('示例县人民政府关于印发办法的通知', '<w:jc w:val="center"/>') +
      line('各乡镇人民政府：') +
      line('现予印发，请遵照执行。') +
      line('示例县人民政府', '<w:jc w:val="right"/>') +
      line('2026年3月4日', '<w:jc w:val="end"/>') +
      line('（此件公开发布）'),
  ),
  'word-changes-comments': hand(
    para(
      `${run('补贴')}<w:del w:id="1"><w:r><w:delText>五百</w:delText></w:r></w:del><w:ins w:id="2">${run('六百')}</w:ins>${run('元。')}<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
    ) + para(`<w:moveFrom w:id="3">${run('移走')}</w:moveFrom><w:moveTo w:id="4">${run('移来。')}</w:moveTo>`),
    {
      comments: '<w:comment w:id="1"><w:p><w:r><w:t>请局长定</w:t></w:r></w:p></w:comment>',
    },
  ),
  'word-text-box': hand(
    para(
      `${run('正文在前。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${line('框内：咨询时间')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${line('框内：咨询时间')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ) + line('正文在后。'),
  ),
  'word-fields': hand(
    para(
      `${run('共')}${field(' NUMPAGES ', '3')}${run('页，见')}${field(' HYPERLINK "https://www.gov.cn/" ', '政策库')}${run('。')}`,
    ) + para(`<w:fldSimple w:instr=" DATE ">${run('2026年3月4日')}</w:fldSimple>`),
  ),
  'word-symbols-hyphens': hand(
    para(
      `<w:r><w:t>面积≥100㎡，误差±5％；在线</w:t><w:softHyphen/><w:t>办理，电话0000</w:t><w:noBreakHyphen/><w:t>6601306，</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t></w:r>`,
    ),
  ),
  'word-hidden': hand(
    para(run('公开。') + run('内部掌握', '<w:vanish/>')) +
      para(run('H') + run('2', '<w:vertAlign w:val="subscript"/>') + run('O')),
  ),
  'wps-namespaces': hand(
    `<w:p xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" w:rsidR="001"><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>申请条件</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>` +
      `<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">本县户籍 </w:t></w:r><w:r><w:t>满一年。</w:t></w:r></w:p><w:sdt><w:sdtContent>${line('控件里的一句。')}</w:sdtContent></w:sdt>`,
    {
      styles: '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>',
    },
  ),
  'wps-vertical-merge': hand(
    `<w:tbl><w:tr>${td('镇', '<w:vMerge w:val="restart"/>')}${td('村一')}</w:tr><w:tr>${td('', '<w:vMerge/>')}${td('村二')}</w:tr><w:tr>${td('合计', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
  ),
  'small-program': hand(
    line('没有样式、没有编号，') + para(run('只有') + run('两段', '<w:b/><w:u w:val="single"/>') + run('。')),
  ),
  ...WORD_SET_FURTHER,
};
