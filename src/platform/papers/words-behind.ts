/**
 * 文件背后的字 WordsBehind: what a file says where nobody looks: properties, caches of pivot tables, names of sheets, variables, texts beside pictures. In
 * Office files much of it stands in attributes and not between tags.
 */
import { inflateSync } from 'node:zlib';
import { unescaped } from './unescaped.ts';

export interface WordsBehind {
  /** 文档属性、数据透视缓存: where they stand, in the words of whoever made the file. */
  readonly place: string;
  readonly words: string;
}

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^docProps\//, '文档属性'],
  [/\.(?:x?html?|mht|txt|rtf)$/i, '插入的文件'],
  [/^xl\/pivot(?:Cache|Tables)\//, '数据透视缓存'],
  [/^xl\/workbook\.xml$/, '工作表名称或者定义的名称'],
  [/^xl\/externalLinks\//, '外部链接的缓存'],
  [/settings\.xml$/i, '文档变量'],
  [/^customXml\//, '自定义数据'],
  [/comments/i, '批注'],
  [/\.rels$/, '链接地址'],
  [/charts\//, '图表'],
  [/diagrams\//, '图示'],
  [/^xl\/worksheets\//, '单元格的提示和链接'],
  [/^xl\/tables\//, '表格的列名'],
  [/^(?:word|ppt|xl\/drawings)\//, '图片、控件的说明文字'],
];

/** Attributes in which people's own words stand; of properties, caches and data of others any may. */
const OWN_WORDS =
  /\s(?:\w+:)?(?:val|v|name|descr|title|alt|tooltip|prompt|promptTitle|error|errorTitle|author|text|caption|displayName|uniqueName|display|location|tag|alias|Target)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const ANY_WORDS = /\s[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const OF_ANY = /^(?:docProps|xl\/pivotCache|customXml)\//;
/** What says something: Chinese letters, a mail address, or figures enough for a number of a person. */
const SAYS = /[\u3400-\u9fff@＠]|(?:\d[^\d]{0,2}){7}/;
const MOST = 2_000_000;

/** @param parts texts of the document by the name of the part; @param aloud whether a part's text between tags is told of as the file's own words */
export function wordsBehind(
  parts: ReadonlyMap<string, string>,
  aloud: (name: string) => boolean,
  textOf: (xml: string) => string,
): WordsBehind[] {
  const byPlace = new Map<string, string[]>();
  let left = MOST;
  for (const [name, xml] of parts) {
    const words = [...valuesIn(xml, OF_ANY.test(name) ? ANY_WORDS : OWN_WORDS)];
    if (!aloud(name) && !name.endsWith('.rels')) words.push(textOf(xml));
    const said = [...new Set(words)].filter((one) => SAYS.test(one)).join('\n');
    if (said === '' || left <= 0) continue;
    left -= said.length;
    const place = PLACES.find(([part]) => part.test(name))?.[1] ?? '看不见的部分';
    byPlace.set(place, [...(byPlace.get(place) ?? []), said]);
  }
  return [...byPlace].map(([place, words]) => ({ place, words: words.join('\n') }));
}

function* valuesIn(xml: string, attributes: RegExp): Generator<string> {
  for (const [, double, single] of xml.matchAll(attributes)) {
    const value = double ?? single ?? '';
    if (SAYS.test(value) || value.includes('&#')) yield unescaped(decoded(value));
  }
}

/** Addresses have Chinese letters and `@` as numbers. */
function decoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const PNG_SIGNATURE = 8;

/** 图片里的文字: the text chunks of a PNG, and what a JPEG or TIFF says as XMP or comment. */
export function wordsInPicture(kind: 'jpg' | 'png' | 'tif', file: Buffer): WordsBehind[] {
  const words =
    kind === 'png'
      ? [...textChunks(file)]
      : [
          file.toString('latin1').match(/<x:xmpmeta[\s\S]{0,200000}?<\/x:xmpmeta>/)?.[0] ?? '',
          ...jpegComments(kind, file),
        ];
  const said = words.map((one) => one.replace(/<[^>]*>/g, '\n')).filter((one) => SAYS.test(one));
  return said.length > 0 ? [{ place: '图片自带的文字信息', words: said.join('\n') }] : [];
}

function* textChunks(file: Buffer): Generator<string> {
  for (let at = PNG_SIGNATURE; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'tEXt' || type === 'iTXt') yield* [readable(data), unpacked(data, data.indexOf(0) + 3)];
    if (type === 'zTXt') yield unpacked(data, data.indexOf(0) + 2);
    at += length + 12;
  }
}

function readable(data: Uint8Array): string {
  return Buffer.from(data).toString('utf8').replaceAll('\0', '\n');
}

/** Empty where it is not packed. */
function unpacked(data: Buffer, from: number): string {
  const start = [from, data.indexOf('x', from, 'latin1')].filter((at) => at >= from);
  for (const at of start) {
    try {
      return readable(inflateSync(data.subarray(at), { maxOutputLength: 1_000_000 }));
    } catch {
      // Not here.
    }
  }
  return '';
}

/** The comment segment (FFFE). */
function* jpegComments(kind: string, file: Buffer): Generator<string> {
  if (kind !== 'jpg') return;
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda; ) {
    const length = file.readUInt16BE(at + 2);
    if (file[at + 1] === 0xfe) yield readable(file.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
}
