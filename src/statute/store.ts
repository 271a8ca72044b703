/** The only SQL of `statute/`: notices and settings that a county entered beside those of the product. */
import { type Generated, type Selectable, sql } from 'kysely';
import type { Database, Db, Tx } from '../platform/database.ts';
import type { CivilDate } from './civil-date.ts';
import { type DaysOff, HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts';
import { DEFAULT_SETTINGS, isSettingValue, type SettingName, type StatuteSettings } from './settings.ts';
import { type WorkCalendar, workCalendar } from './work-calendar.ts';

declare module '../platform/database.ts' {
  interface Database {
    holiday_notices: {
      n: Generated<number>;
      id: string;
      title: string;
      number: string;
      link: string;
      publishes: number | null;
      days_off: readonly DaysOff[];
      make_up_days: readonly CivilDate[];
      entered_at: Date;
      entered_by: string;
      withdrawn_at: Date | null;
      withdrawn_by: string | null;
      withdrawn_why: string | null;
    };
    setting_changes: {
      n: Generated<number>;
      name: SettingName;
      value: string | number;
      why: string;
      changed_at: Date;
      changed_by: string;
    };
  }
}

/** 录入的通知, with who entered it and, once it no longer counts, who withdrew it and why. */
export interface EnteredNotice extends HolidayNotice {
  readonly id: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly why: string } | null;
}

export interface SettingChange {
  readonly name: SettingName;
  readonly value: string | number;
  readonly why: string;
  readonly at: Date;
  readonly by: string;
}

/** 本机的工作日历: read once and kept, because everything counts by it; read again after a change. */
export interface KeptCalendar {
  readonly calendar: () => WorkCalendar;
  readonly reread: () => Promise<void>;
}

export async function loadCalendar(db: Db): Promise<KeptCalendar> {
  let kept = await readCalendar(db);
  return {
    calendar: () => kept,
    reread: async () => {
      kept = await readCalendar(db);
    },
  };
}

/** [CAL-2] The product's notices first, the county's after them in the order they were entered. */
async function readCalendar(db: Db): Promise<WorkCalendar> {
  const [entered, settings] = await Promise.all([listNotices(db), settingsOf(db)]);
  return workCalendar([...HOLIDAY_NOTICES, ...entered.filter(({ withdrawn }) => withdrawn === null)], settings);
}

export async function listNotices(db: Db): Promise<EnteredNotice[]> {
  const rows = await db.selectFrom('holiday_notices').selectAll().orderBy('n').execute();
  return rows.map(toNotice);
}

export async function lockNotice(tx: Tx, id: string): Promise<EnteredNotice | undefined> {
  const row = await tx.selectFrom('holiday_notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toNotice(row);
}

export async function addNotice(tx: Tx, notice: EnteredNotice): Promise<void> {
  await tx
    .insertInto('holiday_notices')
    .values({
      id: notice.id,
      title: notice.title,
      number: notice.number,
      link: notice.link,
      publishes: notice.publishes,
      days_off: sql`${JSON.stringify(notice.daysOff)}::jsonb`,
      make_up_days: sql`${JSON.stringify(notice.makeUpDays)}::jsonb`,
      entered_at: notice.enteredAt,
      entered_by: notice.enteredBy,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_why: null,
    })
    .execute();
}

export async function saveWithdrawal(tx: Tx, { id, withdrawn }: EnteredNotice): Promise<void> {
  const { at, by, why } = withdrawn!;
  await tx
    .updateTable('holiday_notices')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
    .where('id', '=', id)
    .execute();
}

export async function addSettingChange(tx: Tx, { name, value, why, at, by }: SettingChange): Promise<void> {
  const json = sql<string | number>`${JSON.stringify(value)}::jsonb`;
  await tx.insertInto('setting_changes').values({ name, value: json, why, changed_at: at, changed_by: by }).execute();
}

/** Newest first. */
export async function listSettingChanges(db: Db): Promise<SettingChange[]> {
  const rows = await db.selectFrom('setting_changes').selectAll().orderBy('n', 'desc').execute();
  return rows.map((row) => ({
    name: row.name,
    value: row.value,
    why: row.why,
    at: row.changed_at,
    by: row.changed_by,
  }));
}

/** Those in force. An answer that a later version of the product no longer knows counts for nothing. */
export async function settingsOf(db: Db): Promise<StatuteSettings> {
  const oldestFirst = (await listSettingChanges(db)).reverse();
  const known = oldestFirst.filter(({ name, value }) => isSettingValue(name, value));
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) };
}

function toNotice(row: Selectable<Database['holiday_notices']>): EnteredNotice {
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    link: row.link,
    publishes: row.publishes,
    daysOff: row.days_off,
    makeUpDays: row.make_up_days,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, by: row.withdrawn_by!, why: row.withdrawn_why ?? '' },
  };
}
