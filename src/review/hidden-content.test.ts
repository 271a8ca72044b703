import { expect, it } from 'vitest';
import { hiddenContent, hiddenInPicture } from './hidden-content.ts';

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
  [
    'Doc_0/Annots/Page_0/Annot.xml',
    '<ofd:PageAnnot><ofd:Annot Type="Highlight" ID="1"/></ofd:PageAnnot>',
    'OFD 里有批注',
  ],
  ['Doc_0/Pages/Page_0/Content.xml', '<ofd:TextObject ID="2" Visible="false"/>', '不显示的内容'],
  ['Doc_0/Attachs/Attachments.xml', '<ofd:Attachments><ofd:Attachment ID="1"/></ofd:Attachments>', '附带了别的文件'],
  ['xl/comments1.xml', '<commentList><comment ref="A1"/></commentList>', '批注'],
  ['word/comments.xml', '<w:comment w:id="0"/>', '批注'],
  ['word/document.xml', '<w:p><w:del w:id="1"/></w:p>', '修订'],
  ['word/header1.xml', '<w:ins w:id="1">', '修订'],
  ['word/document.xml', '<x:del x:id="1"/>', '修订'],
  ['ppt/notesSlides/notesSlide1.xml', '<a:p><a:r><a:rPr/><a:t>内部口径</a:t></a:r></a:p>', '备注'],
  ['ppt/slides/slide2.xml', '<p:sld show="0">', '隐藏的幻灯片'],
])('FIL-14 %s %s: tells %s', (part, text, says) => {
  expect(found({ [part]: text })).toEqual([expect.stringContaining(says)]);
});

it.each([
  ['vanish', '隐藏的文字'],
  ['blacked', '涂黑'],
  ['white', '与底色相同'],
  ['tiny', '小得看不见'],
  ['row', '隐藏的行'],
] as const)('FIL-14, FIL-21 words that are not seen: %s: tells %s', (why, says) =>
  expect(hiddenContent(new Map(), new Set([why])).map((one) => one.says)).toEqual([expect.stringContaining(says)]),
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
  const says = (picture: string) => hiddenContent(new Map(), new Set(), [picture]).map((one) => one.says);
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
      'Doc_0/Annots/Page_0/Annot.xml': '<ofd:Annot ID="1" Type="Link"/><ofd:Annot Type="Stamp" ID="2"/>',
      'Doc_0/Attachs/Attachments.xml': '<ofd:Attachments/>',
      'Doc_0/Pages/Page_0/Content.xml': '<ofd:TextObject Visible="true"/>',
      'ppt/notesSlides/notesSlide1.xml': '<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>',
      'word/document.xml': '<w:p><w:instrText>PAGE</w:instrText></w:p>',
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
