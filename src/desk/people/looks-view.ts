/** 查阅记录 as lines and as a sheet. */
import type { LedgerEntry } from '../../ledger/entry.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { reasonOfLook } from '../../requests/looks.ts';
import { numbersOf } from '../../requests/store/files.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import type { LookLine } from '../contract/looks.ts';

export async function lookLines(db: Db, entries: readonly LedgerEntry[]): Promise<LookLine[]> {
  const names = await namesOfOfficers(db, [...new Set(entries.map(({ actorId }) => actorId))]);
  const numbers = await numbersOf(db, [...new Set(entries.map(({ subject }) => subject))]);
  const nameOf = await agencyNames(db);
  return entries.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    officer: names.get(entry.actorId) ?? entry.actorId,
    reason: reasonOfLook(entry),
    requestId: entry.subject,
    number: numbers.get(entry.subject) ?? '',
    agency: nameOf(entry.agencyId),
  }));
}

const COLUMNS: Readonly<Record<string, (line: LookLine) => string | number>> = {
  时间: ({ at }) => momentOf(new Date(at)),
  人员: ({ officer }) => officer,
  事由: ({ reason }) => reason ?? '留痕里没有事由',
  登记号: ({ number }) => number,
  受理机关: ({ agency }) => agency,
  留痕序号: ({ seq }) => seq,
};

export function lookSheet(
  lines: readonly LookLine[],
  total: number,
  taken: { readonly by: string; readonly on: CivilDate },
): FilledSheet {
  const missing = total - lines.length;
  return {
    title: `查阅记录 ${taken.on}`,
    heads: Object.keys(COLUMNS),
    lines: lines.map((line) => Object.values(COLUMNS).map((cell) => cell(line))),
    notes: [
      ...(missing > 0
        ? [
            `符合条件的共 ${total} 条，本表只列最近的 ${lines.length} 条，其余 ${missing} 条没有列入。请缩小条件后分几次导出。`,
          ]
        : []),
      `${taken.by}于 ${taken.on} 导出，导出已经留痕。`,
    ],
  };
}

/** `2026-03-02 10:00`, in Beijing. */
function momentOf(at: Date): string {
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${civilDateAt(at)} ${clock}`;
}
