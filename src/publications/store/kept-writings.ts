/** 暂存 [PUB-104]: what an officer has written and not saved yet, found again by him on any machine; nobody else reads it, and no act is made of it. */
import type { Db, Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';

declare module '../../platform/database.ts' {
  interface Database {
    kept_writings: { officer_id: string; about: string; title: string; content: string; kept_at: Date };
  }
}

export interface KeptWriting {
  readonly about: DocumentId | 'new';
  readonly title: string;
  /** As the form of the console has it. */
  readonly content: string;
  readonly keptAt: Date;
}

/** More nobody has in hand. */
const MOST_KEPT = 100;
/** What was not touched for so long is not taken up again. */
export const KEPT_DAYS = 180;

/** The latest first. */
export async function keptWritings(db: Db, officerId: string): Promise<Omit<KeptWriting, 'content'>[]> {
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
    .select(['about', 'title', 'content', 'kept_at as keptAt'])
    .where('officer_id', '=', officerId)
    .where('about', '=', about)
    .executeTakeFirst();
}

export async function keepWriting(
  tx: Tx,
  officerId: string,
  { about, title, content, keptAt }: KeptWriting,
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
  await tx
    .insertInto('kept_writings')
    .values({ officer_id: officerId, about, title, content, kept_at: keptAt })
    .onConflict((on) => on.columns(['officer_id', 'about']).doUpdateSet({ title, content, kept_at: keptAt }))
    .execute();
  return undefined;
}

export async function forgetWriting(tx: Tx, officerId: string, about: KeptWriting['about']): Promise<void> {
  await tx.deleteFrom('kept_writings').where('officer_id', '=', officerId).where('about', '=', about).execute();
}

/** 清理: what nobody has gone on with for long. */
export async function forgetOldWritings(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('kept_writings').where('kept_at', '<', before).execute();
}
