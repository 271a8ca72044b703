import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../../test/support/zip.ts';
import { docxHtml } from '../docx-html.ts';
import { fileContent } from '../file-content.ts';
import { wordBody } from './word-body.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const R = `xmlns:r="${OFFICE}"`;
const TEXT =
  '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>总则</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲 &amp; 乙</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:hyperlink r:id="l"><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>';
const HTML =
  '<h2>总则</h2><table><tr><td colspan="2"><p><strong>甲 &amp; 乙</strong></p></td></tr><tr><td></td><td><p><a href="https://a.example/">网站</a></p></td></tr></table>';
const STYLES = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

/** @param at of the text; its styles lie beside it under another name */
const wordAt = (at: string, xml: string | Buffer, styles = STYLES) => {
  const [folder, name] = [at.slice(0, at.lastIndexOf('/') + 1), at.slice(at.lastIndexOf('/') + 1)];
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations(relation('d', 'officeDocument', `/${at}`)) },
    {
      name: `${folder}_rels/${name}.rels`,
      content: relations(
        relation('s', 'styles', 'styles2.xml') +
          relation('l', 'hyperlink', 'https://a.example/').replace('/>', ' TargetMode="External"/>'),
      ),
    },
    { name: `${folder}styles2.xml`, content: styles },
    { name: at, content: xml },
  ]);
};
const usual = `<w:document xmlns:w="${W}" ${R}><w:body>${TEXT}</w:body></w:document>`;
const prefixed = (xml: string, prefix: string) =>
  xml
    .replace(/(<\/?)w:/g, `$1${prefix}:`)
    .replace(/ w:(\w+=)/g, ` ${prefix}:$1`)
    .replace('xmlns:w=', `xmlns:${prefix}=`);

describe('PUB-106 names are bound by relations and namespaces', () => {
  it.each<[string, Buffer]>([
    ['the usual ones', wordAt('word/document.xml', usual)],
    ['another prefix', wordAt('word/document.xml', prefixed(usual, 'ns0'), prefixed(STYLES, 'x'))],
    [
      'no prefix for elements',
      wordAt(
        'word/document.xml',
        prefixed(usual, 'q')
          .replace(/(<\/?)q:/g, '$1')
          .replace('<document ', `<document xmlns="${W}" `),
      ),
    ],
    [
      'the usual prefix for another place',
      wordAt(
        'word/document.xml',
        prefixed(usual, 'ns0').replace(
          '<ns0:body>',
          '<ns0:body xmlns:w="urn:other"><w:p><w:r><w:t>别处</w:t></w:r></w:p>',
        ),
      ),
    ],
    [
      'a prefix bound again further in',
      wordAt('word/document.xml', usual.replace('<w:tbl>', `<k:tbl xmlns:k="${W}">`).replace('</w:tbl>', '</k:tbl>')),
    ],
    [
      'Strict Open XML',
      wordAt(
        'word/document.xml',
        usual.replace(W, STRICT).replace(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ),
    ],
    ['UTF-16', wordAt('word/document.xml', Buffer.from(`\ufeff${usual}`, 'utf16le'))],
    ['another name of the text', wordAt('word/document2.xml', usual)],
    ['another folder', wordAt('parts/main.xml', prefixed(usual, 'ns0'))],
  ])('%s', async (_, file) => {
    const word = wordBody(file);
    expect(typeof word === 'string' ? word : word.html).toBe(HTML);
    expect(docxHtml(file)).toContain('<td colspan="2" rowspan="1"><p>甲 &amp; 乙</p></td>');
    expect(docxHtml(file)).not.toContain('内部');
    expect(await fileContent('docx', file)).toMatchObject({ unseen: new Set(['vanish']) });
  });

  it('PUB-106 a workbook, which has a main part as well, is no Word document', () => {
    const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>';
    expect(docxHtml(wordAt('xl/workbook.xml', workbook))).toBeUndefined();
  });
});
