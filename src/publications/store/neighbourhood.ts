/** What stands around an edition: the documents it links to, and those that are public under its number or title. */
import type { Db } from '../../platform/database.ts';
import type { Document } from '../document.ts';
import type { Edition } from '../edition.ts';
import { type Neighbourhood, ownLinksIn } from '../neighbourhood.ts';
import { allColumns, specialColumns } from './columns.ts';
import './tables.ts';

/** More of them help nobody. */
const MOST_NAMED = 3;

export async function neighbourhoodOf(
  db: Db,
  { id, agencyId }: Pick<Document, 'id' | 'agencyId'>,
  { particulars: { title, docNo }, bodyHtml }: Edition,
  siteUrl: string | null,
): Promise<Neighbourhood> {
  const links = ownLinksIn(bodyHtml, siteUrl);
  const named = links.flatMap(({ to }) => ('document' in to ? [to.document] : []));
  const others = () =>
    db
      .selectFrom('documents')
      .select(['title', 'published_on as publishedOn'])
      .where('state', '=', 'published')
      .where('id', '<>', id)
      .orderBy('published_at', 'desc')
      .limit(MOST_NAMED);
  const [there, columns, closed, sameNumber, sameTitle] = await Promise.all([
    named.length === 0
      ? []
      : db.selectFrom('documents').select('id').where('id', 'in', named).where('state', '=', 'published').execute(),
    allColumns(db),
    specialColumns(db),
    docNo === null ? [] : others().where('doc_no', '=', docNo).execute(),
    others().where('title', '=', title).where('agency_id', '=', agencyId).execute(),
  ]);
  const documents = new Set(there.map((one) => one.id));
  const keys = new Set([...columns.keys(), ...closed.map(({ key }) => key)]);
  const dated = (rows: typeof sameTitle) =>
    rows.map(({ title: of, publishedOn }) => ({ title: of, publishedOn: publishedOn! }));
  return {
    lost: links.filter(({ to }) => ('document' in to ? !documents.has(to.document) : !keys.has(to.column))),
    sameNumber: dated(sameNumber),
    sameTitle: dated(sameTitle),
  };
}
