/** 关闭的专栏 [PUB-112]: an archive stays as it was closed. What was let out before may be corrected in it; nothing new goes in. */
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Column, ColumnKey } from './columns.ts';
import type { Document } from './document.ts';

export const CLOSED_COLUMN = '已经关闭的专栏';

/** @param open the columns that are */
export function refuseClosedColumn(
  { columns, publishedOn }: Pick<Document, 'columns' | 'publishedOn'>,
  open: ReadonlyMap<ColumnKey, Column>,
): Refusal | undefined {
  if (publishedOn !== null || columns.every((key) => open.has(key))) return undefined;
  return refuse(
    'PUB-112',
    art(22),
    `这条信息放在${CLOSED_COLUMN}里，归档以后不再收新的信息。请由编辑修改稿件，去掉这个专栏，再发布。`,
  );
}
