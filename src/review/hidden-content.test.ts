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
  ['xl/worksheets/sheet1.xml', '<cols><col min="2" max="2" hidden="1"/></cols>', '隐藏的行或者列'],
  ['xl/worksheets/sheet2.xml', '<row r="3" hidden="true"/>', '隐藏的行或者列'],
  ['xl/worksheets/sheet2.xml', '<row r="3" ht="0" customHeight="1"/>', '隐藏的行或者列'],
  ['xl/worksheets/sheet2.xml', '<col min="1" max="1" width="0"/>', '隐藏的行或者列'],
  ['xl/comments1.xml', '<commentList><comment ref="A1"/></commentList>', '批注'],
  ['word/comments.xml', '<w:comment w:id="0"/>', '批注'],
  ['word/document.xml', '<w:p><w:del w:id="1"/></w:p>', '修订'],
  ['word/header1.xml', '<w:ins w:id="1">', '修订'],
  ['word/document.xml', '<w:rPr><w:vanish/></w:rPr>', '隐藏的文字'],
  ['word/document.xml', '<w:rPr><w:vanish></w:vanish></w:rPr>', '隐藏的文字'],
  ['word/footnotes.xml', '<w:vanish w:val="true"/>', '隐藏的文字'],
  ['word/styles.xml', '<x:vanish/>', '隐藏的文字'],
  ['word/document.xml', '<x:del x:id="1"/>', '修订'],
  ['ppt/notesSlides/notesSlide1.xml', '<a:p><a:r><a:rPr/><a:t>内部口径</a:t></a:r></a:p>', '备注'],
  ['ppt/slides/slide2.xml', '<p:sld show="0">', '隐藏的幻灯片'],
])('FIL-14 %s %s: tells %s', (part, text, says) => {
  expect(found({ [part]: text })).toEqual([expect.stringContaining(says)]);
});

it('FIL-14 nothing is told of a document that hides nothing', () => {
  expect(
    found({
      'xl/workbook.xml': '<sheet name="hidden" sheetId="1" state="visible"/>',
      'xl/worksheets/sheet1.xml': '<row r="1" hidden="0"><c><v>hidden="1"</v></c></row>',
      'word/comments.xml': '<w:comments/>',
      'ppt/notesSlides/notesSlide1.xml': '<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>',
      'word/document.xml': '<w:p><w:instrText>PAGE</w:instrText><w:vanish w:val="0"/></w:p>',
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
