/** What a command points at must exist: columns, and documents it relates to. */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { ColumnKey } from '../columns.ts';
import type { Loaded } from '../loaded.ts';
import type { Relation } from '../relations.ts';

export function refuseUnknown(
  loaded: Loaded,
  columns: readonly ColumnKey[],
  relations: readonly Relation[] = [],
): Refusal | undefined {
  const column = columns.find((key) => !loaded.columns.has(key));
  if (column !== undefined) {
    return refuse('NO_SUCH_COLUMN', art(12), `没有“${column}”这个栏目，或者专栏已经关闭。请重新选择栏目。`);
  }
  if (relations.some(({ to }) => !loaded.others.has(to))) {
    return refuse('NO_SUCH_DOCUMENT', art(12), '要关联的文件不存在。请重新选择。');
  }
  if (relations.some(({ to }) => to === loaded.document?.id)) {
    return refuse('NO_SUCH_DOCUMENT', art(12), '一份文件不能关联它自己。请重新选择。');
  }
  return undefined;
}
