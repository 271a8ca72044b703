/**
 * 暂存 [PUB-104]: what an officer has written and not saved yet, found again by him on any machine; nobody else reads it, and no act is made of it. Of two
 * windows of his neither writes over, nor takes away, what it has not seen of the other [PUB-111].
 */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';

declare module '../../platform/database.ts' {
  interface Database {
    kept_writings: {
      officer_id: string;
      about: string;
      title: string;
      content: string;
      kept_at: Date;
      version: string;
    };
  }
}

export interface KeptWriting {
  readonly about: DocumentId | 'new';
  readonly title: string;
  /** As the form of the console has it. */
  readonly content: string;
  readonly keptAt: Date;
  /** Another for each keeping; begins with the window that kept it. */
  readonly version: string;
}

/** 窗口: which one writes, and the version it goes on from; null where it found nothing. */
export interface WritingWindow {
  readonly window: string;
  readonly after: string | null;
}

/** What the window has kept itself, or has seen. */
const isSeenBy = ({ window, after }: WritingWindow) =>
  sql<boolean>`(starts_with(kept_writings.version, ${`${window}/`}) or kept_writings.version = ${after})`;

/** More nobody has in hand. */
const MOST_KEPT = 100;
/** What was not touched for so long is not taken up again. */
export const KEPT_DAYS = 180;

/** The latest first. */
export async function keptWritings(db: Db, officerId: string): Promise<Omit<KeptWriting, 'content' | 'version'>[]> {
  return db
    .selectFrom('kept_writings')
    .select(['about', 'title', 'kept_at as keptAt'])
    .where('officer_id', '=', officerId)
    .orderBy('kept_at', 'desc')
    .execute();
}

export async function keptWriting(
  db: Db,
  officerId: string,
  about: KeptWriting['about'],
): Promise<KeptWriting | undefined> {
  return db
    .selectFrom('kept_writings')
    .select(['about', 'title', 'content', 'kept_at as keptAt', 'version'])
    .where('officer_id', '=', officerId)
    .where('about', '=', about)
    .executeTakeFirst();
}

export async function keepWriting(
  tx: Tx,
  officerId: string,
  { about, title, content, keptAt, version }: KeptWriting,
  from: WritingWindow,
): Promise<Refusal | undefined> {
  const others = await tx
    .selectFrom('kept_writings')
    .select('about')
    .where('officer_id', '=', officerId)
    .where('about', '<>', about)
    .limit(MOST_KEPT)
    .execute();
  if (others.length === MOST_KEPT)
    return refuse(
      'PUB-104',
      '接口约定',
      `没有保存完的稿件已经有 ${MOST_KEPT} 份，这一份没有暂存。请先保存或者丢掉几份。`,
    );
  if (from.after !== null && !(await keptWriting(tx, officerId, about))) return DONE_ELSEWHERE;
  const row = { title, content, kept_at: keptAt, version };
  const kept = await tx
    .insertInto('kept_writings')
    .values({ officer_id: officerId, about, ...row })
    .onConflict((on) => on.columns(['officer_id', 'about']).doUpdateSet(row).where(isSeenBy(from)))
    .returning('version')
    .executeTakeFirst();
  return kept ? undefined : WRITTEN_ELSEWHERE;
}

const WRITTEN_ELSEWHERE = refuse(
  'STALE',
  '接口约定',
  '你在另一个窗口里也写了这份稿件，那里的已经暂存。这个窗口里的没有暂存，请选用哪一份。',
);
const DONE_ELSEWHERE = refuse(
  'STALE',
  '接口约定',
  '你在另一个窗口里已经保存或者丢掉了这份稿件。这个窗口里的没有暂存，请决定还要不要。',
);

/** What another window has kept since stays. */
export async function forgetWriting(
  tx: Tx,
  officerId: string,
  about: KeptWriting['about'],
  from: WritingWindow,
): Promise<void> {
  await tx
    .deleteFrom('kept_writings')
    .where('officer_id', '=', officerId)
    .where('about', '=', about)
    .where(isSeenBy(from))
    .execute();
}

/** 清理: what nobody has gone on with for long. */
export async function forgetOldWritings(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('kept_writings').where('kept_at', '<', before).execute();
}
