/** How a document climbs the staircase: found and locked, permitted, decided, saved. */

import type { Scene, Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { wordsFor } from '../../review/store.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { cleanBody } from '../body.ts';
import type { ColumnKey } from '../columns.ts';
import type { PublicationCommand } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Document, DocumentId, DocumentState } from '../document.ts';
import { documentsPrinted } from '../gazette.ts';
import type { Loaded } from '../loaded.ts';
import { permit } from '../permissions.ts';
import { picturesIn } from '../picture.ts';
import { RELEASE_ONLY } from '../review/chains.ts';
import { filesToTake } from './attached-files.ts';
import { chainsOf } from './chains.ts';
import { openColumns } from './columns.ts';
import { lockDocument } from './documents.ts';
import { examinedNow } from './examined-now.ts';
import { picturesToName } from './pictures.ts';
import { save } from './save.ts';
import { nextNumbering } from './serials.ts';

export const publicationStairs: Stairs<Loaded, Document, PublicationCommand> = {
  room: 'publications',
  load,
  permit: (actor, command, loaded) =>
    permit(
      command.verb,
      actor,
      loaded.document ?? { agencyId: loaded.agencyId },
      'step' in command ? command.step : undefined,
    ),
  decide,
  save,
};

async function load(tx: Tx, command: PublicationCommand, scene: Scene): Promise<Loaded | Refusal> {
  const locked = 'documentId' in command ? await lockDocument(tx, command.documentId) : null;
  if (locked === undefined) {
    return refuse('NO_SUCH_DOCUMENT', art(12), '没有这条信息，可能地址有误。请从列表里重新打开。');
  }
  const agencyId = 'agencyId' in command ? command.agencyId : locked!.agencyId;
  const words = await wordsFor(tx, agencyId);
  const document = locked && (await examinedNow(tx, locked, words));
  const numbering = await numberingFor(tx, command, document, agencyId, scene);
  if (isRefusal(numbering)) return numbering;
  return {
    agencyId,
    document,
    columns: await openColumns(tx, columnsFor(command, document)),
    others: await statesOf(tx, pointedAt(command, document)),
    numbering,
    takenNumbers: await takenAmong(tx, command.verb === 'openWithBalance' ? command.indexNo : undefined),
    files: await filesToTake(tx, ('attachments' in command && command.attachments) || [], agencyId, scene),
    pictures: await picturesToName(tx, 'bodyHtml' in command ? picturesIn(cleanBody(command.bodyHtml)) : [], agencyId),
    chains: document ? await chainsOf(tx, document) : RELEASE_ONLY,
    words,
  };
}

const RELEASES: readonly PublicationCommand['verb'][] = ['publish', 'publishUrgently', 'releaseDue'];
const MAY_LET_OUT: readonly PublicationCommand['verb'][] = [...RELEASES, 'schedule'];

/** What it names itself; and where a document stands that goes out, since a column may have been closed meanwhile. */
function columnsFor(command: PublicationCommand, document: Document | null): readonly ColumnKey[] {
  if ('columns' in command) return command.columns;
  return MAY_LET_OUT.includes(command.verb) ? (document?.columns ?? []) : [];
}

/** A serial is reserved only by acts that give a number; a refused act gives it back with its transaction. */
async function numberingFor(
  tx: Tx,
  command: PublicationCommand,
  document: Document | null,
  agencyId: string,
  scene: Scene,
): Promise<Loaded['numbering'] | Refusal> {
  const releases = RELEASES.includes(command.verb);
  const first = releases && document?.indexNo === null;
  const carriedOver = command.verb === 'openWithBalance' && command.indexNo === undefined;
  if (!first && !carriedOver) return null;
  const numbering = await nextNumbering(tx, agencyId, Number(scene.today.slice(0, 4)));
  return numbering ?? refuse('NO_SUCH_AGENCY', art(10), '没有这个机关。请重新选择发布机关。');
}

/** What an issue of the gazette prints is asked for again when it goes out. */
function pointedAt(command: PublicationCommand, document: Document | null): DocumentId[] {
  if (RELEASES.includes(command.verb)) return documentsPrinted(document?.draft?.particulars.issue ?? null);
  const related = 'relations' in command ? (command.relations ?? []).map(({ to }) => to) : [];
  return command.verb === 'withdraw' && command.mergedInto !== undefined ? [command.mergedInto] : related;
}

async function statesOf(tx: Tx, ids: readonly DocumentId[]): Promise<Map<DocumentId, DocumentState>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('documents').select(['id', 'state']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

async function takenAmong(tx: Tx, indexNo: string | undefined): Promise<string[]> {
  if (indexNo === undefined) return [];
  const rows = await tx.selectFrom('documents').select('index_no').where('index_no', '=', indexNo).execute();
  return rows.map((row) => row.index_no!);
}
