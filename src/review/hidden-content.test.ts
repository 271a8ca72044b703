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
  ['xl/comments1.xml', '<comments/>', '批注'],
  ['word/comments.xml', '', '批注'],
  ['word/document.xml', '<w:p><w:del w:id="1"/></w:p>', '修订'],
  ['word/header1.xml', '<w:ins w:id="1">', '修订'],
  ['word/document.xml', '<w:rPr><w:vanish/></w:rPr>', '隐藏的文字'],
  ['ppt/notesSlides/notesSlide1.xml', '<p:notes/>', '备注'],
  ['ppt/slides/slide2.xml', '<p:sld show="0">', '隐藏的幻灯片'],
])('FIL-14 %s %s: tells %s', (part, text, says) => {
  expect(found({ [part]: text })).toEqual([expect.stringContaining(says)]);
});

it('FIL-14 nothing is told of a document that hides nothing', () => {
  expect(
    found({
      'xl/workbook.xml': '<sheet name="hidden" sheetId="1" state="visible"/>',
      'xl/worksheets/sheet1.xml': '<row r="1" hidden="0"><c><v>hidden="1"</v></c></row>',
      'word/document.xml': '<w:p><w:instrText>PAGE</w:instrText><w:vanish w:val="0"/></w:p>',
    }),
  ).toEqual([]);
});

it('FIL-14 a picture that tells where it was taken', () => {
  expect(hiddenInPicture('\xff\xd8\xff\xe1\x00\x10Exif\0\0')).toHaveLength(1);
  expect(hiddenInPicture('\xff\xd8\xff\xe0\x00\x10JFIF')).toEqual([]);
});
