/** 稿件一组，续 [PUB-69]: what offices write that was once lost without a word, or came in otherwise than a person sees it. */
import { field, hand, td } from './word-by-hand.ts';
import { line, para, run } from './word-file.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const level = (n: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${420 * (n + 1)}" w:hanging="420"/></w:pPr></w:lvl>`;
const scheme = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, more = '', of = id) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (words: string, id: number, n = 0) =>
  line(words, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${id}"/></w:numPr>`);
const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const fonted = (words: string, font: string) => run(words, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
const styled = (words: string, style: string) => run(words, `<w:rStyle w:val="${style}"/>`);
const style = (kind: string, id: string, look: string) =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${look}</w:rPr></w:style>`;
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const letter = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
const formula = (inner: string) => `<m:oMath>${inner}</m:oMath>`;
const picture = (alt: string, cut = '', form = '') =>
  para(
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="${alt}"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:blipFill><a:blip r:embed="dot"/>${cut}</pic:blipFill><pic:spPr><a:xfrm${form}/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );
const toc = (words: string, page: string) =>
  para(
    `${run(words)}<w:r><w:tab/></w:r>${run(page)}`,
    '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>',
  );

export const WORD_SET_FURTHER: Readonly<Record<string, () => Promise<Buffer>>> = {
  'word-number-formats': hand(
    item('总体要求', 1) +
      item('指导思想', 1, 1) +
      item('依法。', 1, 2) +
      item('便民。', 1, 2) +
      item('保障', 1) +
      item('组织', 1, 1) +
      item('法式', 2) +
      item('全用数字', 2, 1) +
      item('取自列表样式', 4) +
      item('只改了这一列的写法', 5) +
      item('第一百零一', 6) +
      item('全角', 7) +
      item('带括号', 8),
    {
      numbering:
        scheme(
          1,
          level(0, 'chineseCountingThousand', '%1、') +
            level(1, 'chineseCountingThousand', '（%2）') +
            level(2, 'decimal', '%3.'),
        ) +
        scheme(2, level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
        scheme(3, `<w:styleLink w:val="L"/>${level(0, 'ideographTraditional', '%1、')}`) +
        scheme(4, '<w:numStyleLink w:val="L"/>') +
        scheme(5, level(0, 'decimal', '%1.')) +
        scheme(6, level(0, 'japaneseCounting', '第%1条').replace('<w:start w:val="1"/>', '<w:start w:val="101"/>')) +
        scheme(7, level(0, 'decimalFullWidth', '%1．')) +
        scheme(8, level(0, 'decimalEnclosedParen', '%1')) +
        [1, 2, 3, 4, 6, 7, 8].map((id) => list(id)).join('') +
        list(5, `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1、')}</w:lvlOverride>`),
    },
  ),
  'word-direction': hand(
    para(
      `<w:dir w:val="rtl">${run('مرحبا', '<w:rtl/>')}</w:dir><w:bdo w:val="ltr">${run('照次序')}</w:bdo>${run('。')}`,
    ),
  ),
  'word-styled-looks': hand(
    line('整段', '<w:pStyle w:val="段"/>') +
      para(
        `${run('照常')}${styled('粗', '粗')}${styled('斜', '斜')}${styled('线', '线')}${styled('划去', '删')}m${styled('2', '上')}${styled('abc', '大')}${run('不粗', '<w:rStyle w:val="粗"/><w:b w:val="0"/>')}`.replace(
          'm<',
          `${run('m')}<`,
        ),
      ),
    {
      styles: [
        style('paragraph', '段', '<w:b/>'),
        ...[
          style('character', '粗', '<w:b/>'),
          style('character', '斜', '<w:i/>'),
          style('character', '线', '<w:u w:val="single"/>'),
        ],
        ...[style('character', '删', '<w:strike/>'), style('character', '上', '<w:vertAlign w:val="superscript"/>')],
        style('character', '大', '<w:caps/>'),
      ].join(''),
    },
  ),
  'word-fonts-of-signs': hand(
    para(
      `${fonted('þ', 'Wingdings')}${run('同意')}${fonted('\uf0a8', 'Wingdings')}${run('不同意')}${fonted('R', 'Wingdings 2')}${run('已阅')}${sign('Wingdings 2', 'F0A3')}${run('未阅')}${fonted('a', 'Symbol')}${sign('Symbol', 'F028')}${sign('Webdings', 'F0E5')}`,
    ),
  ),
  'word-drop-cap': hand(
    line('首', '<w:framePr w:dropCap="drop" w:lines="3"/>') +
      line('字下沉的一段。') +
      line('框里一段。', '<w:framePr w:w="2000"/>'),
  ),
  'word-formulas': hand(
    para(
      `${formula(`<m:rad><m:deg>${letter('3')}</m:deg><m:e>${letter('x')}</m:e></m:rad>`)}${run('，')}${formula(`<m:acc><m:accPr><m:chr m:val="̂"/></m:accPr><m:e>${letter('y')}</m:e></m:acc>`)}${run('，')}${formula(`<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>${letter('z')}</m:e></m:bar>`)}${run('，')}${formula(`<m:eqArr><m:e>${letter('x=1')}</m:e><m:e>${letter('y=2')}</m:e></m:eqArr>`)}${run('，')}${formula(`<m:sPre><m:sub>${letter('1')}</m:sub><m:sup>${letter('2')}</m:sup><m:e>${letter('H')}</m:e></m:sPre>`)}`,
    ),
  ),
  'word-cut-pictures': hand(
    picture('整张') +
      picture('裁去左边', '<a:srcRect l="25000" b="-5000"/>') +
      picture('转过来', '', ' rot="5400000" flipH="1"') +
      para(
        '<w:r><w:pict><v:shape style="width:9pt;rotation:180" alt="旧式"><v:imagedata r:id="dot" cropright="16384f"/></v:shape></w:pict></w:r>',
      ),
    {},
    { dot: PIXEL },
  ),
  'word-drawn-fields': hand(
    para(
      `${run('见')}${field('eq \\o\\ac(○,1)', '').replace('<w:t></w:t>', '')}${run('和')}${field('EQ \\o \\ac (○, 甲)', '').replace('<w:t></w:t>', '')}${run('，')}${field('EQ \\f(1,2)', '').replace('<w:t></w:t>', '')}${run('。')}`,
    ),
  ),
  'word-contents-kept': hand(
    control(
      '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
      line('目录') + line('总则1') + line('附则2'),
    ) + line('总则', '<w:outlineLvl w:val="0"/>'),
  ),
  'typed-contents': hand(
    line('目　录', '<w:jc w:val="center"/>') +
      toc('一、总则', '1') +
      line('二、附则............2') +
      line('一、总则') +
      line('经费……20') +
      line('正文。'),
  ),
  'word-rules-and-art': hand(
    para('', '<w:pBdr><w:bottom w:val="single" w:sz="12"/></w:pBdr>') +
      para('<w:r><w:pict><v:rect style="height:1.5pt" o:hr="t"/></w:pict></w:r>') +
      para('<w:r><w:pict><v:shape><v:textpath on="t" string="艺术字"/></v:shape></w:pict></w:r>'),
  ),
  'word-choices': hand(
    `<mc:AlternateContent><mc:Choice Requires="w14">${line('认得的')}</mc:Choice><mc:Choice Requires="wps">${line('又一种')}</mc:Choice><mc:Fallback>${line('后备')}</mc:Fallback></mc:AlternateContent>` +
      para(
        `<w:r><mc:AlternateContent><mc:Choice Requires="xyz"><w:t>不认得的</w:t></mc:Choice><mc:Fallback><w:t>后备</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
  ),
  'word-revised-blocks': hand(
    `<w:ins w:id="1">${line('插入的段。')}</w:ins><w:del w:id="2"><w:p><w:r><w:delText>删去的段。</w:delText></w:r></w:p></w:del><w:moveTo w:id="3">${line('移来的段。')}</w:moveTo><w:moveFrom w:id="4">${line('移走的段。')}</w:moveFrom>`,
  ),
  'word-nested-tables': hand(
    `<w:tbl><w:tr>${td('甲')}<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:tbl><w:tr>${td('里', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${td('一')}${td('二')}</w:tr></w:tbl><w:p/></w:tc></w:tr><w:tr><w:trPr><w:gridAfter w:val="0"/></w:trPr>${td('乙')}${td('', '<w:vMerge/>')}</w:tr></w:tbl>`,
  ),
  'word-controls': hand(
    `${para(
      `${run('姓名：')}${control('<w:text/>', run('张三'))}${run('，')}${control('<w:dropDownList/>', run('甲类'))}${run('，')}${control('', run('☒'))}`,
    )}<w:tbl>${control('', `<w:tr>${control('', td('控件格'))}</w:tr>`)}</w:tbl>`,
  ),
  'word-pages': hand(
    para(`${run('上一页')}<w:r><w:br w:type="page"/></w:r>${run('下一页')}`) +
      para('<w:r><w:br w:type="page"/></w:r>') +
      para(run('横页'), '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'),
  ),
  'word-rubies-colours': hand(
    para(
      `<w:r><w:ruby><w:rt>${run('gōng')}</w:rt><w:rubyBase>${run('公')}</w:rubyBase></w:ruby></w:r>${run('红', '<w:color w:val="FF0000"/>')}${run('黄底', '<w:highlight w:val="yellow"/>')}${run('着重', '<w:em w:val="dot"/>')}${run('黑', '<w:color w:val="000000"/>')}`,
    ),
  ),
  'pandoc-lists': hand(item('甲', 1) + item('接着说甲', 9) + item('点', 2, 1) + item('乙', 1) + line('后文。'), {
    numbering:
      scheme(1, level(0, 'decimal', '%1.')) +
      scheme(2, level(0, 'bullet', '•') + level(1, 'bullet', '–')) +
      scheme(9, level(0, 'bullet', ' ')) +
      [1, 2, 9].map((id) => list(id)).join(''),
  }),
  'google-lists': hand(
    control('<w:tag w:val="goog_rdk_0"/>', line('标题', '<w:pStyle w:val="Heading1"/>')) +
      item('一', 1) +
      item('二', 1, 1) +
      item('三', 1, 2) +
      item('四', 1),
    {
      styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
      numbering: scheme(1, level(0, 'bullet', '●') + level(1, 'bullet', '○') + level(2, 'bullet', '■')) + list(1),
    },
  ),
  'wps-notice': hand(
    para(
      ['示例县', '人民政府', '关于印发办法的通知']
        .map((words) =>
          run(words, '<w:rFonts w:hint="eastAsia" w:eastAsia="方正小标宋简体"/><w:b/><w:bCs/><w:sz w:val="44"/>'),
        )
        .join(''),
      '<w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>',
    ) +
      para(run('一、', '<w:rFonts w:eastAsia="黑体"/>') + run('工作') + run('目标'), '<w:ind w:firstLine="640"/>') +
      line('（一）压实责任。各单位要认真落实，按期完成。') +
      line('附件：1．名单', '<w:ind w:left="1600" w:hanging="960"/>') +
      line('2．表格', '<w:ind w:firstLine="1600"/>') +
      line('2026年1月1日', '<w:wordWrap w:val="0"/><w:ind w:right="640"/><w:jc w:val="right"/>'),
  ),
};
