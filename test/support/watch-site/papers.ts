/** Attachments with a link in them: a DOCX as Word writes it and a PDF of one page. */
import { line, wordFile } from '../word-file.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function docxWith(words: string, links: readonly string[]): Buffer {
  const relations = links.map(
    (target, i) =>
      `<Relationship Id="h${i}" Type="${OFFICE}/hyperlink" Target="${target.replaceAll('&', '&amp;')}" TargetMode="External"/>`,
  );
  const anchors = links.map(
    (_, i) => `<w:p><w:hyperlink r:id="h${i}"><w:r><w:t>相关网址</w:t></w:r></w:hyperlink></w:p>`,
  );
  return wordFile(`${line(words)}${anchors.join('')}`, {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  });
}

export function pdfWith(link: string): Buffer {
  return Buffer.from(
    `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>
endobj
4 0 obj
<</Type/Annot/Subtype/Link/Rect[50 50 200 80]/Border[0 0 0]/A<</S/URI/URI(${link})>>>>
endobj
trailer
<</Root 1 0 R>>
%%EOF
`,
    'latin1',
  );
}
