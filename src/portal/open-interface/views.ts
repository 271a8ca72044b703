/**
 * 开放接口的内容 [XCH-20]: what programs read, as schemas from which the description is made, and how it is built from what the public reads. A field that
 * is not named here is not told.
 */
import { type Static, Type } from 'typebox';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import type { PublicDocument, PublicLine } from '../../publications/public-view.ts';

const closed = { additionalProperties: false };
const text = (description: string, example?: string) =>
  Type.String({ description, ...(example === undefined ? {} : { examples: [example] }) });
const textOrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

export const LineView = Type.Object(
  {
    id: text('编号', '5f0c'),
    url: text('原文网址', 'https://www.example.gov.cn/documents/5f0c'),
    title: text('标题', '关于开展春季植树活动的通知'),
    kind: text('信息种类', '通知公告'),
    agencyId: text('发布机关的编号', 'county'),
    issuer: text('发文机关', '示例县人民政府办公室'),
    docNo: textOrNull('发文字号'),
    publishedOn: text('发布日期', '2026-03-03'),
    validity: text('有效性', '有效'),
  },
  { ...closed, title: 'Line', description: '一条信息的目录' },
);
export const ListView = Type.Object(
  {
    total: Type.Integer({ description: '共有多少条' }),
    page: Type.Integer({ description: '第几页，从 1 起' }),
    size: Type.Integer({ description: '一页多少条' }),
    next: textOrNull('下一页的网址；最后一页为 null'),
    documents: Type.Array(LineView, { description: '从新到旧' }),
  },
  { ...closed, title: 'List', description: '一页目录' },
);
export const DocumentView = Type.Object(
  {
    ...LineView.properties,
    indexNo: text('索引号'),
    topic: text('主题分类'),
    genre: text('体裁分类'),
    summary: text('内容概述'),
    keywords: Type.Array(Type.String(), { description: '关键词' }),
    writtenOn: text('成文日期'),
    effectiveOn: textOrNull('施行日期'),
    expiresOn: textOrNull('有效期至'),
    publishedAt: text('发布时间，ISO 8601'),
    columns: Type.Array(Type.String(), { description: '所在栏目的标识' }),
    bodyHtml: text('正文，HTML；图片的地址相对于本站'),
    hash: text('正文和元数据的摘要（SM3）'),
    attachments: Type.Array(
      Type.Object(
        { name: text('文件名'), url: text('下载地址'), bytes: Type.Integer({ description: '字节' }) },
        closed,
      ),
      { description: '附件' },
    ),
  },
  { ...closed, title: 'Document', description: '一条信息的全文' },
);
export const ColumnsView = Type.Array(
  Type.Object(
    { key: text('标识', 'news.notices'), parent: textOrNull('上级栏目'), name: text('名称', '通知公告') },
    closed,
  ),
  { title: 'Columns', description: '栏目树' },
);
export const AgenciesView = Type.Array(
  Type.Object({ id: text('编号', 'county'), parentId: textOrNull('上级机关'), name: text('名称') }, closed),
  { title: 'Agencies', description: '发布机关' },
);

/** The three shapes of failure as `platform/http/problem.ts` tells them. */
export const ProblemView = Type.Object(
  {
    status: Type.Integer({ description: '状态码' }),
    code: text('编号，程序按它判断', 'HTTP_404'),
    says: text('哪里不对，怎么办', '没有这条信息。'),
    basis: text('依据；没有的为空'),
    issues: Type.Array(Type.Unknown(), { description: '开放接口里总是空的' }),
  },
  { ...closed, title: 'Problem', description: '没有办成的原因' },
);

export type LineShown = Static<typeof LineView>;

export function lineShown(line: PublicLine, siteUrl: string): LineShown {
  return {
    id: line.id,
    url: `${siteUrl}/documents/${line.id}`,
    title: line.title,
    kind: DOCUMENT_KINDS[line.kind].term,
    agencyId: line.agencyId,
    issuer: line.issuer,
    docNo: line.docNo,
    publishedOn: line.publishedOn,
    validity: VALIDITY_TERMS[line.validity],
  };
}

export function documentShown(shown: PublicDocument, siteUrl: string): Static<typeof DocumentView> {
  const { indexNo, topic, genre, summary, keywords, writtenOn, effectiveOn, expiresOn, publishedAt, columns } = shown;
  const { bodyHtml, hash } = shown;
  return {
    ...lineShown(shown, siteUrl),
    ...{ indexNo, topic, genre, summary, keywords: [...keywords], writtenOn, effectiveOn, expiresOn, publishedAt },
    ...{ columns: [...columns], bodyHtml, hash },
    attachments: shown.attachments.map(({ id, name, bytes }) => ({
      ...{ name, bytes, url: `${siteUrl}/documents/${shown.id}/files/${id}` },
    })),
  };
}

/** Columns of the sheet, by the words the schema has for them. */
const CSV_FIELDS = Object.entries(LineView.properties).map(([field, schema]) => ({
  field: field as keyof LineShown,
  term: (schema as { readonly description?: string }).description ?? field,
}));

/** With a mark that tells spreadsheets it is UTF-8; a cell that would be a formula there is kept from being one. */
export function csvOf(lines: readonly LineShown[]): string {
  const cell = (value: string | null) => {
    const plain = (value ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  const rows = lines.map((line) => CSV_FIELDS.map(({ field }) => cell(line[field])).join(','));
  return `\uFEFF${[CSV_FIELDS.map(({ term }) => term).join(','), ...rows].join('\r\n')}\r\n`;
}
