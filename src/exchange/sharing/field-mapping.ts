/**
 * 字段对照 FieldMapping [XCH-8]: how a platform calls our fields and columns, as data of the connection. Empty, the message goes as it is. Where fields are
 * named, only these go, each under the other side's name, with its own constants beside them.
 */
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { SharedCopy, SharedMessage } from './shared-copy.ts';

export interface FieldMapping {
  /** Ours → theirs. */
  readonly fields: Readonly<Record<string, string>>;
  /** Our column → their number; `*` for every other one. */
  readonly columns: Readonly<Record<string, string>>;
  /** What they want besides: their number of our site. */
  readonly constants: Readonly<Record<string, string>>;
}

export const NO_MAPPING: FieldMapping = { fields: {}, columns: {}, constants: {} };

/** What can be named, with its term. */
export const MAPPED_FIELDS = {
  id: '编号',
  revision: '第几次修改',
  digest: '内容摘要',
  what: '信息、撤回还是栏目树',
  url: '原文网址',
  kind: '信息种类',
  indexNo: '索引号',
  title: '标题',
  agency: '发布机关',
  issuer: '发文机关',
  docNo: '发文字号',
  topic: '主题分类',
  genre: '体裁分类',
  summary: '内容概述',
  keywords: '关键词',
  writtenOn: '成文日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  ended: '失效、废止',
  publishedAt: '发布时间',
  changedAt: '修改时间',
  changeNote: '修改说明',
  columns: '栏目',
  bodyHtml: '正文',
  files: '附件',
  pictures: '正文里的图片',
  notice: '撤回说明',
  withdrawnOn: '撤回日期',
} as const;

const BASIS = '字段对照';

/** What of the mapping cannot be; undefined when nothing. @param named what it may speak of */
export function refuseMapping(
  { fields, columns }: FieldMapping,
  named: Readonly<Record<string, string>>,
): Refusal | undefined {
  const strange = Object.keys(fields).find((ours) => !Object.hasOwn(named, ours));
  if (strange !== undefined)
    return refuse(
      'XCH-8',
      BASIS,
      `字段对照里的“${strange}”不是本系统的字段。可以写的有 ${Object.keys(named).join('、')}。`,
    );
  if (Object.keys(fields).length > 0 && fields.id === undefined)
    return refuse('XCH-8', BASIS, '字段对照里要写 id 对应对方的哪个字段，不然对方认不出是哪一条。');
  if (!Object.hasOwn(named, 'columns') && Object.keys(columns).length > 0)
    return refuse('XCH-8', BASIS, '处理决定不在栏目里，栏目的对照请留空。');
  return undefined;
}

/** The message as the other side reads it. A document that stands in no column they know is not sent. */
export function mapped(message: SharedMessage, { fields, columns, constants }: FieldMapping): object | Refusal {
  const inColumns = columnsOf(message.item, columns);
  if (inColumns === undefined) {
    const names = 'columns' in message.item ? message.item.columns.map(({ name }) => name).join('、') : '';
    return refuse('XCH-8', BASIS, `信息所在的栏目（${names}）在字段对照里没有对应的栏目。请补上对照，再发一次。`);
  }
  if (Object.keys(fields).length === 0) return { ...constants, ...message };
  const { revision, digest, item } = message;
  const ours: Readonly<Record<string, unknown>> = { ...item, revision, digest, columns: inColumns };
  const theirs = Object.entries(fields).flatMap(([field, name]) => {
    const value = ours[field];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...constants, ...Object.fromEntries(theirs) };
}

function columnsOf(item: SharedCopy, columns: FieldMapping['columns']): unknown {
  if (item.what === 'withdrawal') return [];
  if (Object.keys(columns).length === 0) return item.columns;
  if (item.what === 'columns') return item.columns;
  const theirs = item.columns.flatMap(({ key }) => columns[key] ?? columns['*'] ?? []);
  return theirs.length > 0 ? [...new Set(theirs)] : undefined;
}
