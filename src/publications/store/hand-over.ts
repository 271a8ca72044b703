/**
 * 移交 of this room [ORG-4]: drafts that were never published, with their review and the moment they are to go out at; special columns. What was
 * published stays with the agency that published it, revisions of it too: the people of the successor look after it [ORG-5].
 */
import { sql } from 'kysely';
import { handedRows } from '../../people/store/handed.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import './tables.ts';

const KINDS = Object.entries(DOCUMENT_KINDS).map(([name, { term }]) => sql`when ${name} then ${term}`);

export const HANDED_DRAFTS = handedRows({
  ...{ term: '起草、审校中的稿件（含定时发布）', measure: '篇', room: 'publications', trace: 'draftHandedOver' },
  table: 'documents',
  open: sql`state = 'draft'`,
  // What it is about is not public.
  label: sql`case kind ${sql.join(KINDS, sql` `)} end || '稿 ' || right(id, 6)`,
  along: [
    { table: 'editions', key: 'document_id' },
    { table: 'relations', key: 'document_id' },
  ],
  async also(tx, id, { from, to }) {
    await sql`update attached_files set agency_id = ${to} where id in (
      select f->>'id' from editions e, jsonb_array_elements(e.attachments) f where e.document_id = ${id})`.execute(tx);
    // Pictures are found by their agency; the same one may stand in other texts of the old one.
    await sql`insert into pictures (agency_id, sha256, sizes, kind, added_by, added_at)
      select ${to}, p.sha256, p.sizes, p.kind, p.added_by, p.added_at from pictures p
      where p.agency_id = ${from} and exists (
        select 1 from editions e where e.document_id = ${id} and e.pictures @> jsonb_build_array(p.sha256))
      on conflict do nothing`.execute(tx);
  },
});

export const HANDED_COLUMNS = handedRows({
  ...{ term: '负责的专栏', measure: '个', room: 'publications', trace: 'columnHandedOver', table: 'special_columns' },
  key: 'key',
  open: sql`closed_on is null`,
  label: sql`name`,
});
