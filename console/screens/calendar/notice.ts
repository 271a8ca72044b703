/** 录入的通知: what is written on the form, what is still missing, and what is sent. */
import type { Issue, NewNotice } from '../../../src/desk/contract.ts';

export interface WrittenBreak {
  /** Of the row on the screen, so that one may go from between the others. */
  readonly key: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface WrittenDay {
  readonly key: number;
  readonly on: string;
}

export interface WrittenNotice {
  readonly title: string;
  readonly number: string;
  readonly link: string;
  /** The year, '' for none. */
  readonly publishes: string;
  readonly daysOff: readonly WrittenBreak[];
  readonly makeUpDays: readonly WrittenDay[];
}

export function blankNotice(publishes: number | null): WrittenNotice {
  return {
    ...{ title: '', number: '', link: '', publishes: publishes === null ? '' : String(publishes) },
    daysOff: [{ key: 0, name: '', from: '', to: '' }],
    makeUpDays: [],
  };
}

/** A row more; its key is none of the others'. */
export function withRow<Row extends { readonly key: number }>(rows: readonly Row[], blank: Omit<Row, 'key'>): Row[] {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { ...blank, key } as Row];
}

/** Rows that were opened and left empty say nothing. One day off ends on the day it begins. */
export function noticeToSend({ publishes, daysOff, makeUpDays, ...notice }: WrittenNotice): NewNotice {
  return {
    ...notice,
    publishes: publishes === '' ? null : Number(publishes),
    daysOff: daysOff.filter(isBegun).map(({ name, from, to }) => ({ name: name.trim(), from, to: to || from })),
    makeUpDays: makeUpDays.filter(({ on }) => on !== '').map(({ on }) => on),
  };
}

/** What is missing in a row, by its key: a name without a day, a day without a name. */
export function lackingInBreaks(
  daysOff: readonly WrittenBreak[],
): ReadonlyMap<number, { name?: string; from?: string }> {
  return new Map(
    daysOff.filter(isBegun).flatMap(({ key, name, from }) => {
      const lacks = {
        ...(name.trim() === '' ? { name: '请写明因什么放假。' } : {}),
        ...(from === '' ? { from: '请选择放假的首日。' } : {}),
      };
      return Object.keys(lacks).length > 0 ? [[key, lacks] as const] : [];
    }),
  );
}

/** What the desk found in a row. It counts those that were sent, the screen those that are shown. */
export function wrongInRow<Row extends { readonly key: number }>(
  issues: readonly Issue[],
  list: 'daysOff' | 'makeUpDays',
  rows: readonly Row[],
  row: Row,
  isSent: (row: Row) => boolean,
): Issue | null {
  const sentAs = rows.filter(isSent).findIndex(({ key }) => key === row.key);
  if (sentAs < 0) return null;
  const place = `/${list}/${sentAs}`;
  return issues.find(({ where }) => where === place || where.startsWith(`${place}/`)) ?? null;
}

export function isBegun({ name, from, to }: WrittenBreak): boolean {
  return name.trim() !== '' || from !== '' || to !== '';
}

export function isChosen({ on }: WrittenDay): boolean {
  return on !== '';
}
