/** 身份验证器 [SEC-40]: one for an officer; its secret is sealed. */
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import '../store.ts';

declare module '../../platform/database.ts' {
  interface Database {
    second_factors: {
      officer_id: string;
      sealed: string;
      begun_at: Date;
      confirmed_at: Date | null;
      last_step: number;
    };
  }
}

export interface SecondFactor {
  readonly secret: string;
  /** Null while no first code was given. */
  readonly confirmedAt: Date | null;
  /** Of the last code that was used. */
  readonly lastStep: number;
}

const sealedFor = (officerId: string) => `second_factors/${officerId}`;

export const SEALED_SECOND_FACTORS: SealedColumn = {
  table: 'second_factors',
  row: 'officer_id',
  column: 'sealed',
  contextOf: sealedFor,
};

export async function lockSecondFactor(
  tx: Tx,
  officerId: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<SecondFactor | undefined> {
  const row = await tx
    .selectFrom('second_factors')
    .selectAll()
    .where('officer_id', '=', officerId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      secret: keys.open(row.sealed, sealedFor(officerId)),
      confirmedAt: row.confirmed_at,
      lastStep: row.last_step,
    }
  );
}

export async function hasSecondFactor(db: Db, officerId: string): Promise<boolean> {
  const found = db.selectFrom('second_factors').select('officer_id').where('officer_id', '=', officerId);
  return (await found.where('confirmed_at', 'is not', null).executeTakeFirst()) !== undefined;
}

/** One that was begun and never confirmed gives way. */
export async function beginSecondFactor(
  tx: Tx,
  officerId: string,
  secret: string,
  at: Date,
  keys: Pick<KeyRing, 'seal'>,
): Promise<void> {
  const row = { sealed: keys.seal(secret, sealedFor(officerId)), begun_at: at, confirmed_at: null, last_step: 0 };
  await tx
    .insertInto('second_factors')
    .values({ officer_id: officerId, ...row })
    .onConflict((on) => on.column('officer_id').doUpdateSet(row))
    .execute();
}

/** @param confirmedAt of the first code; absent: as it was */
export async function spendCode(tx: Tx, officerId: string, step: number, confirmedAt?: Date): Promise<void> {
  const row = { last_step: step, ...(confirmedAt ? { confirmed_at: confirmedAt } : {}) };
  await tx.updateTable('second_factors').set(row).where('officer_id', '=', officerId).execute();
}

export async function removeSecondFactor(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('second_factors').where('officer_id', '=', officerId).execute();
}
