/** 从公开的信息到共享信息: only what the public reads here. */
import { type Column, type ColumnKey, columnTree } from '../../publications/columns.ts';
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import type { BodyPicture } from '../../publications/picture.ts';
import type { Shareable } from '../../publications/store/shareable.ts';
import { WITHDRAWAL_REASONS } from '../../publications/withdrawal.ts';
import { COLUMNS_ID, type SharedColumns, type SharedCopy, type SharedFile } from './shared-copy.ts';

export interface Home {
  /** Of our portal. */
  readonly siteUrl: string;
  /** Special columns that are closed among them: what stands there keeps its place. */
  readonly tree: ReadonlyMap<ColumnKey, Column>;
  readonly agencyNames: ReadonlyMap<string, string>;
}

export function copyOf({ document, live }: Shareable, { siteUrl, tree, agencyNames }: Home): SharedCopy {
  const { id, agencyId, kind, indexNo, columns, ending, publishedAt, withdrawal } = document;
  if (live === null) {
    const { reason, on } = withdrawal!;
    return { what: 'withdrawal', id, notice: WITHDRAWAL_REASONS[reason].notice, withdrawnOn: on };
  }
  const { title, issuer, docNo, topic, genre, summary, keywords, writtenOn, effectiveOn, expiresOn } = live.particulars;
  return {
    what: 'document',
    id,
    url: `${siteUrl}/documents/${id}`,
    kind: DOCUMENT_KINDS[kind].term,
    indexNo,
    ...{
      title,
      agency: agencyNames.get(agencyId) ?? '',
      issuer,
      docNo,
      topic,
      genre,
      summary,
      keywords: [...keywords],
    },
    ...{ writtenOn, effectiveOn, expiresOn },
    ended: ending && { on: ending.on, by: ending.by },
    publishedAt,
    changedAt: live.publishedAt ?? publishedAt,
    changeNote: live.changeNote,
    columns: columns.map((key) => ({ key, name: tree.get(key)?.name ?? key })),
    bodyHtml: live.bodyHtml,
    files: live.attachments.map(({ sha256, name, kind: ending_, bytes }) => ({ sha256, name, kind: ending_, bytes })),
    pictures: live.pictures.map(fileOfPicture),
  };
}

function fileOfPicture({ sha256, kind, sizes }: BodyPicture): SharedFile {
  return { sha256, name: `${sha256.slice(0, 16)}.${kind}`, kind, bytes: sizes.at(-1)!.bytes };
}

export function columnsCopy(own: readonly Column[]): SharedColumns {
  const columns = [...columnTree(own).values()].map(({ key, parent, name }) => ({ key, parent, name }));
  return { what: 'columns', id: COLUMNS_ID, columns };
}
