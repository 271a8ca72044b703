/** 合并告知的各件 [FEE-16]: the files that one fee notice tells of, found by the numbers that stand in each of them. */
import { type Actor, inSomeCapacity } from '../../people/actor.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { unitPrice } from '../../statute/fee-tariff.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { tryClock } from '../deadlines.ts';
import { noticeFee } from '../decide/notice-fee.ts';
import { lastOf, type RequestFact } from '../facts.ts';
import { isOnNotice, noticeNumber, placesInMonth } from '../fees/joint-notice.ts';
import type { PlaceInMonth } from '../fees/place-in-month.ts';
import type { InfoRequest, RequestFile, RequestId } from '../info-request.ts';
import { permitAct } from '../permissions.ts';
import { factsByFile } from './lists.ts';
import { type RequestRow, toRequest } from './tables.ts';

/** The other files of the notice that was last sent, in the order of its list; none where it tells of this one alone. */
export async function filesOfNotice(
  db: Db,
  { agencyId, number }: Pick<InfoRequest, 'agencyId' | 'number'>,
  facts: readonly RequestFact[],
): Promise<RequestFile[]> {
  const notice = lastOf(facts, 'feeNoticed');
  const others = (notice?.joint?.files ?? []).map((one) => one.number).filter((other) => other !== number);
  if (!notice || others.length === 0) return [];
  const rows = await db
    .selectFrom('info_requests')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('number', 'in', others)
    .execute();
  return (await filesOf(db, rows))
    .filter((file) => isOnNotice(file.facts, noticeNumber(notice)))
    .sort((a, b) => others.indexOf(a.request.number) - others.indexOf(b.request.number));
}

/** 可以一并告知的: of the same month, owing a fee by their place, and open to a notice by this officer today; one that bears another name is shown, and no more. */
export async function joinable(
  db: Db,
  { request }: Pick<RequestFile, 'request'>,
  counted: PlaceInMonth,
  actor: Actor,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<{ readonly file: RequestFile; readonly place: number; readonly otherName?: string }[]> {
  const owing = placesInMonth(request, counted).filter(
    ({ id, place }) => id !== request.id && unitPrice('items', place) > 0,
  );
  const files = await filesById(
    db,
    owing.map(({ id }) => id),
  );
  return owing.flatMap(({ id, place, otherName }) => {
    const file = files.get(id);
    return file && isOpenToNotice(file, actor, today, calendar)
      ? [{ file, place, ...(otherName !== undefined && { otherName }) }]
      : [];
  });
}

function isOpenToNotice(file: RequestFile, actor: Actor, today: CivilDate, calendar: WorkCalendar): boolean {
  if (isRefusal(tryClock(file, today, calendar))) return false;
  const permission = inSomeCapacity(
    actor,
    (as) => permitAct(as, 'noticeFee', file),
    (tried) => (tried.allowed ? null : tried.refusal),
  );
  return permission.allowed && noticeFee.may?.(file, today, calendar, actor) === undefined;
}

async function filesById(db: Db, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, RequestFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('info_requests').selectAll().where('id', 'in', ids).execute();
  return new Map((await filesOf(db, rows)).map((file) => [file.request.id, file]));
}

async function filesOf(db: Db, rows: readonly RequestRow[]): Promise<RequestFile[]> {
  const facts = await factsByFile(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    request: toRequest(row),
    facts: facts.get(row.id) ?? [],
    codeDigest: row.code_digest,
  }));
}

/** Locks files in one order, whoever asks, so that two who act on the same files wait for each other and neither for both. */
export async function lockFiles(tx: Tx, ids: readonly RequestId[]): Promise<void> {
  await tx
    .selectFrom('info_requests')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute();
}
