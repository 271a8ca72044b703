/** What stands around an edition: the documents it links to, and those that are public under its number or title. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { plainText } from '../body.ts';
import type { Document } from '../document.ts';
import type { Edition } from '../edition.ts';
import { isNear, type Neighbourhood, ownLinksIn } from '../neighbourhood.ts';
import { allColumns, specialColumns } from './columns.ts';
import './tables.ts';

/** More of them help nobody. */
const MOST_NAMED = 3;
/** 政务动态 of one title: a brief of every week fills a year with them; what is copied is mostly a late one. */
const MOST_COMPARED = 20;
const LETTERS_COMPARED = 20_000;

export async function neighbourhoodOf(
  db: Db,
  { id, agencyId, kind }: Pick<Document, 'id' | 'agencyId' | 'kind'>,
  { particulars: { title, docNo }, bodyHtml }: Edition,
  siteUrl: string | null,
): Promise<Neighbourhood> {
  const links = ownLinksIn(bodyHtml, siteUrl);
  const linked = links.flatMap(({ to }) => ('document' in to ? [to.document] : []));
  const others = () =>
    db
      .selectFrom('documents')
      .select(['documents.title', 'documents.published_on as publishedOn'])
      .where('documents.state', '=', 'published')
      .where('documents.id', '<>', id)
      .orderBy('documents.published_at', 'desc');
  const namesakes = () => others().where('documents.title', '=', title).where('documents.agency_id', '=', agencyId);
  const near = async () => {
    const own = plainText(bodyHtml).slice(0, LETTERS_COMPARED);
    const rows = await namesakes()
      .innerJoin('editions', (join) =>
        join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
      )
      .select(sql<string>`left(editions.body_text, ${LETTERS_COMPARED})`.as('text'))
      .limit(MOST_COMPARED)
      .execute();
    return rows.filter(({ text }) => isNear(own, text)).slice(0, MOST_NAMED);
  };
  const [there, columns, closed, sameNumber, sameTitle] = await Promise.all([
    linked.length === 0
      ? []
      : db.selectFrom('documents').select('id').where('id', 'in', linked).where('state', '=', 'published').execute(),
    allColumns(db),
    specialColumns(db),
    docNo === null ? [] : others().where('doc_no', '=', docNo).limit(MOST_NAMED).execute(),
    kind === 'news' ? near() : namesakes().limit(MOST_NAMED).execute(),
  ]);
  const documents = new Set(there.map((one) => one.id));
  const keys = new Set([...columns.keys(), ...closed.map(({ key }) => key)]);
  const dated = (rows: readonly { readonly title: string; readonly publishedOn: CivilDate | null }[]) =>
    rows.map(({ title: of, publishedOn }) => ({ title: of, publishedOn: publishedOn! }));
  return {
    lost: links.filter(({ to }) => ('document' in to ? !documents.has(to.document) : !keys.has(to.column))),
    sameNumber: dated(sameNumber),
    sameTitle: dated(sameTitle),
  };
}
