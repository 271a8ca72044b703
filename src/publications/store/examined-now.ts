/**
 * 附件按现在的词库查 [REV-28]: a file is looked into when it comes; its words are kept, so that a list put in force later finds in it what it would find
 * in a new upload. Looked up where somebody reads, decides or lets out, and remembered for as long as the list is the same.
 */
import type { Db } from '../../platform/database.ts';
import type { WordFinder } from '../../review/county-words.ts';
import type { Finding } from '../../review/finding.ts';
import { type AttachedFile, type AttachedFileId, findingsNow } from '../attached-file.ts';
import type { Document } from '../document.ts';
import './tables.ts';

const remembered = new WeakMap<WordFinder, Map<AttachedFileId, Finding[]>>();
const MOST_REMEMBERED = 500;

/** The document with what is found now in the files of the edition in work, else of the one that is public. */
export async function examinedNow(db: Db, document: Document, finder: WordFinder): Promise<Document> {
  const place = document.draft ? 'draft' : 'live';
  const edition = document[place];
  if (!edition || edition.attachments.length === 0) return document;
  const found = await foundNow(db, edition.attachments, finder);
  const attachments = edition.attachments.map((file) => ({ ...file, findings: found.get(file.id) ?? file.findings }));
  return { ...document, [place]: { ...edition, attachments } };
}

async function foundNow(db: Db, files: readonly AttachedFile[], finder: WordFinder) {
  const known = remembered.get(finder) ?? new Map<AttachedFileId, Finding[]>();
  remembered.set(finder, known);
  const unknown = files.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return known;
  const ids = unknown.map(({ id }) => id);
  const rows = await db.selectFrom('attached_files').select(['id', 'words']).where('id', 'in', ids).execute();
  if (known.size + rows.length > MOST_REMEMBERED) known.clear();
  const words = new Map(rows.map((row) => [row.id, row.words]));
  for (const file of unknown) {
    const said = words.get(file.id);
    if (said !== undefined) known.set(file.id, findingsNow(file, said, finder));
  }
  return known;
}
