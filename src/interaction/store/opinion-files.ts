/** 问卷里交来的文件 [INT-46]: which kept file answers which question of whom. Names are sealed; whoever takes one leaves a line in the ledger. */
import { sql } from 'kysely';
import { requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import type { SentFile } from '../consultations/commands.ts';
import type { ConsultationId } from '../consultations/consultation.ts';
import { CONSULTATION_BASIS } from '../consultations/permissions.ts';
import { opinionFileContext } from './consultation-tables.ts';
import { OPINION_TAKERS } from './consultation-taken.ts';

export async function keepOpinionFiles(
  tx: Tx,
  { opinionId, agencyId }: { readonly opinionId: string; readonly agencyId: AgencyId },
  files: readonly SentFile[],
  keys: Pick<KeyRing, 'seal'>,
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ id, question, name, kind, bytes, sha256 }) => ({
    ...{ id, opinion_id: opinionId, agency_id: agencyId, question, kind, bytes, sha256 },
    name_sealed: keys.seal(name, opinionFileContext(id)),
  }));
  await tx.insertInto('public_opinion_attachments').values(rows).execute();
}

export interface OpinionFileLine extends SentFile {
  /** Of the answer it came with. */
  readonly number: string;
  readonly receivedOn: CivilDate;
}

/** As they came in. */
export async function opinionFilesOf(
  db: Db,
  id: ConsultationId,
  page: { readonly number: number; readonly size: number },
  keys: Pick<KeyRing, 'open'>,
): Promise<{ readonly lines: readonly OpinionFileLine[]; readonly total: number }> {
  const found = filesOf(db, id);
  const { n } = await found.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .select(COLUMNS)
    .orderBy('o.recorded_at')
    .orderBy('a.question')
    .orderBy('a.id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  return { lines: rows.map((row) => toLine(row, keys)), total: n };
}

const COLUMNS = [
  ...(['a.id', 'a.question', 'a.name_sealed', 'a.kind', 'a.bytes', 'a.sha256', 'a.agency_id'] as const),
  ...(['o.query_number', 'o.received_on'] as const),
] as const;

const filesOf = (db: Db, id: ConsultationId) =>
  db
    .selectFrom('public_opinion_attachments as a')
    .innerJoin('public_opinions as o', 'o.id', 'a.opinion_id')
    .where('o.consultation_id', '=', id);

interface Row {
  readonly id: string;
  readonly question: string;
  readonly name_sealed: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly query_number: string;
  readonly received_on: CivilDate;
}

function toLine(row: Row, keys: Pick<KeyRing, 'open'>): OpinionFileLine {
  const { id, question, kind, sha256, query_number: number, received_on: receivedOn } = row;
  const name = keys.open(row.name_sealed, opinionFileContext(id));
  return { id, question, kind, sha256, number, receivedOn, name, bytes: Number(row.bytes) };
}

export interface TakeOpinionFile {
  readonly verb: 'takeOpinionFile';
  readonly consultationId: ConsultationId;
  readonly fileId: string;
}

interface Found {
  readonly file: OpinionFileLine;
  readonly agencyId: AgencyId;
}

const NO_SUCH_FILE = refuse('NO_SUCH_ATTACHMENT', '岗位权限', '没有这个文件，或者它不属于这份问卷，或者已经依法删除。');

/** 取出一个文件: nobody has looked before at what is in it. */
export function opinionFileStairs(keys: Pick<KeyRing, 'open'>): Stairs<Found, OpinionFileLine, TakeOpinionFile> {
  return {
    room: 'publicConsultations',
    async load(tx, { consultationId, fileId }) {
      const row = await filesOf(tx, consultationId).select(COLUMNS).where('a.id', '=', fileId).executeTakeFirst();
      return row ? { file: toLine(row, keys), agencyId: row.agency_id } : NO_SUCH_FILE;
    },
    permit: (actor, _, { agencyId }) => requireRole(actor, OPINION_TAKERS, agencyId),
    decide: ({ file, agencyId }, { consultationId }) => ({
      next: file,
      entry: {
        verb: 'tookOpinionFile',
        subject: consultationId,
        agencyId,
        basis: `${CONSULTATION_BASIS}（取出一个文件）`,
        content: { id: file.id, sha256: file.sha256 },
      },
    }),
    save: async () => {},
  };
}

/** Which of these kept files a row names: the sweep leaves them. */
export async function namedOpinionFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('public_opinion_attachments').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function opinionFileIds(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('public_opinion_attachments').select('id').execute()).map(({ id }) => id);
}
