/** 现在的共享信息: built from the records at the moment it is sent or compared. */
import { type AgencyId, subtreeOf } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import type { Db } from '../../../platform/database.ts';
import { columnTree } from '../../../publications/columns.ts';
import { asColumn } from '../../../publications/special-column.ts';
import { specialColumns } from '../../../publications/store/columns.ts';
import { type Shareable, shareableDocuments } from '../../../publications/store/shareable.ts';
import type { FileToSend } from '../../adapters/platform-adapter.ts';
import type { Connection } from '../../sharing/connection.ts';
import { columnsCopy, copyOf, type Home } from '../../sharing/copy-of.ts';
import { COLUMNS_ID, type SharedCopy } from '../../sharing/shared-copy.ts';

export interface CopyNow {
  readonly item: SharedCopy;
  /** Content of its files, by what the file store calls them. */
  readonly fileIds: readonly { readonly sha256: string; readonly id: string }[];
}

/** Whose documents a connection hands over, and how they are named. */
export interface Scope extends Home {
  readonly reach: readonly AgencyId[];
}

export async function scopeOf(db: Db, { agencyId }: Connection, siteUrl: string): Promise<Scope> {
  const [own, agencies] = [await specialColumns(db), await listAgencies(db)];
  return {
    reach: subtreeOf(agencyId, agencies),
    siteUrl,
    tree: columnTree(own.map(asColumn)),
    agencyNames: new Map(agencies.map(({ id, name }) => [id, name])),
  };
}

/** Of these the ones that are or were public at an agency within reach, and the tree of columns where it is asked for. */
export async function copiesNow(db: Db, ids: readonly string[], { reach, ...home }: Scope): Promise<CopyNow[]> {
  const found = await shareableDocuments(
    db,
    ids.filter((id) => id !== COLUMNS_ID),
  );
  const documents = found.filter(({ document }) => reach.includes(document.agencyId));
  const items = documents.map((one) => ({ item: copyOf(one, home), fileIds: fileIdsOf(one) }));
  if (!ids.includes(COLUMNS_ID)) return items;
  const open = (await specialColumns(db)).filter(({ closedOn }) => closedOn === null);
  return [...items, { item: columnsCopy(open.map(asColumn)), fileIds: [] }];
}

function fileIdsOf({ live }: Shareable): CopyNow['fileIds'] {
  if (live === null) return [];
  return [
    ...live.attachments.map(({ sha256, id }) => ({ sha256, id })),
    ...live.pictures.map(({ sha256, sizes }) => ({ sha256, id: sizes.at(-1)!.id })),
  ];
}

/** Each content once, with how to read it. */
export function filesToSend({ item, fileIds }: CopyNow, read: (id: string) => AsyncIterable<Buffer>): FileToSend[] {
  if (item.what !== 'document') return [];
  const ids = new Map(fileIds.map(({ sha256, id }) => [sha256, id]));
  const named = new Map([...item.files, ...item.pictures].map((file) => [file.sha256, file]));
  return [...named.values()].map((file) => ({ ...file, content: () => read(ids.get(file.sha256)!) }));
}
