/** What a command points at must exist: columns, documents it relates to, and files that go along. */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type AttachedFile, type AttachedFileId, MOST_ATTACHED } from '../attached-file.ts';
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

/** 附件 [PUB-61]: those that were there, and those the author put there himself. Absent, they stay as they are. */
export function attachedFiles(
  { document, files }: Pick<Loaded, 'document' | 'files'>,
  ids: readonly AttachedFileId[] | undefined,
): readonly AttachedFile[] | Refusal {
  const before = [...(document?.draft?.attachments ?? []), ...(document?.live?.attachments ?? [])];
  if (ids === undefined) return (document?.draft ?? document?.live)?.attachments ?? [];
  if (ids.length > MOST_ATTACHED)
    return refuse('PUB-61', art(19), `附件最多 ${MOST_ATTACHED} 个。请合并成少数几个文件，再上传。`);
  const found = [...new Set(ids)].map((id) => files.get(id) ?? before.find((one) => one.id === id));
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length
    ? known
    : refuse('PUB-61', art(19), '有的附件不是你为这个机关上传的，或者放得太久已经清理。请重新上传这个附件，再保存。');
}
