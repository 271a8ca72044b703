/**
 * 到期清除 [SEC-25…28]: what is due, what a person confirmed, and its end in two steps. First, in one transaction with its trace, the identity goes
 * and the code opens nothing; then the files leave the disk, and last their rows. Killed in between, the next round finds the rows and goes on.
 */
import { ALLOWED, SYSTEM } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { type House, inTransaction, perform, type Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { addMonths, type CivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { StatuteSettings } from '../../statute/settings.ts';
import type { RequestId } from '../info-request.ts';
import { ERASED_PURPOSES, identityKeptUntil, permitErasure } from '../retention.ts';
import { remediesOf } from './remedies.ts';
import './submissions.ts';
import { factsOfFile } from './stairs.ts';

declare module '../../platform/database.ts' {
  interface Database {
    identity_erasures: {
      request_id: string;
      agency_id: string;
      due_on: CivilDate;
      confirmed_by: string;
      confirmed_at: Date;
      begun_at: Date | null;
      erased_at: Date | null;
    };
  }
}

export const ERASURE_BASIS = '《个人信息保护法》第十九条、第四十七条';

export interface DueErasure {
  readonly requestId: RequestId;
  readonly agencyId: AgencyId;
  readonly number: string;
  readonly closedOn: CivilDate | null;
  readonly dueOn: CivilDate;
  /** Files that would go with it. */
  readonly files: number;
}

/** A list that a person reads through before he confirms it. */
export const DUE_AT_MOST = 200;

/** 到期的案卷, the oldest first; those already confirmed are not among them. */
export async function dueErasures(
  db: Db,
  agencyIds: readonly AgencyId[],
  today: CivilDate,
  settings: StatuteSettings,
): Promise<readonly DueErasure[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('request_facts as f')
    .innerJoin('info_requests as r', 'r.id', 'f.request_id')
    .innerJoin('applicants as a', 'a.request_id', 'r.id')
    .leftJoin('identity_erasures as e', 'e.request_id', 'r.id')
    .select(['r.id', 'r.agency_id', 'r.number', 'r.closed_on', 'r.state'])
    .distinct()
    .where('f.type', '=', 'archived')
    .where('f.agency_id', 'in', agencyIds)
    .where('f.happened_on', '<=', addMonths(today, -12 * Number(settings.identityYears)))
    .where('r.state', '=', 'archived')
    .where('e.request_id', 'is', null)
    .orderBy('r.closed_on')
    .orderBy('r.id')
    .limit(DUE_AT_MOST)
    .execute();
  const due: DueErasure[] = [];
  for (const row of rows) {
    const dueOn = await keptUntil(db, row, settings);
    if (dueOn === undefined || dueOn >= today) continue;
    const files = (await filesToErase(db, row.id)).length;
    due.push({
      requestId: row.id,
      agencyId: row.agency_id,
      number: row.number,
      closedOn: row.closed_on,
      dueOn,
      files,
    });
  }
  return due;
}

async function keptUntil(
  db: Db,
  { id, state }: Pick<Parameters<typeof identityKeptUntil>[0], 'state'> & { readonly id: RequestId },
  settings: StatuteSettings,
): Promise<CivilDate | undefined> {
  const remediesClosedOn = (await remediesOf(db, id)).map(({ closedOn }) => closedOn);
  return identityKeptUntil({ state, facts: await factsOfFile(db, id), remediesClosedOn }, settings);
}

async function filesToErase(db: Db, id: RequestId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('request_files')
    .select('id')
    .where('request_id', '=', id)
    .where('purpose', 'in', ERASED_PURPOSES)
    .execute();
  return rows.map((row) => row.id);
}

export interface ConfirmErasure {
  readonly verb: 'confirmErasure';
  readonly agencyId: AgencyId;
  readonly requestIds: readonly RequestId[];
}

interface Confirmed {
  readonly agencyId: AgencyId;
  readonly files: readonly { readonly requestId: RequestId; readonly dueOn: CivilDate }[];
}

/** 确认清除 [SEC-26]: of exactly the files the person has read. One that is no longer due stops the whole list, since he has read another. */
export const confirmErasureStairs: Stairs<Confirmed, Confirmed, ConfirmErasure> = {
  room: 'requests',
  async load(tx, { agencyId, requestIds }, { today, calendar }) {
    const files: { requestId: RequestId; dueOn: CivilDate }[] = [];
    for (const id of [...new Set(requestIds)].sort()) {
      const dueOn = await lockDue(tx, { id, agencyId }, today, calendar.settings);
      if (dueOn === undefined) return NO_LONGER_DUE;
      files.push({ requestId: id, dueOn });
    }
    return { agencyId, files };
  },
  permit: (actor, { agencyId }) => permitErasure(actor, agencyId),
  decide(found) {
    const { agencyId, files } = found;
    if (files.length === 0) return refuse('SEC-26', ERASURE_BASIS, '请先勾选要清除的案卷。');
    const basis = `${ERASURE_BASIS}（${files.length} 件）`;
    return {
      next: found,
      entry: { verb: 'confirmedErasure', subject: agencyId, agencyId, basis, content: files },
    };
  },
  async save(tx, { agencyId, files }, _, { actor, at }) {
    const rows = files.map(({ requestId, dueOn }) => ({
      request_id: requestId,
      agency_id: agencyId,
      due_on: dueOn,
      confirmed_by: actor.id,
      confirmed_at: at,
      begun_at: null,
      erased_at: null,
    }));
    await tx.insertInto('identity_erasures').values(rows).execute();
  },
};

export const NO_LONGER_DUE = refuse(
  'SEC-26',
  ERASURE_BASIS,
  '清单有变化：有的案卷已经由别人确认清除，或者又有了复议、诉讼、重新答复。没有清除任何一件，请刷新页面，看过再确认。',
);

/** The day the identity was kept until; undefined when the file is not due, or not to be confirmed any more. */
async function lockDue(
  tx: Tx,
  { id, agencyId }: { readonly id: RequestId; readonly agencyId: AgencyId },
  today: CivilDate,
  settings: StatuteSettings,
  confirmed = false,
): Promise<CivilDate | undefined> {
  const row = await tx
    .selectFrom('info_requests')
    .select(['id', 'state'])
    .where('id', '=', id)
    .where('agency_id', '=', agencyId)
    .forUpdate()
    .executeTakeFirst();
  const known = await tx
    .selectFrom('identity_erasures')
    .select('request_id')
    .where('request_id', '=', id)
    .executeTakeFirst();
  if (!row || (known !== undefined) !== confirmed) return undefined;
  const dueOn = await keptUntil(tx, row, settings);
  return dueOn !== undefined && dueOn < today ? dueOn : undefined;
}

interface EraseIdentity {
  readonly verb: 'eraseIdentity';
  readonly requestId: RequestId;
  readonly agencyId: AgencyId;
}

/** What is done with one confirmed file: its identity goes, or the confirmation does, since something has come up meanwhile. */
interface Erasing {
  readonly requestId: RequestId;
  readonly due: boolean;
  readonly files: number;
}

const eraseStairs: Stairs<Erasing, Erasing, EraseIdentity> = {
  room: 'requests',
  async load(tx, { requestId, agencyId }, { today, calendar }) {
    const dueOn = await lockDue(tx, { id: requestId, agencyId }, today, calendar.settings, true);
    return { requestId, due: dueOn !== undefined, files: (await filesToErase(tx, requestId)).length };
  },
  permit: (actor, { agencyId }) => (actor.kind === 'system' ? ALLOWED : permitErasure(actor, agencyId)),
  decide: (erasing, { requestId, agencyId }) => ({
    next: erasing,
    entry: {
      verb: erasing.due ? 'erasedIdentity' : 'keptIdentity',
      subject: requestId,
      agencyId,
      basis: erasing.due
        ? `${ERASURE_BASIS}（身份信息和 ${erasing.files} 个附件）`
        : `${ERASURE_BASIS}（确认以后又有新的办理，没有清除）`,
      content: { files: erasing.files },
    },
  }),
  async save(tx, { requestId, due }, _, { at }) {
    if (!due) {
      await tx.deleteFrom('identity_erasures').where('request_id', '=', requestId).execute();
      return;
    }
    await tx.deleteFrom('applicants').where('request_id', '=', requestId).execute();
    await tx.deleteFrom('request_submissions').where('request_id', '=', requestId).execute();
    // No code has this digest; proofs that were given out on the old one end with it.
    await tx.updateTable('info_requests').set({ code_digest: '' }).where('id', '=', requestId).execute();
    await tx.updateTable('identity_erasures').set({ begun_at: at }).where('request_id', '=', requestId).execute();
  },
};

const BATCH = 50;

/** 清除已确认的: some at a time; the sweep comes again. @returns how many are done */
export async function eraseConfirmed(house: House, files: Pick<FileStore, 'erase'>): Promise<number> {
  const open = await house.db
    .selectFrom('identity_erasures')
    .select(['request_id', 'agency_id', 'begun_at'])
    .where('erased_at', 'is', null)
    .orderBy('request_id')
    .limit(BATCH)
    .execute();
  let erased = 0;
  for (const { request_id: requestId, agency_id: agencyId, begun_at } of open) {
    if (begun_at === null) {
      const begun = await perform(house, eraseStairs, SYSTEM, { verb: 'eraseIdentity', requestId, agencyId });
      if (isRefusal(begun) || !begun.due) continue;
    }
    const ids = await filesToErase(house.db, requestId);
    for (const id of ids) await files.erase(id);
    await inTransaction(house.db, (tx) => closeErasure(tx, requestId, ids, house.now()));
    erased += 1;
  }
  return erased;
}

async function closeErasure(tx: Tx, requestId: RequestId, fileIds: readonly string[], at: Date): Promise<void> {
  if (fileIds.length > 0) await tx.deleteFrom('request_files').where('id', 'in', fileIds).execute();
  await tx.updateTable('identity_erasures').set({ erased_at: at }).where('request_id', '=', requestId).execute();
}

/** 已确认、还没有清除完的, and the last that were. */
export async function listErasures(db: Db, agencyIds: readonly AgencyId[], limit: number) {
  if (agencyIds.length === 0) return [];
  return db
    .selectFrom('identity_erasures as e')
    .innerJoin('info_requests as r', 'r.id', 'e.request_id')
    .select(['r.number', 'e.agency_id', 'e.confirmed_by', 'e.confirmed_at', 'e.erased_at'])
    .where('e.agency_id', 'in', agencyIds)
    .orderBy('e.confirmed_at', 'desc')
    .orderBy('r.number')
    .limit(limit)
    .execute();
}

/** Nothing can be opened, renewed or sent for such a file. */
export async function isIdentityErased(db: Db, id: RequestId): Promise<boolean> {
  const row = await db
    .selectFrom('identity_erasures')
    .select('request_id')
    .where('request_id', '=', id)
    .where('begun_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** 补发查询码 needs an identity to hold the person against. */
export const CODE_ENDED: Refusal = refuse(
  'SEC-27',
  ERASURE_BASIS,
  '这件申请的身份信息已经到期清除，无从核对来人是不是申请人，不能补发查询码。',
);
