import { expect, it } from 'vitest';
import { hiddenContent, hiddenInPicture } from './hidden-content.ts';

/** A run with words, formed in a way. */
const run = (form: string) => `<w:r><w:rPr>${form}</w:rPr><w:t>字</w:t></w:r>`;
const found = (parts: Record<string, string>) => hiddenContent(new Map(Object.entries(parts))).map(({ says }) => says);

it.each([
  [
    'xl/workbook.xml',
    '<sheets><sheet name="a" sheetId="1"/><sheet name="b" state="veryHidden"/></sheets>',
    '隐藏的工作表',
  ],
  ['xl/workbook.xml', "<x:sheets><x:sheet state='hidden' name='b'/></x:sheets>", '隐藏的工作表'],
  [
    'xl/worksheets/sheet1.xml',
    '<s><col min="2" max="2" hidden="1"/><row r="1"><c r="B1"><v>7</v></c></row></s>',
    '隐藏的行或者列',
  ],
  ['xl/worksheets/sheet2.xml', '<row r="3" hidden="true"><c r="A3"><v>7</v></c></row>', '隐藏的行或者列'],
  ['xl/worksheets/sheet2.xml', '<row r="3" ht="0.5"><c><is><t>字</t></is></c></row>', '隐藏的行或者列'],
  ['xl/worksheets/sheet2.xml', '<s><col min="1" max="1" width="0.1"/><row><c><v>1</v></c></row></s>', '隐藏的行或者列'],
  ['ppt/slides/slide1.xml', '<p:cNvPr id="2" name="a" hidden="1"/>', '隐藏的图形'],
  ['word/document.xml', '<w:tr><w:trPr><w:hidden/></w:trPr></w:tr>', '隐藏的行'],
  ['word/document.xml', run('<w:highlight w:val="black"/>'), '涂黑'],
  ['word/document.xml', run('<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>'), '涂黑'],
  ['word/document.xml', run('<w:color w:val="FFFFFF"/>'), '与底色相同'],
  ['word/document.xml', run('<w:sz w:val="2"/>'), '小得看不见'],
  ['xl/comments1.xml', '<commentList><comment ref="A1"/></commentList>', '批注'],
  ['word/comments.xml', '<w:comment w:id="0"/>', '批注'],
  ['word/document.xml', '<w:p><w:del w:id="1"/></w:p>', '修订'],
  ['word/header1.xml', '<w:ins w:id="1">', '修订'],
  ['word/document.xml', run('<w:vanish/>'), '隐藏的文字'],
  ['word/document.xml', run('<w:vanish></w:vanish>'), '隐藏的文字'],
  ['word/footnotes.xml', run('<w:vanish w:val="true"/>'), '隐藏的文字'],
  ['word/document.xml', run('<w:vanish/>').replaceAll('w:', 'x:'), '隐藏的文字'],
  ['word/document.xml', '<x:del x:id="1"/>', '修订'],
  ['ppt/notesSlides/notesSlide1.xml', '<a:p><a:r><a:rPr/><a:t>内部口径</a:t></a:r></a:p>', '备注'],
  ['ppt/slides/slide2.xml', '<p:sld show="0">', '隐藏的幻灯片'],
])('FIL-14 %s %s: tells %s', (part, text, says) => {
  expect(found({ [part]: text })).toEqual([expect.stringContaining(says)]);
});

const HIDDEN_STYLE =
  '<w:styles><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
const inStyle = (style: string, more = '') => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(more)}</w:p>`;

it.each([
  ['written in a style that hides', inStyle('b'), 1],
  ['in another', inStyle('c'), 0],
  ['in it and shown again', inStyle('a', '<w:vanish w:val="0"/>'), 0],
  ['only the mark of a paragraph', `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('')}</w:p>`, 0],
])('FIL-21 hidden words: %s', (_, document, issues) =>
  expect(found({ 'word/styles.xml': HIDDEN_STYLE, 'word/document.xml': document })).toHaveLength(issues),
);

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>' +
  '<cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/><xf numFmtId="0" fontId="1" fillId="1"/><xf numFmtId="170" fontId="0"/></cellXfs></styleSheet>';

it.each([
  ['as it is', 0, 0],
  ['in white', 1, 1],
  ['in white on green', 2, 0],
  ['in a format that shows nothing', 3, 1],
])('FIL-21 a cell %s', (_, style, issues) =>
  expect(
    found({ 'xl/styles.xml': STYLES, 'xl/worksheets/sheet1.xml': `<row><c r="A1" s="${style}"><v>7</v></c></row>` }),
  ).toHaveLength(issues),
);

it('FIL-21 a picture in a document that tells its place', () => {
  const says = (picture: string) => hiddenContent(new Map(), [picture]).map((one) => one.says);
  expect(says('\xff\xd8\xff\xe1\0\x20Exif\0\0II*\0\x25\x88\x04\0\x01\0\0\0')).toEqual([
    expect.stringContaining('拍摄地点'),
  ]);
  expect(says('\xff\xd8\xff\xe1\0\x20Exif\0\0II*\0\x1a\x01\x05\0')).toEqual([]);
});

it('FIL-14 nothing is told of a document that hides nothing', () => {
  expect(
    found({
      'xl/workbook.xml': '<sheet name="hidden" sheetId="1" state="visible"/>',
      'xl/worksheets/sheet1.xml': '<s><row r="1" hidden="0"><c><v>hidden="1"</v></c></row><row r="2" hidden="1"/></s>',
      'word/comments.xml': '<w:comments/>',
      'ppt/notesSlides/notesSlide1.xml': '<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>',
      'word/document.xml': `<w:p><w:instrText>PAGE</w:instrText></w:p>${run('<w:vanish w:val="0"/>')}`,
      'word/header1.xml': `<w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>${run('<w:color w:val="FFFFFF"/>')}</w:tc>`,
    }),
  ).toEqual([]);
});

it.each([
  ['jpg', '\xff\xd8\xff\xe1\x00\x10Exif\0\0', 1],
  ['jpg', '\xff\xd8\xff\xe0\x00\x10JFIF', 0],
  ['png', '\x89PNG....IHDR....eXIf', 1],
  ['png', '\x89PNG....IHDR....IDAT', 0],
  ['tif', 'II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0', 1],
  ['tif', 'MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01', 1],
  ['tif', 'II*\0\x08\0\0\0\x01\0\x00\x01\x03\0\x01\0\0\0', 0],
] as const)('FIL-14 a picture that tells where it was taken: %s %j', (kind, bytes, issues) =>
  expect(hiddenInPicture(kind, bytes)).toHaveLength(issues),
);
