/** 标题 of documents named elsewhere, for those who arrange them: also of one that was withdrawn since. */
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { DocumentId } from '../document.ts';
import './tables.ts';

export interface TitleOf {
  readonly id: DocumentId;
  readonly title: string;
  /** Null for what the public cannot read. */
  readonly publishedOn: CivilDate | null;
}

export async function titlesOf(db: Db, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, TitleOf>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'title', 'state', 'published_on'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, title, state, published_on }) => [
      id,
      { id, title, publishedOn: state === 'published' ? published_on : null },
    ]),
  );
}
