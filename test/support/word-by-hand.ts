/** DOCX files whole enough for an office program, written by hand part by part. */
import { line, run, wordFile } from './word-file.ts';

export const field = (code: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const NAMES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
})
  .map(([name, address]) => ` xmlns:${name}="${address}"`)
  .join('');
const KIND = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Part by part, and whole: an office program opens it. @param parts `styles`, `comments`: their elements; @param pictures by their names */
export const hand =
  (body: string, parts: Readonly<Record<string, string>> = {}, pictures: Readonly<Record<string, Buffer>> = {}) =>
  async () => {
    const names = Object.keys(parts);
    const kinds = ['document', ...names].map(
      (name) =>
        `<Override PartName="/word/${name}.xml" ContentType="${KIND}.${name === 'document' ? 'document.main' : name}+xml"/>`,
    );
    const relation = (name: string, target: string) =>
      `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${target}"/>`;
    const relations = (inner: string) => `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
    return wordFile('', {
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${kinds.join('')}</Types>`,
      '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
      'word/_rels/document.xml.rels': relations(
        names.map((name) => relation(name, `${name}.xml`)).join('') +
          Object.keys(pictures)
            .map((name) => relation('image', `media/${name}.png`).replace('"image"', `"${name}"`))
            .join(''),
      ),
      'word/document.xml': `<w:document${NAMES}><w:body>${body}</w:body></w:document>`,
      ...Object.fromEntries(Object.entries(pictures).map(([name, file]) => [`word/media/${name}.png`, file])),
      ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, `<w:${name}${NAMES}>${parts[name]}</w:${name}>`])),
    });
  };
export const td = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${line(words)}</w:tc>`;
